package app.ajar.notebook;

import java.time.Clock;
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

    /** Adds {@code months} and {@code deleted} to the model; {@code here} is the note being read, if any. */
    void addTo(Model model, OpenNotebook notebook, @Nullable UUID here, Locale locale) {
        int thisYear = clock.instant().atZone(zone).getYear();
        var months = new LinkedHashMap<String, List<NoteView.Line>>();
        var deleted = new ArrayList<NoteView.Line>();
        for (Notes.Entry entry : notes.list(notebook)) {
            ZonedDateTime written = entry.writtenAt().atZone(zone);
            String title = entry.heading() == null ? null : entry.heading().title();
            var line = new NoteView.Line(
                    entry.id(),
                    title,
                    String.valueOf(written.getDayOfMonth()),
                    DateTimeFormatter.ofPattern("EEE", locale).format(written),
                    entry.writtenAt(),
                    entry.id().equals(here));
            if (entry.deleted()) {
                deleted.add(line);
            } else {
                String pattern = written.getYear() == thisYear ? "LLLL" : "LLLL yyyy";
                months.computeIfAbsent(
                                DateTimeFormatter.ofPattern(pattern, locale).format(written), name -> new ArrayList<>())
                        .add(line);
            }
        }
        model.addAttribute(
                "months",
                months.entrySet().stream()
                        .map(month -> new NoteView.Month(month.getKey(), month.getValue()))
                        .toList());
        model.addAttribute("deleted", deleted);
        model.addAttribute("idleMinutes", settings.idle().toMinutes());
        model.addAttribute("undoMinutes", settings.undo().toMinutes());
    }

    /** A moment as it is shown where no script can put it into the reader's own zone. */
    String shown(java.time.Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", locale).format(moment.atZone(zone));
    }
}
