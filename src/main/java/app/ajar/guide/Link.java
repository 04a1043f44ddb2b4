package app.ajar.guide;

/**
 * Where a piece can be read.
 *
 * @param address path and anchor inside the site
 */
public record Link(String title, String address) {

    /** The slug of the piece it leads to, where it leads to one on a page of several; empty for a whole page. */
    public String slug() {
        int at = address.indexOf('#');
        return at < 0 ? "" : address.substring(at + 1);
    }
}
