package app.ajar.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTests {

    private static final LocalDateTime BEGINS = LocalDateTime.parse("2027-03-20T19:30");

    private final CalendarFile calendar =
            new CalendarFile(Clock.fixed(Instant.parse("2027-03-01T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void holdsTheTimeAndOneWordAndNothingElse() {
        assertThat(calendar.of(BEGINS, 20, "Walk").replaceFirst("UID:[0-9a-f-]{36}", "UID:one"))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "PRODID:-//notes//EN",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "UID:one",
                        "DTSTAMP:20270301T080000Z",
                        "DTSTART:20270320T193000",
                        "DURATION:PT20M",
                        "SUMMARY:Walk",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void makesAnotherAppointmentEachTime() {
        assertThat(calendar.of(BEGINS, 20, "Walk")).isNotEqualTo(calendar.of(BEGINS, 20, "Walk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Walk, talk; \\ and \"rest\"",
                "Bäckerei – 19 Uhr",
                "🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙🌙",
                "x🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙xxx🌙",
                "a word that is so long that it has to be folded twice, since no line may have more than seventy-five",
                "END:VEVENT"
            })
    void canBeReadBackByACalendarWhateverTheWord(String word) throws Exception {
        String file = calendar.of(BEGINS, 15, word);
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        Calendar read = new CalendarBuilder().build(new StringReader(file));
        List<VEvent> events = read.getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getSummary().getValue()).isEqualTo(word);
        assertThat(events.get(0).getDateTimeStart().getValue()).isEqualTo("20270320T193000");
    }
}
