package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.ajar.shared.PageCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What readers see, and when it changes. Two libraries on one store are in {@link PublishingTests}. */
class GuideLibraryTests {

    private final Shelf shelf = new Shelf();
    private final Publishing publishing = publishing(shelf);
    private final PageCache pages = mock(PageCache.class);

    @TempDir
    private Path folder;

    @AfterEach
    void endTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void takesThePackOverWhenItStartsAndNotTwice() {
        GuideLibrary library = library(shelf.builder());
        assertThat(library.edition().section("/safety")).isPresent();
        assertThat(publishing.number()).isOne();
        library(shelf.builder());
        assertThat(publishing.number()).isOne();
    }

    @Test
    void showsAnotherEditionOnceItIsPublished() {
        GuideLibrary library = library(shelf.builder());
        Edition before = library.edition();
        assertThat(library.refresh()).isFalse();
        assertThat(library.edition()).isSameAs(before);
        verify(pages, never()).clear();

        publishing.publish(() -> shelf.piece(Barrier.class, "barrier/shame").edit("helps", "Time.", Shelf.NOON));

        assertThat(library.edition()).as("until it looks").isSameAs(before);
        assertThat(library.refresh()).isTrue();
        assertThat(library.edition()).isNotSameAs(before);
        verify(pages).clear();
        assertThat(library.refresh()).isFalse();
    }

    @Test
    void staysWithOneEditionThroughARequest() {
        GuideLibrary library = library(shelf.builder());
        beginARequest();
        Edition begun = library.edition();
        publishing.publish(() -> {});
        library.refresh();
        assertThat(library.edition()).isSameAs(begun);
        beginARequest();
        assertThat(library.edition()).isNotNull().isNotSameAs(begun);
    }

    @Test
    void readsAgainWhereTheGuideChangedMeanwhile() {
        assertThat(library(changing(4)).edition()).isNotNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> library(changing(5)))
                .withMessage("The guide changes faster than it can be read");
    }

    @Test
    void refusesAnEditionWithoutAGuideOrASafetyPage() {
        shelf.applier().apply(PackSamples.read("en", PackSamples.files("en", 99)));
        EditionBuilder builder = mock(EditionBuilder.class);
        when(builder.build("en")).thenReturn(shelf.edition());
        assertThatIllegalStateException()
                .isThrownBy(() -> library(builder))
                .withMessage("The edition in en has no safety page or no guide");
        when(builder.build("en")).thenReturn(new Edition("en", List.of(), List.of(), List.of(), List.of()));
        assertThatIllegalStateException().isThrownBy(() -> library(builder));
    }

    @Test
    void readsEachLanguageFromItsOwnFolder() throws IOException {
        PackSamples.write(folder, PackSamples.files("en", 1));
        PackSamples.write(folder, PackSamples.files("fr", 2));
        Publishing taken = mock(Publishing.class);
        EditionBuilder builder = mock(EditionBuilder.class);
        Edition english = EnglishGuide.edition();
        when(builder.build(any())).thenReturn(english);

        var library = new GuideLibrary(
                new PackFolder(folder.toUri().toString()), taken, builder, EnglishGuide.messages(), pages);

        assertThat(library.edition()).isSameAs(english);
        verify(builder).build("fr");
        assertThat(packTaken(taken, "en").version()).isEqualTo(1);
        assertThat(packTaken(taken, "fr").version()).isEqualTo(2);
    }

    @Test
    void wantsTheDefaultLanguage() throws IOException {
        PackSamples.write(folder, PackSamples.files("fr", 1));
        assertThatExceptionOfType(PackProblem.class)
                .isThrownBy(() -> new GuideLibrary(
                        new PackFolder(folder.toUri().toString()),
                        publishing,
                        shelf.builder(),
                        EnglishGuide.messages(),
                        pages))
                .withMessage("there is no pack in the default language");
        assertThat(publishing.number()).isZero();
    }

    @Test
    void isWellWhileThereIsASafetyPage() {
        GuideLibrary library = mock(GuideLibrary.class);
        var health = new EditionHealthIndicator(library);
        when(library.edition()).thenReturn(EnglishGuide.edition());
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        when(library.edition()).thenReturn(new Edition("en", List.of(), List.of(), List.of(), List.of()));
        assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
    }

    private GuideLibrary library(EditionBuilder builder) {
        return new GuideLibrary(EnglishGuide.folder(), publishing, builder, EnglishGuide.messages(), pages);
    }

    /** Brings packs onto the shelf, and counts in a store of its own, which holds nothing but the number. */
    private static Publishing publishing(Shelf shelf) {
        var database = new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .build();
        var store = JdbcClient.create(database);
        store.sql("create table edition (id integer primary key, number bigint not null)")
                .update();
        store.sql("insert into edition (id, number) values (1, 0)").update();
        return new Publishing(store, new TransactionTemplate(new JdbcTransactionManager(database)), shelf.applier());
    }

    /** Reads from the shelf, while something else is published, this many times. */
    private EditionBuilder changing(int times) {
        var left = new AtomicInteger(times);
        return new EditionBuilder(shelf, new Markdown()) {
            @Override
            public Edition build(String language) {
                if (left.getAndDecrement() > 0) {
                    publishing.publish(() -> {});
                }
                return super.build(language);
            }
        };
    }

    private static Pack packTaken(Publishing publishing, String language) {
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Supplier<Pack>> pack = ArgumentCaptor.forClass(Supplier.class);
        verify(publishing).takeOver(eq(language), any(), pack.capture());
        return pack.getValue().get();
    }

    private static void beginARequest() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }
}
