package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void readsEachBlockquoteAsOneSaying() {
        assertThat(PlainText.sayings("""
                Some words before.

                > I miss you.

                Between.
                > What would make it
                > worth your while?
                """)).containsExactly("I miss you.", "What would make it worth your while?");
    }

    @Test
    void splitsSayingsAtAnEmptyQuotedLine() {
        assertThat(PlainText.sayings("> One.\n>\n> Two.")).containsExactly("One.", "Two.");
    }

    @Test
    void curlsTheQuotesInsideASaying() {
        assertThat(PlainText.sayings("> I heard \"no\". I won't push.")).containsExactly("I heard “no”. I won’t push.");
    }

    @Test
    void findsNoSayingInPlainText() {
        assertThat(PlainText.sayings("Nobody speaks here.\n\n- a > b")).isEmpty();
    }

    @Test
    void readsWhatTheySayAndWhatYouSay() {
        assertThat(PlainText.exchanges("""
                - "About time." → "Yes. It took me a while."
                * "And now
                  me?" → "No. This was
                  only about me."
                - no arrow here
                """))
                .containsExactly(
                        new PlainText.Pair("“About time.”", "“Yes. It took me a while.”"),
                        new PlainText.Pair("“And now me?”", "“No. This was only about me.”"));
    }

    @Test
    void readsBeforeAndAfterEvenWhereTheLinesAreFolded() {
        String advice = """
                Say it once, in plain
                words.

                Before: "I saw a show about
                therapy."

                After: "I would like us to go."
                """;
        assertThat(PlainText.beforeAfter(advice))
                .contains(new PlainText.Pair("“I saw a show about therapy.”", "“I would like us to go.”"));
        assertThat(PlainText.withoutBeforeAfter(advice)).isEqualTo("Say it once, in plain words.");
    }

    @Test
    void wantsBothBeforeAndAfter() {
        assertThat(PlainText.beforeAfter("Before: \"x\"")).isEmpty();
        assertThat(PlainText.beforeAfter("After: \"x\"")).isEmpty();
        assertThat(PlainText.beforeAfter("The time before: it was calm. After: not."))
                .isEmpty();
    }
}
