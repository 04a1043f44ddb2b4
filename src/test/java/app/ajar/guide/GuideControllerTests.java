package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.server.ResponseStatusException;

class GuideControllerTests {

    private final Edition edition = EnglishGuide.edition();
    private final GuideLibrary library = mock(GuideLibrary.class);
    private final GuideController controller = new GuideController(library);
    private final ExtendedModelMap model = new ExtendedModelMap();

    @BeforeEach
    void openTheGuide() {
        when(library.edition()).thenReturn(edition);
    }

    @Test
    void showsTheContents() {
        assertThat(controller.contents(model)).isEqualTo("guide/contents");
        assertThat(model).containsEntry("edition", edition);
    }

    @Test
    void showsAPageWithItsPartAndWhatComesNext() {
        SectionView page = section("/guide/my-limits");
        assertThat(controller.section(new MockHttpServletRequest("GET", "/guide/my-limits"), model))
                .isEqualTo("guide/section");
        assertThat(model)
                .containsEntry("edition", edition)
                .containsEntry("section", page)
                .containsEntry("part", edition.partOf(page).orElseThrow())
                .containsEntry("next", edition.after(page).orElseThrow());
    }

    @Test
    void showsThePrompts() {
        assertThat(controller.prompts(model)).isEqualTo("guide/prompts");
        assertThat(model).containsEntry("section", section("/prompts"));
    }

    @Test
    void knowsNoPageByAnotherAddress() {
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> controller.section(new MockHttpServletRequest("GET", "/guide/no-such-page"), model))
                .satisfies(
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(404));
    }

    private SectionView section(String path) {
        return edition.section(path).orElseThrow();
    }
}
