package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EditionWatchTests {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final GuideLibrary library = mock(GuideLibrary.class);
    private final Clock clock = mock(Clock.class);
    private final EditionWatch watch = new EditionWatch(library, clock);

    @Test
    void outlivesAStoreThatIsAwayAndSaysSoOnce(CapturedOutput log) {
        doThrow(new IllegalStateException("the store is away")).when(library).refresh();
        for (int seconds = 0; seconds <= 20; seconds += 2) {
            lookAfter(seconds);
        }
        verify(library, times(3)).refresh();
        assertThat(log.getAll()).containsOnlyOnce("the store is away");
    }

    @Test
    void speaksUpAgainWhenTheStoreGoesAwayAnew(CapturedOutput log) {
        doThrow(new IllegalStateException("the store is away")).when(library).refresh();
        lookAfter(0);
        doReturn(false).when(library).refresh();
        lookAfter(10);
        lookAfter(12);
        verify(library, times(3)).refresh();
        doThrow(new IllegalStateException("away once more")).when(library).refresh();
        lookAfter(14);
        assertThat(log.getAll()).contains("away once more").doesNotContain("Another edition");
    }

    @Test
    void saysThatAnotherEditionIsShown(CapturedOutput log) {
        doReturn(true).when(library).refresh();
        lookAfter(0);
        assertThat(log.getAll()).containsOnlyOnce("Another edition of the guide was published");
    }

    private void lookAfter(int seconds) {
        when(clock.instant()).thenReturn(START.plusSeconds(seconds));
        watch.look();
    }
}
