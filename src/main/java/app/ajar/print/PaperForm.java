package app.ajar.print;

import java.util.Arrays;
import java.util.Optional;

/** What the picked words become on paper. */
enum PaperForm {
    CARDS("cards"),
    FOLD_OUT("fold-out"),
    LARGE("large"),
    REPLIES("replies");

    private final String key;

    PaperForm(String key) {
        this.key = key;
    }

    /** As it stands in the form and in message keys. */
    public String key() {
        return key;
    }

    static Optional<PaperForm> of(String key) {
        return Arrays.stream(values()).filter(form -> form.key.equals(key)).findFirst();
    }
}
