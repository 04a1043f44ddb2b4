package app.ajar.walk;

import static app.ajar.support.Hands.ask;
import static app.ajar.support.Hands.assertFits;
import static app.ajar.support.Hands.button;
import static app.ajar.support.Hands.go;
import static app.ajar.support.Hands.tabTo;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.PromptView;
import app.ajar.support.BrowserCase;
import app.ajar.support.Elsewhere;
import app.ajar.support.NotebookPages;
import app.ajar.support.Paper;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The walk on a phone, from the safety check to a plan on paper or in the notebook, with scripts and without. */
class WalkBrowserTests extends BrowserCase {

    private static final long SEED = 20_261_122;

    @Autowired
    private GuideLibrary library;

    @Autowired
    private WalkMap map;

    @Autowired
    private MessageSource messages;

    @ParameterizedTest
    @EnumSource
    void aWalkFromAFreshBrowserEndsWithThePlanInANewNotebook(Scripts scripts) {
        Profile reader = phone(scripts);
        Page page = reader.visit("/");
        page.getByText("Start the 5-minute walk").click();
        assertThat(page.getByText("A check just for you")).isVisible();
        onward(page, scripts, "Go on to the questions");
        tick(page, "They change the subject");
        onward(page, scripts, "Continue");
        tick(page, "“Why stir things up?”");
        Locator sure = page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName("How do you know? Why stir things up?"));
        sure.getByLabel("They told me").check();
        tick(page, "“You would both end up against me.”");
        onward(page, scripts, "Continue");
        tick(page, "In the middle of a quarrel");
        onward(page, scripts, "Continue");
        onward(page, scripts, "Skip this one");
        onward(page, scripts, "Continue");
        assertThat(page.locator("legend:visible")).hasCount(scripts == Scripts.ON ? 1 : 6);
        assertFits(page);
        assertThat(reader.statusOf(() -> press(page, "See my page"))).isEqualTo(200);

        assertThat(page).hasURL(site() + "/walk");
        assertThat(page).hasTitle("Reading notes");
        assertThat(page.locator(".odds > li").first()).containsText("Fear of what might come up");
        assertThat(page.locator(".odds > li").first()).containsText("They told you: “Why stir things up?”");
        assertThat(page.locator(".odds")).containsText("Your guess is that they think: “You would both end up");
        assertThat(page.locator(".card")).hasCount(3);
        assertFits(page);
        assertThat(reader.context().cookies()).isEmpty();

        String words = page.locator(".card .say").first().textContent();
        press(page, "Keep in my notebook");
        var notebook = new NotebookPages(page);
        notebook.press("Start a notebook and keep this note");
        notebook.keyWords();
        page.getByText("Go to my note").click();
        assertThat(notebook.title()).hasValue("A place to start");
        assertThat(notebook.body().inputValue()).contains(words, "They told you: “Why stir things up?”", "If and then");
    }

    @Test
    void theWholeWalkCanBeDoneByKeyboardAlone() {
        Page page = phone(Scripts.ON).visit("/walk");
        go(page, button(page, "Go on to the questions"), "Enter");
        go(page, page.getByLabel("A plain no"), "Space");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("The same no, each time I ask")).isChecked();
        go(page, button(page, "Continue"), "Enter");
        go(page, page.getByLabel("“I did that once. Never again.”"), "Space");
        tabTo(page, page.locator("[name=q-sure-once]").first());
        page.keyboard().press("Space");
        // Enter in a field goes on, as the button does.
        page.keyboard().press("Enter");
        assertThat(question(page)).hasText("When and where did it come up?");
        go(page, button(page, "Back"), "Enter");
        assertThat(page.getByLabel("“I did that once. Never again.”")).isChecked();
        go(page, button(page, "Continue"), "Enter");
        go(page, button(page, "Skip this one"), "Enter");
        go(page, button(page, "Continue"), "Enter");
        go(page, button(page, "Continue"), "Enter");
        go(page, button(page, "See my page"), "Enter");
        assertThat(page.locator(".plan")).containsText("Words for letting it be");
        assertThat(page.locator(".plan")).containsText("They told you: “I did that once. Never again.”");
        go(page, button(page, "Change my answers"), "Space");
        assertThat(page.getByLabel("The same no, each time I ask")).isChecked();
    }

    @Test
    void backGoesOneQuestionBackAndLosesNothing() {
        Profile reader = phone(Scripts.ON);
        reader.visit("/guide");
        Page page = reader.visit("/walk");
        press(page, "Go on to the questions");
        tick(page, "A plain no");
        press(page, "Continue");
        tick(page, "“Why stir things up?”");
        press(page, "Continue");
        assertThat(question(page)).hasText("When and where did it come up?");

        page.goBack();
        assertThat(question(page)).hasText("What did you hear or see?");
        assertThat(page.getByLabel("“Why stir things up?”")).isChecked();
        press(page, "Back");
        assertThat(question(page)).hasText("How did the no sound?");
        assertThat(page.getByLabel("A plain no")).isChecked();
        page.goForward();
        page.goForward();
        assertThat(question(page)).hasText("When and where did it come up?");
        assertThat(page.locator("[data-module=walk-step]")).hasText("Question 3 of 6");
        press(page, "Back");
        press(page, "Back");
        press(page, "Back");
        assertThat(page.getByText("A check just for you")).isVisible();
        assertThat(page).hasURL(site() + "/walk");
        page.goBack();
        assertThat(page).hasURL(site() + "/guide");
    }

    @Test
    void aPageThatIsLoadedAnewBeginsAtItsStart() {
        Page page = phone(Scripts.ON).visit("/walk");
        press(page, "Go on to the questions");
        tick(page, "A plain no");
        press(page, "Continue");
        page.reload();
        assertThat(page.getByText("A check just for you")).isVisible();
        page.goBack();
        assertThat(page.locator(".ask__step:not([hidden])")).hasCount(1);
        assertThat(page.locator(":checked")).hasCount(0);
    }

    @Test
    void backFromThePlanIsNeverAnError() {
        Profile reader = phone(Scripts.ON);
        Page page = reader.visit("/walk");
        press(page, "Go on to the questions");
        tick(page, "They change the subject");
        for (int question = 1; question < 6; question++) {
            press(page, "Continue");
        }
        press(page, "See my page");
        press(page, "Change my answers");
        assertThat(question(page)).hasText("How did the no sound?");
        assertThat(page.getByLabel("They change the subject")).isChecked();
        press(page, "Back");
        assertThat(page.getByText("A check just for you")).isVisible();
        press(page, "Go on to the questions");
        assertThat(page.getByLabel("They change the subject")).isChecked();
        for (int question = 1; question < 6; question++) {
            press(page, "Continue");
        }
        press(page, "See my page");
        assertThat(page.locator(".odds")).containsText("You said that they change the subject.");
        page.getByText("Try your own words first").click();
        assertThat(page).hasURL(site() + "/words");
        // Each of these fails with ERR_CACHE_MISS if the browser would have to send a form again.
        for (int step = 0; step < 3; step++) {
            page.goBack();
            assertThat(page).hasURL(site() + "/walk");
            page.reload();
            assertThat(page.getByText("A check just for you")).isVisible();
        }
    }

    @Test
    void aBrowserThatKeepsPagesInItsMemoryGivesTheAnswersBackUnlessTheReaderLeft() {
        Profile reader = readerWith(settings -> settings.setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
        Page page = reader.visit("/walk");
        // Playwright does not see such pages come back: ask the browser itself.
        CDPSession browser = reader.context().newCDPSession(page);
        String ticked = "document.querySelectorAll('form :checked').length + ' of ' + location.pathname";
        press(page, "Go on to the questions");
        tick(page, "They change the subject");
        page.evaluate("window.kept = 'yes'");
        page.locator("form[data-module=walk]").evaluate("form => HTMLFormElement.prototype.submit.call(form)");
        page.locator(".plan").waitFor();
        page.waitForURL(site() + "/walk");
        page.evaluate("history.back()");
        page.waitForCondition(
                () -> ask(browser, "window.kept + ' ' + " + ticked).equals("yes 1 of /walk"));

        page.evaluate("document.querySelector('.leave').click()");
        page.waitForCondition(() -> ask(browser, "document.title").equals(Elsewhere.TITLE));
        page.evaluate("history.back()");
        page.waitForCondition(() -> ask(browser, ticked).equals("0 of /walk"));
    }

    @Test
    void everyPlanPrintsOnOnePage() {
        Page page = phone(Scripts.OFF).page();
        List<Answers> plans = Stream.concat(
                        Stream.of(Answers.NONE, new Answers(Set.of("q-no.each-time"), Set.of(), Set.of())),
                        longest(2).stream())
                .toList();
        for (Answers answers : plans) {
            send(page, answers);
            for (String format : List.of("A4", "Letter")) {
                Paper paper = Paper.of(page, format);
                assertThat(paper.pages()).as(format).hasSize(1);
                assertThat(paper.is(format)).isTrue();
                assertThat(paper.title()).isEqualTo("Reading notes");
                assertThat(paper.words())
                        .contains("Somewhere to start", "To close well", "And after that")
                        .contains(Paper.clean(page.locator(".card .say").first().textContent()))
                        .contains(Paper.clean(page.locator(".swap dd").last().textContent()))
                        .doesNotContain(Paper.GIVE_AWAY)
                        .doesNotContain("Keep in my notebook", "Change my answers", "Try your own words");
                System.out.printf(
                        "Plan on paper: %s, 1 page, %d characters%n",
                        format, paper.words().length());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMirrorMarksGivesBackAndKeepsWhatWasWritten(Scripts scripts) {
        Profile reader = phone(scripts);
        Page page = reader.visit("/words");
        Locator text = page.locator("#text");
        String tooLong = "You never talk to me. " + "word ".repeat(396);
        text.fill(tooLong);
        assertThat(reader.statusOf(() -> press(page, "See how it may land"))).isEqualTo(422);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("It has 2,002 characters");
        assertThat(text).hasValue(tooLong);

        text.fill("On Sunday I felt alone.\nYou never talk to me.");
        tabTo(page, button(page, "See how it may land"));
        page.keyboard().press("Enter");
        assertThat(page.locator("mark")).hasText("You never1");
        assertThat(page.locator(".words__findings")).containsText("Always and never");
        assertFits(page);
        go(page, page.getByLabel("Go to the reason, number 1"), "Enter");
        assertThat(page).hasURL(site() + "/words#finding-1");

        text.fill("On Sunday I felt alone. Could we talk on Saturday?");
        press(page, "Look again");
        assertThat(page.locator("mark")).hasCount(0);
        assertThat(page).hasURL(site() + "/words");
        assertThat(page).hasTitle("Reading notes");
        Paper paper = Paper.of(page, "A4");
        assertThat(paper.words()).isEqualTo("On Sunday I felt alone. Could we talk on Saturday?");
        assertThat(reader.context().cookies()).isEmpty();
        press(page, "Keep them in the notebook");
        assertThat(new NotebookPages(page).body()).hasValue("On Sunday I felt alone. Could we talk on Saturday?");

        reader.visit("/words");
        text.fill("I am afraid of you.");
        press(page, "See how it may land");
        assertThat(page.locator("main")).containsText("it is not your fault");
        assertThat(text).hasValue("I am afraid of you.");
    }

    /** Without scripts everything is on one page: there is nothing to press. */
    private static void onward(Page page, Scripts scripts, String button) {
        if (scripts == Scripts.ON) {
            press(page, button);
        } else {
            assertThat(button(page, button)).hasCount(0);
        }
    }

    private static void tick(Page page, String words) {
        page.getByLabel(words, new Page.GetByLabelOptions().setExact(true)).check();
    }

    private static Locator question(Page page) {
        return page.locator(".ask__step:not([hidden]) .ask__question");
    }

    private static void press(Page page, String name) {
        button(page, name).click();
        // Where it sends a form: until the scripts of the next page have run.
        page.waitForLoadState();
    }

    private static void send(Page page, Answers answers) {
        page.navigate("/walk");
        for (String id : answers.ticked()) {
            int dot = id.indexOf('.');
            page.locator("[name=%s][value=%s]".formatted(id.substring(0, dot), id.substring(dot + 1)))
                    .evaluate("box => { box.checked = true; }");
        }
        press(page, "See my page");
        assertThat(page.locator(".plan__end")).isVisible();
        page.waitForLoadState();
    }

    /** Answers whose plans take the most room on paper, the longest first: sought from many beginnings, step by step. */
    private List<Answers> longest(int count) {
        var chance = new Random(SEED);
        List<String> all = Stream.concat(
                        map.options().filter(option -> !option.fear()).map(Question.Option::id),
                        map.signs().map(Question.SignPlace::id))
                .toList();
        var best = new TreeMap<Double, Answers>(Comparator.reverseOrder());
        for (int beginning = 0; beginning < 8; beginning++) {
            Answers here = Answers.NONE;
            double most = room(here);
            for (int step = 0; step < 250; step++) {
                Answers there = changed(here, all.get(chance.nextInt(all.size())));
                double room = room(there);
                if (room >= most) {
                    here = there;
                    most = room;
                }
            }
            best.put(most, here);
        }
        return best.values().stream().limit(count).toList();
    }

    /** The same with one answer more or less; a question that takes one answer keeps one. */
    private Answers changed(Answers answers, String id) {
        var ticked = new HashSet<>(answers.ticked());
        if (!ticked.remove(id)) {
            String question = id.substring(0, id.indexOf('.'));
            map.questions().stream()
                    .filter(asked -> asked.name().equals(question) && !asked.several())
                    .forEach(asked -> ticked.removeIf(other -> other.startsWith(question + ".")));
            ticked.add(id);
        }
        return new Answers(ticked, Set.of(), Set.of());
    }

    /** About how many lines of the sheet a plan takes. Parts that stand side by side take as many as the longest. */
    private double room(Answers answers) {
        Edition edition = library.edition();
        Plan plan = new Planner(map, edition, answers).plan();
        double guesses = plan.guesses().stream()
                .mapToDouble(guess -> 1.8
                        + guess.reasons().stream()
                                .mapToDouble(reason -> lines(reason.words().length() + 35, 105))
                                .sum())
                .sum();
        double words = plan.prompts().stream()
                .mapToDouble(prompt -> cardLines(prompt))
                .max()
                .orElse(0);
        var pitfall = plan.pitfall();
        double avoid = lines(pitfall.title().length() + pitfall.summary().length() + (plan.tried() ? 50 : 0), 62)
                + lines(pitfall.before().length(), 60)
                + 1.1 * lines(pitfall.after().length(), 55);
        double moment = plan.moments().stream()
                        .mapToDouble(key -> lines(say("walk.moment." + key).length(), 62))
                        .sum()
                + plan.lines().stream()
                        .mapToDouble(line ->
                                lines(say("walk.if." + plan.kind() + "-" + line).length(), 58))
                        .sum();
        return guesses + words + Math.max(avoid, moment) + (plan.road() ? 1 : 0);
    }

    private static double cardLines(PromptView prompt) {
        return 1.2 * lines(prompt.say().length(), 32) + lines(prompt.cardLine().length(), 38);
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private static double lines(int characters, int across) {
        return Math.ceil((double) characters / across);
    }
}
