package app.ajar.upkeep;

/** Something that was asked for is not done, and nothing was changed: one sentence says why. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }
}
