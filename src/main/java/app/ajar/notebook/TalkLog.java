package app.ajar.notebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The talks of a notebook over time: a small chart for each scale, the table behind them, and what was chosen last.
 *
 * @param lines the newest first
 * @param charts only of scales that were answered for two talks at least; oldest talk first
 * @param next what was chosen after the newest talk; none for "leave it be", which is left in peace
 */
record TalkLog(
        List<Line> lines, List<Chart> charts, @Nullable Next next) {

    /** More dots than these cannot be told apart on a phone. */
    static final int MOST_DOTS = 12;

    /** A day that was let pass is mentioned for this long, and then not again. */
    static final int DAYS_MENTIONED = 14;

    /** The drawing's own units: one dot is 24 across, one point of a scale 10 high, with room for the dots' edges. */
    static final int ACROSS = 24;

    static final int UP = 10;
    static final int EDGE = 8;

    /** One talk. */
    record Line(UUID id, String shown, Talk talk) {

        /** @return empty for a note that is not on a talk */
        static Optional<Line> of(NoteLists.Entry entry, String shown) {
            Talk talk = entry.heading() == null ? null : entry.heading().talk();
            return talk == null ? Optional.empty() : Optional.of(new Line(entry.id(), shown, talk));
        }

        @Override
        public String toString() {
            return "Line[…]";
        }
    }

    /**
     * One scale over time.
     *
     * @param path the dots joined, as the points of an SVG polyline
     */
    record Chart(String scale, List<Dot> dots, String path, int width, int height) {

        public Dot first() {
            return dots.get(0);
        }

        public Dot last() {
            return dots.get(dots.size() - 1);
        }

        @Override
        public String toString() {
            return "Chart[…]";
        }
    }

    /** @param point 1 to {@value Talk#TOP} */
    record Dot(int x, int y, int point) {}

    /**
     * What comes next.
     *
     * @param day the day as it is shown; none where none was chosen
     * @param passed whether that day is over
     */
    record Next(String step, @Nullable String day, boolean passed) {

        @Override
        public String toString() {
            return "Next[…]";
        }
    }

    /** @param lines the newest first */
    static TalkLog of(List<Line> lines, LocalDate today, DayShown shown, Locale locale) {
        return new TalkLog(
                lines,
                Talk.SCALES.stream()
                        .flatMap(scale -> chart(scale, lines).stream())
                        .toList(),
                lines.isEmpty() ? null : next(lines.get(0).talk(), today, shown, locale));
    }

    /** Writes a day out for the reader. */
    interface DayShown {
        String of(LocalDate day, Locale locale);
    }

    private static Optional<Chart> chart(String scale, List<Line> newestFirst) {
        List<Integer> answered = newestFirst.stream()
                .map(line -> line.talk().on(scale))
                .filter(point -> point > 0)
                .limit(MOST_DOTS)
                .toList();
        if (answered.size() < 2) {
            return Optional.empty();
        }
        var dots = new ArrayList<Dot>();
        for (int place = 0; place < answered.size(); place++) {
            int point = answered.get(answered.size() - 1 - place);
            dots.add(new Dot(EDGE + place * ACROSS, EDGE + (Talk.TOP - point) * UP, point));
        }
        return Optional.of(new Chart(
                scale,
                List.copyOf(dots),
                dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" ")),
                2 * EDGE + (MOST_DOTS - 1) * ACROSS,
                2 * EDGE + (Talk.TOP - 1) * UP));
    }

    /** What was chosen after a talk. */
    static @Nullable Next next(Talk newest, LocalDate today, DayShown shown, Locale locale) {
        if (newest.next().isEmpty() || newest.next().equals("leave")) {
            return null;
        }
        if (!newest.next().equals("again")) {
            return new Next(newest.next(), null, false);
        }
        Optional<LocalDate> day = newest.chosenDay();
        if (day.isPresent() && day.get().plusDays(DAYS_MENTIONED).isBefore(today)) {
            return null;
        }
        return new Next(
                "again",
                day.map(chosen -> shown.of(chosen, locale)).orElse(null),
                day.filter(chosen -> chosen.isBefore(today)).isPresent());
    }
}
