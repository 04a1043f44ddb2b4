package app.ajar.shared;

/**
 * A form that sends a file, and is read as a stream by whoever answers it.
 *
 * @param path the address that it is posted to
 */
public record StreamedForm(String path) {}
