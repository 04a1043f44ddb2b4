package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ajar.vault.PassSecret;
import app.ajar.vault.Seal;
import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** What the pages say when too many people are opening notebooks, or the store has trouble. */
class KeysControllerTests {

    private static final String PHRASE = "wet socks and burnt toast";

    private final SecureRandom random = new SecureRandom();
    private final OpenNotebook notebook = new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(random));
    private final Notebooks notebooks = mock();
    private final KeysController controller =
            new KeysController(notebooks, mock(), new PassCookie(), new PhraseRules(notebooks), mock());
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ExtendedModelMap model = new ExtendedModelMap();

    @BeforeEach
    void openIt() {
        request.setCookies(
                new Cookie("pass", PassSecret.fresh(notebook.id(), random).cookieText()));
        when(notebooks.turn(notebook)).thenReturn("turn");
    }

    @Test
    void asksForPatienceAndKeepsTheTicksWhenTooManyAreOpeningNotebooks() {
        when(notebooks.changeWords(any(), any(), any(), anyBoolean())).thenThrow(new TooBusyException());
        assertThat(controller.change(notebook, "yes", "turn", "yes", request, response, model))
                .isEqualTo("notebook/change-words");
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(model)
                .containsEntry("problem", "busy")
                .containsEntry("sure", true)
                .containsEntry("phraseToo", true)
                .doesNotContainKey("keyWords");
    }

    @Test
    void saysThatTheOldWordsStillOpenItWhenTheStoreHasTrouble() {
        when(notebooks.changeWords(any(), any(), any(), anyBoolean())).thenThrow(new QueryTimeoutException("late"));
        controller.change(notebook, "yes", "turn", "", request, response, model);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(model).containsEntry("problem", "words-trouble");
    }

    @Test
    void givesAPassphraseBackWhenTooManyAreOpeningNotebooks() {
        when(notebooks.setPhrase(any(), any(), any())).thenThrow(new TooBusyException());
        assertThat(controller.setPhrase(notebook, PHRASE, request, response, model))
                .isEqualTo("notebook/phrase");
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(model).containsEntry("problem", "busy").containsEntry("typed", PHRASE);
    }
}
