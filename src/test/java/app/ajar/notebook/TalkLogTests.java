package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkLogTests {

    private static final LocalDate TODAY = LocalDate.parse("2027-03-21");

    @Test
    void drawsEachScaleFromTheOldestTalkToTheNewest() {
        TalkLog log = log(talk(5, 3), talk(1, 0), talk(3, 4));
        assertThat(log.charts()).extracting(TalkLog.Chart::scale).containsExactly("ease", "listened");
        TalkLog.Chart ease = log.charts().get(0);
        assertThat(ease.dots()).extracting(TalkLog.Dot::point).containsExactly(3, 1, 5);
        assertThat(ease.dots()).extracting(TalkLog.Dot::x).isSorted().doesNotHaveDuplicates();
        assertThat(ease.dots().get(2).y()).isLessThan(ease.dots().get(1).y());
        assertThat(ease.first().point()).isEqualTo(3);
        assertThat(ease.last().point()).isEqualTo(5);
        assertThat(log.charts().get(1).dots()).extracting(TalkLog.Dot::point).containsExactly(4, 3);
    }

    @Test
    void drawsNothingFromOneTalkAlone() {
        assertThat(log(talk(5, 5)).charts()).isEmpty();
        assertThat(log().next()).isNull();
    }

    @Test
    void keepsEveryDotInsideThePicture() {
        var talks = new ArrayList<Talk>();
        for (int i = 0; i < 40; i++) {
            talks.add(talk(1 + i % 5, 5 - i % 5));
        }
        assertThat(log(talks.toArray(Talk[]::new)).charts()).hasSize(2).allSatisfy(chart -> {
            assertThat(chart.dots()).hasSize(TalkLog.MOST_DOTS);
            assertThat(chart.path().split(" ")).hasSize(TalkLog.MOST_DOTS);
            assertThat(chart.dots()).allSatisfy(dot -> {
                assertThat(dot.x()).isBetween(TalkLog.EDGE, chart.width() - TalkLog.EDGE);
                assertThat(dot.y()).isBetween(TalkLog.EDGE, chart.height() - TalkLog.EDGE);
            });
        });
    }

    @ParameterizedTest
    @CsvSource({"2027-04-01,false", "2027-03-21,false", "2027-03-20,true", "2027-03-07,true"})
    void saysWhichDayWasChosen(String day, boolean passed) {
        TalkLog.Next next = log(next("again", day), next("leave", "")).next();
        assertThat(next).isEqualTo(new TalkLog.Next("again", day, passed));
    }

    @Test
    void saysNothingAfterLeaveItBe() {
        assertThat(log(next("leave", "2027-04-01"), next("again", "2027-04-01")).next())
                .isNull();
        assertThat(log(next("", ""), next("again", "2027-04-01")).next()).isNull();
    }

    @Test
    void stopsMentioningADayThatWasLetPass() {
        assertThat(log(next("again", "2027-03-06")).next()).isNull();
    }

    @Test
    void takesAskingAgainOneDayForWhatItIs() {
        assertThat(log(next("again", "")).next()).isEqualTo(new TalkLog.Next("again", null, false));
        assertThat(log(next("own", "2027-04-01")).next()).isEqualTo(new TalkLog.Next("own", null, false));
    }

    private static TalkLog log(Talk... newestFirst) {
        List<TalkLog.Line> lines = new ArrayList<>();
        for (Talk talk : newestFirst) {
            lines.add(new TalkLog.Line(UUID.randomUUID(), "today", talk));
        }
        return TalkLog.of(lines, TODAY, (day, locale) -> day.toString(), Locale.ENGLISH);
    }

    private static Talk talk(int ease, int listened) {
        return new Talk("", "", ease, listened, 0, "", "");
    }

    private static Talk next(String step, String day) {
        return new Talk("", "", 0, 0, 0, step, day);
    }
}
