package app.ajar.notebook;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out the list of notes by month, for the pages that show it, one page of it at a time. */
@Component
class NotebookList {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final NoteLists lists;
    private final Clock clock;
    private final ZoneId zone;
    private final NotebookSettings settings;

    NotebookList(NoteLists lists, Clock clock, @Value("${ajar.zone}") ZoneId zone, NotebookSettings settings) {
        this.lists = lists;
        this.clock = clock;
        this.zone = zone;
        this.settings = settings;
    }

    /**
     * Which part of the list an address asks for. Whatever cannot be read in it is as if it were not there.
     *
     * @param month only the notes of this month; none for all
     * @param from the last note before the page; none for the first page
     */
    record Part(@Nullable YearMonth month, @Nullable UUID from) {

        static final Part NEWEST = new Part(null, null);

        static Part of(@Nullable String month, @Nullable String from) {
            return new Part(month(month), id(from));
        }

        private static @Nullable YearMonth month(@Nullable String typed) {
            try {
                return typed == null || !MONTH.matcher(typed).matches() ? null : YearMonth.parse(typed);
            } catch (DateTimeParseException odd) {
                return null;
            }
        }

        /** An id as forms and addresses give it; none for what is no id. */
        static @Nullable UUID id(@Nullable String typed) {
            try {
                return typed == null ? null : UUID.fromString(typed);
            } catch (IllegalArgumentException odd) {
                return null;
            }
        }

        /** The end of an address that asks for the page after this note. */
        private String after(UUID last) {
            return (month == null ? "?from=" : "?month=" + month + "&from=") + last;
        }
    }

    /** The first page, beside a note: adds {@code months} and {@code older}. {@code here} is the note being read, if any. */
    void addTo(Model model, OpenNotebook notebook, @Nullable UUID here, Locale locale) {
        add(model, notebook, Part.NEWEST, here, locale);
    }

    /**
     * A page of the list: adds {@code months}, {@code older} (the end of the address that goes on, if the list does),
     * {@code part}, {@code monthName} and {@code next}, what was chosen after the newest talk on the first page.
     */
    void addPage(Model model, OpenNotebook notebook, Part part, Locale locale) {
        List<NoteLists.Entry> entries = add(model, notebook, part, null, locale);
        model.addAttribute("part", part);
        model.addAttribute("monthName", part.month() == null ? null : name(part.month(), locale));
        if (part.equals(Part.NEWEST)) {
            entries.stream()
                    .map(NoteLists.Entry::heading)
                    .filter(heading -> heading != null && heading.talk() != null)
                    .findFirst()
                    .ifPresent(newest -> {
                        model.addAttribute("talked", true);
                        model.addAttribute("next", TalkLog.next(newest.talk(), today(), NotebookList::shown, locale));
                    });
        }
    }

    private List<NoteLists.Entry> add(
            Model model, OpenNotebook notebook, Part part, @Nullable UUID here, Locale locale) {
        NoteLists.Page page = lists.page(notebook, part.month(), part.from());
        var months = new LinkedHashMap<YearMonth, List<NoteView.Line>>();
        for (NoteLists.Entry entry : page.entries()) {
            months.computeIfAbsent(YearMonth.from(entry.writtenOn()), month -> new ArrayList<>())
                    .add(line(entry, here, locale));
        }
        model.addAttribute(
                "months",
                months.entrySet().stream()
                        .map(month -> new NoteView.Month(name(month.getKey(), locale), month.getValue()))
                        .toList());
        model.addAttribute("older", page.next() == null ? null : part.after(page.next()));
        addMinutes(model);
        return page.entries();
    }

    /** Adds {@code deleted}: what can still be brought back. */
    void addDeleted(Model model, List<NoteLists.Entry> deleted, Locale locale) {
        model.addAttribute(
                "deleted",
                deleted.stream().map(entry -> line(entry, null, locale)).toList());
    }

    /** Adds {@code idleMinutes} and {@code undoMinutes}. */
    void addMinutes(Model model) {
        model.addAttribute("idleMinutes", settings.idle().toMinutes());
        model.addAttribute("undoMinutes", settings.undo().toMinutes());
    }

    /** The talks of a page with their charts, and what was chosen last if it is the first page. */
    TalkLog talks(NoteLists.Page page, Locale locale) {
        List<TalkLog.Line> lines = page.entries().stream()
                .flatMap(entry -> TalkLog.Line.of(entry, shown(entry.writtenOn(), locale)).stream())
                .toList();
        return TalkLog.of(lines, today(), NotebookList::shown, locale);
    }

    private static NoteView.Line line(NoteLists.Entry entry, @Nullable UUID here, Locale locale) {
        return new NoteView.Line(
                entry.id(),
                entry.heading() == null ? null : entry.heading().title(),
                String.valueOf(entry.writtenOn().getDayOfMonth()),
                DateTimeFormatter.ofPattern("EEE", locale).format(entry.writtenOn()),
                entry.id().equals(here));
    }

    /** A month's name; its year too, if it is not this one. */
    String name(YearMonth month, Locale locale) {
        String pattern = month.getYear() == today().getYear() ? "LLLL" : "LLLL yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(month);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** A day, with its name, and its year: talks may go back a long way. */
    private static String shown(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(day);
    }

    /** A moment as it is shown where no script can put it into the reader's own zone. */
    String shown(Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", locale).format(moment.atZone(zone));
    }
}
