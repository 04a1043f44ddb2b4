package app.ajar.print;

/**
 * One page that comes out of the printer.
 *
 * @param kind which fragment draws it: cards, large, fold-out, replies or sheet
 * @param name what it is called beside the page: a message key, or a title
 * @param titled whether the name is a title
 * @param content what that fragment takes
 */
record Page(String kind, String name, boolean titled, Object content) {

    static Page of(PaperForm form, Object content) {
        return new Page(form.key(), "print.form." + form.key(), false, content);
    }

    static Page of(PlacedLeaf leaf) {
        return new Page("sheet", leaf.leaf().title(), true, leaf);
    }

    @Override
    public String toString() {
        return "Page[" + kind + "]";
    }
}
