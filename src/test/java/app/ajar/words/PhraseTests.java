package app.ajar.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTests {

    private static final Map<String, List<String>> LISTS = Map.of("very", List.of("really", "just", "obvious*"));
    private static final Sentence.ShortForms FORMS =
            new Sentence.ShortForms(Map.of("can't", List.of("can", "not")), Map.of("'re", "are", "n't", "not"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "you need           ; I think YOU need this              ; YOU need",
                "you|we need        ; we need this                       ; we need",
                "you @very? need    ; you just need it                   ; you just need",
                "you @very need     ; you obviously need it              ; you obviously need",
                "you @very need     ; you need it                        ; ''",
                "you are            ; You’re late                        ; You’re",
                "you can not        ; you can't come                     ; you can't",
                "you do not         ; you don't come                     ; you don't",
                "need*              ; neediness is a word                ; neediness",
                "you _ it           ; you and it                         ; you and it",
                "you _ it           ; you it                             ; ''",
                "you .. it          ; you a b c d it                     ; you a b c d it",
                "you .. it          ; you a b c d e it                   ; ''",
                "you .. it          ; 'you a, b it'                      ; ''",
                "you ... it         ; 'you a, b it'                      ; you a, b it",
                "^ you              ; 'and you, you'                     ; you",
                "you $              ; 'you and you, then'                ; you",
                "a ... b            ; a x b x b                          ; a x b x b",
                "so? you|we need    ; we need it                         ; we need",
                "need*|want you|we  ; needing we                         ; needing we",
                "you ..             ; you a b c d e                      ; you a b c d",
            })
    void findsTheRowOfWords(String written, String text, String found) {
        Sentence sentence = Sentence.of(text, FORMS).get(0);
        List<String> hits = new Phrase(written.strip(), LISTS)
                .in(sentence, new Phrase.Effort()).stream()
                        .map(hit -> text.substring(
                                sentence.words().get(hit.from()).from(),
                                sentence.words().get(hit.to() - 1).to()))
                        .toList();
        if (found.isEmpty()) {
            assertThat(hits).isEmpty();
        } else {
            assertThat(hits).contains(found);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "so?",
                "...",
                "you $|now",
                "you @nobody",
                "You need",
                "a ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... b"
            })
    void refusesARowThatCannotBeRead(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phrase(written, LISTS));
    }

    @Test
    void takesSixtyPlacesAndNoMore() {
        assertThat(new Phrase("a ".repeat(60), LISTS).size()).isEqualTo(60);
        assertThatIllegalArgumentException().isThrownBy(() -> new Phrase("a ".repeat(61), LISTS));
    }

    @Test
    void findsAStartOnlyWhereAClauseBegins() {
        Sentence sentence = Sentence.of("and you, you", FORMS).get(0);
        assertThat(new Phrase("^ you", LISTS).in(sentence, new Phrase.Effort())).containsExactly(new Phrase.Hit(2, 3));
        assertThat(new Phrase("you $", LISTS).in(sentence, new Phrase.Effort()))
                .containsExactly(new Phrase.Hit(1, 2), new Phrase.Hit(2, 3));
        assertThat(new Phrase("and $", LISTS).in(sentence, new Phrase.Effort())).isEmpty();
    }

    @Test
    void looksNoFurtherWhenNothingCanFollow() {
        var effort = new Phrase.Effort();
        new Phrase("a*", LISTS).in(Sentence.of("a b c d", FORMS).get(0), effort);
        assertThat(effort.steps).isEqualTo(4);
    }

    @Test
    void neverLooksMoreOftenThanItsPlacesAllow() {
        var phrase = new Phrase("a|b ... ... a? ... a ... c", LISTS);
        Sentence hostile = Sentence.of("a ".repeat(1_000), FORMS).get(0);
        var effort = new Phrase.Effort();
        phrase.in(hostile, effort);
        assertThat(effort.steps).isBetween(1L, 1_000L * phrase.size() * phrase.size());
    }

    @Test
    void readsSentencesClausesAndQuestions() {
        List<Sentence> sentences = Sentence.of("Well, you came.\n\nWill you stay?! No", FORMS);
        assertThat(sentences).extracting(Sentence::asks).containsExactly(false, true, false);
        assertThat(sentences.get(0).words())
                .extracting(Sentence.Word::plain, Sentence.Word::first, Sentence.Word::last)
                .containsExactly(tuple("well", true, true), tuple("you", true, false), tuple("came", false, true));
        assertThat(sentences.get(0)).hasToString("Sentence[…]");
    }

    @ParameterizedTest
    @CsvSource({
        "Stay?, true",
        "Stay!?, true",
        "Stay?!, true",
        "Stay!, false",
        "Stay! You?, false",
        "Stay., false",
        "Stay, false"
    })
    void tellsAQuestionByItsMark(String text, boolean asks) {
        assertThat(Sentence.of(text, FORMS).get(0).asks()).isEqualTo(asks);
    }

    @Test
    void endsASentenceAtAnyOfItsMarks() {
        assertThat(Sentence.of("One. Two! Three? Four… Five\nSix", FORMS))
                .extracting(sentence -> sentence.words().get(0).plain())
                .containsExactly("one", "two", "three", "four", "five", "six");
    }

    @Test
    void endsItsLastClauseWithTheText() {
        assertThat(Sentence.of("you came", FORMS).get(0).words())
                .extracting(Sentence.Word::last)
                .containsExactly(false, true);
    }

    @Test
    void takesAnApostropheIntoAWordOnlyBetweenLetters() {
        assertThat(Sentence.of("the dogs' bowl, ‘isn’t’ it'", FORMS).get(0).words())
                .extracting(Sentence.Word::plain)
                .containsExactly("the", "dogs", "bowl", "is", "not", "it");
    }

    @Test
    void spellsOutAnEndingOnlyBehindAWord() {
        assertThat(FORMS.spelledOut("n't")).containsExactly("n't");
        assertThat(FORMS.spelledOut("don't")).containsExactly("do", "not");
        assertThat(FORMS.spelledOut("can't")).containsExactly("can", "not");
        assertThat(FORMS.spelledOut("note")).containsExactly("note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "?!", "'", "🌙", "\n\n", "’’’"})
    void readsATextWithoutWords(String text) {
        assertThat(Sentence.of(text, FORMS)).isEmpty();
    }
}
