package app.ajar.server;

import app.ajar.shared.PageCache;
import app.ajar.shared.Turnstile;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How the page cache and the turnstile are doing. */
@Component
class MemoryMeasures implements MeterBinder {

    private final PageCache pages;
    private final Turnstile turnstile;

    MemoryMeasures(PageCache pages, Turnstile turnstile) {
        this.pages = pages;
        this.turnstile = turnstile;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("ajar.pages.hits", pages, PageCache::hits)
                .description("Answers given from memory")
                .register(registry);
        FunctionCounter.builder("ajar.pages.renders", pages, PageCache::renders)
                .description("Answers made to be kept")
                .register(registry);
        Gauge.builder("ajar.pages.kept", pages, PageCache::count)
                .description("Answers kept now")
                .register(registry);
        Gauge.builder("ajar.pages.size", pages, PageCache::bytes)
                .description("Memory that kept answers take")
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
        Gauge.builder("ajar.turnstile.inside", turnstile, Turnstile::inside)
                .description("Requests worked on that memory cannot answer")
                .register(registry);
        FunctionCounter.builder("ajar.turnstile.turned.away", turnstile, Turnstile::turnedAway)
                .description("Requests told to come back later")
                .register(registry);
    }
}
