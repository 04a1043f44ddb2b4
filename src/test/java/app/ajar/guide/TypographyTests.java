package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Not now."                    | “Not now.”
            They said "not now" again     | They said “not now” again
            don't                         | don’t
            the dogs' bowl                | the dogs’ bowl
            She asked: 'Why "never"?'     | She asked: ‘Why “never”?’
            ("a bracket")                 | (“a bracket”)
            "'Never,' they said."         | “‘Never,’ they said.”
            “already curly”               | “already curly”
            no quotes at all              | no quotes at all
            """)
    void curlsQuotesByWhatStandsBefore(String typed, String wanted) {
        assertThat(Typography.curly(typed)).isEqualTo(wanted);
    }

    @Test
    void closesAQuoteAfterAWordThatEndedInAnotherPieceOfText() {
        assertThat(Typography.curly("\" they said", 'w')).isEqualTo("” they said");
        assertThat(Typography.curly("'s", 't')).isEqualTo("’s");
    }

    @Test
    void leavesNothingAsNothing() {
        assertThat(Typography.curly("")).isEmpty();
    }
}
