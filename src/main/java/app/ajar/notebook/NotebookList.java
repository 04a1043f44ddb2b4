package app.ajar.notebook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out the list of notes by month, for the pages that show it. */
@Component
class NotebookList {

    private final Notes notes;
    private final Clock clock;
    private final ZoneId zone;
    private final NotebookSettings settings;

    NotebookList(Notes notes, Clock clock, @Value("${ajar.zone}") ZoneId zone, NotebookSettings settings) {
        this.notes = notes;
        this.clock = clock;
        this.zone = zone;
        this.settings = settings;
    }

    /**
     * Adds {@code months}, {@code deleted} and {@code talks} to the model; {@code here} is the note being read, if any.
     */
    void addTo(Model model, OpenNotebook notebook, @Nullable UUID here, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        int thisYear = today.getYear();
        var months = new LinkedHashMap<String, List<NoteView.Line>>();
        var deleted = new ArrayList<NoteView.Line>();
        var talks = new ArrayList<TalkLog.Line>();
        for (Notes.Entry entry : notes.list(notebook)) {
            String title = entry.heading() == null ? null : entry.heading().title();
            ZonedDateTime written = entry.heading() == null
                    ? entry.writtenOn().atStartOfDay(zone)
                    : entry.heading().times().writtenAt().atZone(zone);
            var line = new NoteView.Line(
                    entry.id(),
                    title,
                    String.valueOf(written.getDayOfMonth()),
                    DateTimeFormatter.ofPattern("EEE", locale).format(written),
                    written.toInstant(),
                    entry.id().equals(here));
            if (entry.deleted()) {
                deleted.add(line);
            } else {
                String pattern = written.getYear() == thisYear ? "LLLL" : "LLLL yyyy";
                months.computeIfAbsent(
                                DateTimeFormatter.ofPattern(pattern, locale).format(written), name -> new ArrayList<>())
                        .add(line);
                if (entry.heading() != null && entry.heading().talk() != null) {
                    LocalDate held = written.toLocalDate();
                    talks.add(new TalkLog.Line(
                            entry.id(),
                            held,
                            shown(held, locale),
                            entry.heading().talk()));
                }
            }
        }
        model.addAttribute(
                "months",
                months.entrySet().stream()
                        .map(month -> new NoteView.Month(month.getKey(), month.getValue()))
                        .toList());
        model.addAttribute("deleted", deleted);
        model.addAttribute("scales", Talk.SCALES);
        model.addAttribute("talks", TalkLog.of(List.copyOf(talks), today, NotebookList::shown, locale));
        model.addAttribute("idleMinutes", settings.idle().toMinutes());
        model.addAttribute("undoMinutes", settings.undo().toMinutes());
    }

    /** A day, with its name, and its year: talks may go back a long way. */
    private static String shown(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(day);
    }

    /** A moment as it is shown where no script can put it into the reader's own zone. */
    String shown(java.time.Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", locale).format(moment.atZone(zone));
    }
}
