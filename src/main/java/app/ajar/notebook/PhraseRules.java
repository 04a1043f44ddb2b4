package app.ajar.notebook;

import app.ajar.vault.Passphrase;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Says why a passphrase is not taken. It opens a notebook by itself, so one that is quick to guess is none. */
@Component
class PhraseRules {

    /**
     * How many guesses it has to stand, as a power of ten. Every guess costs about as much as a fifth of a second on 64
     * MiB, and one guess tries every notebook of a stolen store: at a thousand guesses a second this is thirty years.
     */
    private static final double FEWEST_GUESSES = 12;

    /** Estimating takes time with the square of the length (20 ms here), and whatever comes after only adds to it. */
    private static final int LOOKED_AT = 64;

    /*
     * Only letters and digits are looked at, without what stands between them: each blank would count as a sign that has to be
     * guessed, and hide a well-known line from the lists.
     */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Lines that everybody knows and the library does not, and what this site is about. */
    private static final List<String> KNOWN = List.of(
            "tobeornottobe",
            "thatisthequestion",
            "onceuponatime",
            "happilyeverafter",
            "thequickbrownfox",
            "jumpsoverthelazydog",
            "correcthorsebatterystaple",
            "loveyouforever",
            "iloveyousomuch",
            "imsorry",
            "forbetterorforworse",
            "insicknessandinhealth",
            "tilldeathdouspart",
            "ourfatherwhoartinheaven",
            "thelordismyshepherd",
            "inthebeginningwastheword",
            "happywifehappylife",
            "homeiswheretheheartis",
            "livelovelaugh",
            "dontworrybehappy",
            "letitbe",
            "maytheforcebewithyou",
            "allyouneedislove",
            "ajar",
            "notebook",
            "therapy",
            "counselling",
            "passphrase");

    /** Its lists take a moment and some memory, so they are read when the first passphrase is looked at. */
    private static final class Estimate {
        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }

    private final Notebooks notebooks;

    PhraseRules(Notebooks notebooks) {
        this.notebooks = notebooks;
    }

    /** The name of what is wrong with it, as {@code notebook.problem.…} has it; empty if it may be used. */
    Optional<String> problemWith(String typed) {
        Optional<Passphrase> phrase = Passphrase.read(typed);
        if (phrase.isEmpty()) {
            return Optional.of(Passphrase.length(typed) > Passphrase.LONGEST ? "phrase-long" : "phrase-short");
        }
        if (notebooks.readsAsKeyWords(typed)) {
            return Optional.of("phrase-words");
        }
        return guessable(phrase.get()) ? Optional.of("phrase-guessable") : Optional.empty();
    }

    static boolean guessable(Passphrase phrase) {
        String told = BETWEEN.matcher(phrase.text()).replaceAll("");
        String looked = told.substring(0, Math.min(told.length(), LOOKED_AT));
        return looked.isEmpty() || Estimate.ZXCVBN.measure(looked, KNOWN).getGuessesLog10() < FEWEST_GUESSES;
    }
}
