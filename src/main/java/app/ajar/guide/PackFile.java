package app.ajar.guide;

/**
 * A file of a pack as it was found.
 *
 * @param name its path below the packs' folder, such as {@code en/barriers/shame.md}
 */
record PackFile(String name, String text) {}
