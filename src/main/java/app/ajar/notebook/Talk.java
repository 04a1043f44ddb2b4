package app.ajar.notebook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * How a talk went, as somebody put it down in a minute. Never printed by accident: {@link #toString()} shows nothing.
 *
 * @param said what the person said
 * @param heard what they heard
 * @param ease how tense or calm it felt to talk, 1 to {@value #TOP}; 0 where nothing was chosen, here and below
 * @param listened how far they felt heard
 * @param closer whether it left the two further apart or closer
 * @param next what comes next, one of {@link #NEXT_STEPS}, or empty
 * @param day the day on which to ask again, as {@code yyyy-mm-dd}, or empty
 */
record Talk(String said, String heard, int ease, int listened, int closer, String next, String day) {

    static final int TOP = 5;
    static final int LONGEST = 4_000;
    static final List<String> SCALES = List.of("ease", "listened", "closer");
    static final List<Integer> POINTS = List.of(1, 2, 3, 4, 5);
    static final List<String> NEXT_STEPS = List.of("leave", "again", "smaller", "own");
    static final Talk BLANK = new Talk("", "", 0, 0, 0, "", "");

    /** A diary has room for these years; a day outside them is a slip. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    /** @param scale one of {@link #SCALES} */
    public int on(String scale) {
        return switch (scale) {
            case "ease" -> ease;
            case "listened" -> listened;
            case "closer" -> closer;
            default -> throw new IllegalArgumentException("No such scale");
        };
    }

    boolean isBlank() {
        return said.isBlank() && heard.isBlank() && withoutTexts().equals(BLANK);
    }

    /** What a list needs to know of it. */
    Talk withoutTexts() {
        return new Talk("", "", ease, listened, closer, next, day);
    }

    Talk withTexts(String itSaid, String itHeard) {
        return new Talk(itSaid, itHeard, ease, listened, closer, next, day);
    }

    boolean hasReadableDay() {
        return day.isEmpty() || chosenDay().isPresent();
    }

    Optional<LocalDate> chosenDay() {
        try {
            return Optional.of(LocalDate.parse(day, DateTimeFormatter.ISO_LOCAL_DATE))
                    .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Talk[…]";
    }
}
