package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many keys are made at the same time; what a flood does to them is in {@code FloodTests}. */
class StretchingTests {

    @ParameterizedTest
    @CsvSource({"64, 8, 1", "160, 2, 1", "256, 2, 2", "256, 16, 2", "512, 16, 5", "4096, 1, 2", "4096, 8, 8"})
    void fitsTheHeapAndTheProcessors(long heapMib, int processors, int atOnce) {
        assertThat(Stretching.atOnce(heapMib * 1024 * 1024, processors)).isEqualTo(atOnce);
    }
}
