package app.ajar.talk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed about a talk they plan. Every field may be missing or odd; none is ever put into a complaint, and
 * it prints nothing by accident.
 *
 * @param day yyyy-mm-dd
 * @param time hh:mm on the clock of wherever the talk will be
 * @param minutes one of {@link #LENGTHS}
 * @param opening the first sentence
 * @param plan what to do if it gets heated
 * @param word what the calendar will show
 */
record TalkForm(String day, String time, String where, int minutes, String opening, String plan, String word) {

    static final List<Integer> LENGTHS = List.of(10, 15, 20, 30);
    static final int USUAL_LENGTH = 15;
    static final int LONGEST_LINE = 120;
    static final int LONGEST_TEXT = 600;

    static final TalkForm BLANK = new TalkForm("", "", "", USUAL_LENGTH, "", "", "");

    static TalkForm of(MultiValueMap<String, String> fields) {
        return new TalkForm(
                line(fields, "day"),
                line(fields, "time"),
                line(fields, "where"),
                LENGTHS.stream()
                        .filter(length -> String.valueOf(length).equals(fields.getFirst("minutes")))
                        .findFirst()
                        .orElse(USUAL_LENGTH),
                text(fields, "opening"),
                text(fields, "if-then"),
                line(fields, "word"));
    }

    /**
     * What is wrong with it, in the order of the fields.
     *
     * @param today where the program runs; a reader elsewhere may still have yesterday
     */
    List<Problem> problems(LocalDate today) {
        var problems = new ArrayList<Problem>();
        if (!day.isEmpty() && date().isEmpty()) {
            problems.add(new Problem("day", "unreadable"));
        }
        date().filter(date -> date.isBefore(today.minusDays(1)))
                .ifPresent(passed -> problems.add(new Problem("day", "passed")));
        if (!time.isEmpty() && clock().isEmpty()) {
            problems.add(new Problem("time", "unreadable"));
        }
        addIfLong(problems, "where", where, LONGEST_LINE);
        addIfLong(problems, "opening", opening, LONGEST_TEXT);
        addIfLong(problems, "if-then", plan, LONGEST_TEXT);
        addIfLong(problems, "word", word, LONGEST_LINE);
        return problems;
    }

    boolean isBlank() {
        return Stream.of(day, time, where, opening, plan).allMatch(String::isBlank);
    }

    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(day)).filter(date -> date.getYear() < 2200);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    Optional<LocalTime> clock() {
        try {
            return Optional.of(LocalTime.parse(time).withSecond(0).withNano(0));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** When it begins; empty unless both the day and the time are there. */
    Optional<LocalDateTime> begins() {
        return date().flatMap(date -> clock().map(date::atTime));
    }

    /**
     * One thing that is wrong.
     *
     * @param field the name of the field
     * @param kind {@code missing}, {@code unreadable}, {@code passed} or {@code long}
     */
    record Problem(String field, String kind) {}

    @Override
    public String toString() {
        return "TalkForm[…]";
    }

    private static void addIfLong(List<Problem> problems, String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            problems.add(new Problem(field, "long"));
        }
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String typed = Objects.requireNonNullElse(fields.getFirst(name), "");
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static String line(MultiValueMap<String, String> fields, String name) {
        return text(fields, name).replaceAll("\\s+", " ");
    }
}
