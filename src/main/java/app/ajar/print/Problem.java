package app.ajar.print;

/**
 * Why something cannot be printed as it stands.
 *
 * @param kind long (more letters than we take), room (no readable type fits it) or letters (some that our fonts lack)
 * @param place the id of what it is about, to go to
 * @param name of the card or the sheet: a message key for a card, a title for a sheet
 * @param titled whether the name is a title
 * @param number which card it is, from 1; 0 for a sheet
 * @param detail the letters that are missing
 */
record Problem(String kind, String place, String name, boolean titled, int number, String detail) {

    @Override
    public String toString() {
        return "Problem[" + kind + "]";
    }
}
