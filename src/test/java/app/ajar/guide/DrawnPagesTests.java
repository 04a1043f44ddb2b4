package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Which small print stands on which page. */
@AjarTest
class DrawnPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private GuideLibrary library;

    @Autowired
    private ITemplateEngine templates;

    private Visitor visitor;

    @BeforeEach
    void comeIn() {
        visitor = new Visitor(port);
    }

    @Test
    void everySectionShowsItsOwnAndThoseOfItsBarriers() {
        assertThat(sections()).hasSizeGreaterThan(20).allSatisfy(section -> {
            List<String> pieces = Stream.concat(
                            Stream.of(section.slug()),
                            section.barriers().stream().map(BarrierView::slug))
                    .toList();
            assertThat(page(section.path())).satisfies(page -> {
                assertThat(count(page)).isEqualTo(pieces.size());
                pieces.forEach(piece -> assertThat(page).contains(drawing(piece)));
            });
        });
    }

    @Test
    void theContentsShowEachSectionsOnce() {
        String page = page("/guide");
        assertThat(count(page)).isEqualTo((int) sections().count());
        assertThat(sections()).allSatisfy(section -> assertThat(page).containsOnlyOnce(drawing(section.slug())));
    }

    @Test
    void aPieceThatNobodyDrewShowsNone() {
        // A pack of one's own may hold pieces under any name.
        assertThat(drawing("fear-of-blame"))
                .startsWith("<svg class=\"drawing\"")
                .endsWith("</svg>");
        assertThat(drawing("not-drawn-by-anybody")).isEmpty();
    }

    private Stream<SectionView> sections() {
        Edition edition = library.edition();
        return Stream.concat(
                edition.parts().stream().flatMap(part -> part.sections().stream()), edition.sitePages().stream());
    }

    private String drawing(String slug) {
        var names = new HashMap<String, Object>(Map.of("slug", slug));
        return templates
                .process("parts/drawing", new Context(Locale.ENGLISH, names))
                .replaceAll("(?s)<!--.*?-->", "")
                .strip();
    }

    private String page(String path) {
        return Visitor.text(visitor.get(path));
    }

    private static int count(String page) {
        return page.split("<svg class=\"drawing\"", -1).length - 1;
    }
}
