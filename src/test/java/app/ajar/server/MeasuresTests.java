package app.ajar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeasuresTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Measures measures = new Measures();

    @Test
    void tellKindsOfPagesApartAndHowTheyEnded() {
        measures.bindTo(registry);
        for (String path : new String[] {"/", "/guide/my-limits", "/safety", "/notebook/notes/7", "/walk"}) {
            measures.took(path, 200, Duration.ofMillis(3).toNanos());
        }
        measures.took("/notebook", 503, 1);
        measures.took("/notebook", 500, 1);
        measures.took("/nothing", 404, 1);
        assertThat(count("reading", "answered")).isEqualTo(3);
        assertThat(count("notebook", "answered")).isEqualTo(1);
        assertThat(count("notebook", "busy")).isEqualTo(1);
        assertThat(count("notebook", "broken")).isEqualTo(1);
        assertThat(count("tools", "answered")).isEqualTo(1);
        assertThat(count("reading", "refused")).isEqualTo(1);
    }

    @Test
    void haveNoLabelThatTellsOneReaderFromAnother() {
        measures.bindTo(registry);
        int before = registry.getMeters().size();
        for (int one = 0; one < 1_000; one++) {
            measures.took("/notebook/notes/" + one, 200 + one % 300, one);
        }
        assertThat(registry.getMeters()).hasSize(before).hasSizeLessThan(300);
        assertThat(registry.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()))
                .allSatisfy(tag -> assertThat(tag.getKey()).isIn("kind", "outcome", "le"));
    }

    @Test
    void costNothingWhereNobodyAsksForThem() {
        assertThatCode(() -> measures.took("/", 200, 1)).doesNotThrowAnyException();
        measures.bindTo(registry);
        assertThat(count("reading", "answered")).isZero();
    }

    private long count(String kind, String outcome) {
        return registry.get("ajar.requests")
                .tags("kind", kind, "outcome", outcome)
                .timer()
                .count();
    }
}
