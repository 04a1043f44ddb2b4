package app.ajar.guide;

/**
 * Where a piece can be read.
 *
 * @param address path and anchor inside the site
 */
public record Link(String title, String address) {}
