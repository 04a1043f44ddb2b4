package app.ajar.notebook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How long the queue before the slow step of opening a notebook is. A number, and nothing of whom it is made of. */
@Component
class StretchingMeasures implements MeterBinder {

    private final Stretching stretching;

    StretchingMeasures(Stretching stretching) {
        this.stretching = stretching;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ajar.stretching.waiting", stretching, Stretching::waiting)
                .description("How many wait for keys to be made of their words")
                .register(registry);
    }
}
