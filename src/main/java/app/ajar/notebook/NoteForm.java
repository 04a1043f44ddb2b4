package app.ajar.notebook;

import app.ajar.notebook.NoteView.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a note sends. Every field may be missing; none is ever put into a complaint.
 *
 * @param note the id that the page was given for this note, so that sending it twice keeps it once
 * @param both anything, where the person wants their words beside the other version
 * @param revision which saved state the person was looking at; none for a new note
 * @param kind {@value #TALK} where the fields from here on count: they are those of {@link Talk}. The key of a
 *     {@link GuidedKind} where {@code guided} counts.
 * @param guided the texts of an exercise: each sent under its name
 */
record NoteForm(
        @Nullable String note,
        @Nullable String both,
        @Nullable String title,
        @Nullable String body,
        @Nullable String section,
        @Nullable String mood,
        @Nullable String revision,
        @Nullable String kind,
        @Nullable String said,
        @Nullable String heard,
        @Nullable String ease,
        @Nullable String listened,
        @Nullable String closer,
        @Nullable String next,
        @Nullable String day,
        @Nullable Guided guided) {

    static final String TALK = "talk";

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern SECTION = Pattern.compile("(/[a-z0-9-]{1,64}){1,3}");

    /** @param sent what was sent under the name of a field, if anything was */
    static NoteForm of(Function<String, @Nullable String> sent) {
        return new NoteForm(
                sent.apply("note"),
                sent.apply("both"),
                sent.apply("title"),
                sent.apply("body"),
                sent.apply("section"),
                sent.apply("mood"),
                sent.apply("revision"),
                sent.apply("kind"),
                sent.apply("said"),
                sent.apply("heard"),
                sent.apply("ease"),
                sent.apply("listened"),
                sent.apply("closer"),
                sent.apply("next"),
                sent.apply("day"),
                GuidedKind.of(sent.apply("kind"))
                        .map(kind -> Guided.of(kind, name -> lines(sent.apply(name))))
                        .orElse(null));
    }

    /** The fields from which {@link #of} makes a form with this text; those that are empty are not among them. */
    static Map<String, String> fieldsOf(NoteText text) {
        var fields = new LinkedHashMap<String, String>();
        Talk talk = text.talk();
        Guided guided = text.guided();
        fields.put("kind", guided != null ? guided.kind().key() : talk != null ? TALK : "");
        fields.put("title", text.title());
        fields.put("section", text.section());
        fields.put("mood", text.mood());
        fields.put("body", text.body());
        if (talk != null) {
            fields.put("said", talk.said());
            fields.put("heard", talk.heard());
            Talk.SCALES.forEach(scale -> fields.put(scale, talk.on(scale) == 0 ? "" : String.valueOf(talk.on(scale))));
            fields.put("next", talk.next());
            fields.put("day", talk.day());
        }
        if (guided != null) {
            fields.putAll(guided.texts());
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    static final List<String> MOODS = List.of("calm", "hopeful", "unsure", "sad", "hurt", "angry", "tired");

    /** What is wrong with it, as the end of a message key; none if it can be kept. */
    @Nullable String problem() {
        NoteText text = text("");
        if (length(text.title()) > NoteText.LONGEST_TITLE) {
            // Whatever kind it is: a heading has room for this and no more.
            return "title-too-long";
        }
        if (text.talk() != null) {
            return problem(text.talk());
        }
        if (text.guided() != null) {
            return problem(text.guided());
        }
        if (text.body().isBlank() && text.title().isBlank()) {
            return "empty";
        }
        if (length(text.body()) > NoteText.LONGEST_BODY) {
            return "too-long";
        }
        return null;
    }

    private static @Nullable String problem(Talk talk) {
        if (talk.isBlank()) {
            return "talk-empty";
        }
        if (length(talk.said()) > Talk.LONGEST || length(talk.heard()) > Talk.LONGEST) {
            return "talk-too-long";
        }
        return talk.hasReadableDay() ? null : "talk-day";
    }

    private static @Nullable String problem(Guided guided) {
        if (guided.isBlank()) {
            return "guided-empty";
        }
        if (guided.length() > NoteText.LONGEST_BODY) {
            return "too-long";
        }
        return guided.over() > 0 ? "guided-too-long" : null;
    }

    /** @param untitled the title of a note that was given none */
    NoteText text(String untitled) {
        String chosen = title == null || title.isBlank() ? untitled : title.strip();
        return new NoteText(chosen, plain(), sectionPath(), moodKey(), talk(), guided);
    }

    Draft draft() {
        return new Draft(
                noteId().orElse(null),
                title == null ? "" : title,
                plain(),
                sectionPath(),
                moodKey(),
                revisionNumber(),
                talk(),
                guided);
    }

    /** The note it belongs to; empty where the words are to become one of their own. */
    Optional<UUID> noteId() {
        return note == null || both != null || !ID.matcher(note).matches()
                ? Optional.empty()
                : Optional.of(UUID.fromString(note));
    }

    boolean isTalk() {
        return TALK.equals(kind);
    }

    /** Whether it is a note at all, and not the form of another page. */
    boolean isNote() {
        return body != null || isTalk() || guided != null;
    }

    /** How many characters it has, where that is too many; of several texts, the longest one's. */
    int bodyLength() {
        if (guided != null) {
            return guided.length() > NoteText.LONGEST_BODY ? guided.length() : guided.over();
        }
        return isTalk() ? Math.max(length(lines(said)), length(lines(heard))) : length(lines(body));
    }

    /** Whether there is anything to lose. A title alone counts unless the guide put it there. */
    boolean hasWords() {
        return draft().carries();
    }

    @Override
    public String toString() {
        return "NoteForm[…]";
    }

    /** The saved state the person was looking at; {@link Draft#NEW}, which no note has, for anything else. */
    long revisionNumber() {
        return both == null && revision != null && revision.matches("\\d{1,18}") ? Long.parseLong(revision) : Draft.NEW;
    }

    private @Nullable Talk talk() {
        if (!isTalk()) {
            return null;
        }
        String step = Objects.requireNonNullElse(next, "");
        return new Talk(
                lines(said),
                lines(heard),
                point(ease),
                point(listened),
                point(closer),
                Talk.NEXT_STEPS.contains(step) ? step : "",
                Objects.requireNonNullElse(day, "").strip());
    }

    private String plain() {
        return isTalk() || guided != null ? "" : lines(body);
    }

    private static int point(@Nullable String value) {
        return value != null && value.matches("[1-" + Talk.TOP + "]") ? Integer.parseInt(value) : 0;
    }

    private String sectionPath() {
        return section != null && SECTION.matcher(section).matches() ? section : "";
    }

    private String moodKey() {
        return mood != null && MOODS.contains(mood) ? mood : "";
    }

    /** Characters as people count them: a letter outside the basic plane is one. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Forms send line ends as CR LF; a limit that counted them twice would be a trap. */
    private static String lines(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
