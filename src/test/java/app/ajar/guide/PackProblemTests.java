package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackProblemTests {

    @Test
    void saysWhereWhatAndHowToMendItWhenTheProgramCannotStart() {
        var problem = new PackProblem("en/barriers/shame.md", 4, "the field 'title' is empty", "Give it a value.");
        var analysis = new PackFailureAnalyzer().analyze(new IllegalStateException("wrapped", problem));
        assertThat(analysis.getDescription())
                .isEqualTo("The guide cannot be read: en/barriers/shame.md, line 4: the field 'title' is empty");
        assertThat(analysis.getAction()).isEqualTo("Give it a value. Nothing was changed in the store.");
    }

    @Test
    void namesTheWholeFileWhereNoLineIsMeant() {
        assertThat(new PackProblem("en/pack.yaml", 0, "the file is missing", "Add it.").place())
                .isEqualTo("en/pack.yaml");
        assertThat(new PackProblem("en/pack.yaml", 1, "no", "Add it.").place()).isEqualTo("en/pack.yaml, line 1");
    }
}
