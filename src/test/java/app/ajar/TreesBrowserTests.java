package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.Approved;
import app.ajar.support.BrowserCase;
import app.ajar.support.Profile;
import app.ajar.support.SitePages;
import app.ajar.support.Spoken;
import app.ajar.support.Tour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a screen reader is told of every page: by rules that hold on all of them, and as somebody read it through and found it
 * right ({@code src/test/resources/approved/trees}). How to approve what was changed on purpose: {@link Approved}.
 */
class TreesBrowserTests extends BrowserCase {

    private final Approved trees = new Approved("trees");
    private final List<String> problems = new ArrayList<>();
    private String footer = "";
    private int pages;

    @Test
    void everyPageIsToldAsItWasApproved() {
        Profile reader = reader();
        var tour = new Tour(reader, name -> look(reader, name));
        tour.open(SitePages.publicPages(reader));
        tour.walk();
        tour.mirror();
        tour.otherMirrors();
        tour.talk();
        tour.cards();
        tour.mistakes();
        tour.door();
        tour.otherDoors();
        tour.notebook();
        tour.restOfTheNotebook();
        tour.keyWords();
        System.out.printf("Trees: %d pages, %d problems%n", pages, problems.size());
        assertThat(problems).isEmpty();
        assertThat(trees.leftOver())
                .as("approved trees of pages that are no more")
                .isEmpty();
        assertThat(pages).isGreaterThan(60);
    }

    private void look(Profile reader, String name) {
        Spoken spoken = Spoken.of(reader.page());
        spoken.faults().forEach(fault -> problems.add(name + ": " + fault));
        compare(name + ".txt", withoutTheFooter(spoken.text()));
        pages++;
    }

    /** The footer is told in full with the first page, and with any on which it is another. */
    private String withoutTheFooter(String text) {
        int start = text.indexOf("\n  contentinfo");
        String here = text.substring(start);
        if (!here.equals(footer)) {
            footer = footer.isEmpty() ? here : footer;
            return text;
        }
        return text.substring(0, start) + "\n  contentinfo, as on the first page\n";
    }

    private void compare(String name, String text) {
        try {
            Path approved = trees.file(name);
            if (Approved.APPROVE) {
                Files.writeString(approved, text);
            }
            String then = Files.exists(approved) ? Files.readString(approved) : "";
            if (!then.equals(text)) {
                Files.writeString(trees.now(name), text);
                problems.add(trees.howToApprove(name) + "\n" + firstDifference(then, text));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String firstDifference(String then, String now) {
        List<String> before = then.lines().toList();
        List<String> after = now.lines().toList();
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        return "Line " + (line + 1) + " was: " + (line < before.size() ? before.get(line) : "(nothing)") + "\nand is: "
                + (line < after.size() ? after.get(line) : "(nothing)");
    }
}
