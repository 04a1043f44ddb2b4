package app.ajar.talk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * One appointment as a calendar file (RFC 5545): when, how long, and the one word that the reader chose. No place, no
 * text, no reminder, nothing that names this site: calendars are shared, and they light up on tables.
 */
@Component
class CalendarFile {

    /** The standard asks for a name of what made the file. */
    private static final String MADE_BY = "-//notes//EN";

    private static final int LONGEST_LINE = 75;

    private final Clock clock;

    CalendarFile(Clock clock) {
        this.clock = clock;
    }

    /** @param begins by the clock on the reader's wall, in whatever zone: a "floating" time */
    String of(LocalDateTime begins, int minutes, String word) {
        var event = new VEvent(new PropertyList()
                .add(new Uid(UUID.randomUUID().toString()))
                .add(new DtStamp(clock.instant()))
                .add(new DtStart<>(begins))
                .add(new net.fortuna.ical4j.model.property.Duration(Duration.ofMinutes(minutes)))
                .add(new Summary(word)));
        return folded(new Calendar()
                .withProdId(MADE_BY)
                .withProperty(ImmutableVersion.VERSION_2_0)
                .withComponent(event)
                .getFluentTarget()
                .toString());
    }

    /**
     * Lines of 75 octets at most (RFC 5545, section 3.1). The library folds by UTF-16 units, and would cut a character
     * from outside the basic plane in two.
     */
    private static String folded(String file) {
        return file.lines().map(CalendarFile::foldedLine).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String foldedLine(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String character = Character.toString(line.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.toString();
    }
}
