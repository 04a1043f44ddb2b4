package app.ajar.notebook;

/**
 * A notebook that was open a moment ago. Whether it still is, the statement that uses it asks by this: a pass that was
 * closed is no more, and one that was used by another program is at another revision.
 *
 * @param locator of the pass
 * @param revision of the pass, as it was
 */
record RecentlyOpen(OpenNotebook notebook, String locator, long revision) {

    @Override
    public String toString() {
        return "RecentlyOpen[…]";
    }
}
