package app.ajar.safety;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.safety.Helplines.Country;
import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AjarTest
class SafetyPageTests {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d -]*\\d");

    @LocalServerPort
    private int port;

    @Autowired
    private Helplines helplines;

    private Reader reader;
    private HtmlPage page;

    @BeforeEach
    void openThePage() {
        reader = new Reader(port);
        page = reader.open("/safety");
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void holdsEveryCountryInTheOneDocument() {
        assertThat(blocks()).hasSameSizeAs(countries());
        for (Country country : countries()) {
            DomNode block = block(country);
            Stream.concat(country.emergency().stream(), country.lines().stream())
                    .forEach(line -> {
                        if (line.phone() != null) {
                            assertThat(numbers(block)).contains(line.phone());
                        }
                    });
        }
    }

    @Test
    void showsNoNumberOutsideItsCountry() {
        for (Country country : countries()) {
            assertThat(numbers(block(country)))
                    .isSubsetOf(Stream.concat(country.emergency().stream(), country.lines().stream())
                            .map(Helpline::phone)
                            .filter(Objects::nonNull)
                            .toList());
        }
        blocks().forEach(DomNode::remove);
        assertThat(numbers(page.getDocumentElement())).isEmpty();
        String rest = page.getElementById("main").getTextContent().replaceAll("\\d+ [A-Z][a-z]+ 20\\d\\d", "");
        assertThat(NUMBER.matcher(rest).results().map(found -> found.group())).isEmpty();
    }

    @Test
    void beginsEveryCountryWithWhatToDialInDanger() {
        for (Country country : countries()) {
            DomElement first = block(country).querySelector(".help__line");
            assertThat(first.querySelector("dt").getTextContent()).isEqualTo("In danger now, in " + country.name());
            country.emergency()
                    .ifPresent(line -> assertThat(first.querySelector(".number").getTextContent())
                            .isEqualTo(line.phone()));
        }
    }

    @Test
    void givesColombiaASentenceInPlaceOfANumber() {
        Country colombia = countries().stream()
                .filter(country -> country.code().equals("CO"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No line was checked for six months: see src/main/resources/safety/helplines.yaml"));
        DomElement first = block(colombia).querySelector(".help__line");
        assertThat(numbers(first)).isEmpty();
        assertThat(first.querySelector("dd").getTextContent().strip()).isEqualTo("Dial the emergency number you know");
    }

    @Test
    void printsHoursOnlyWhereTheyAreKnown() {
        for (Country country : countries()) {
            long known = country.lines().stream()
                    .filter(line -> line.hours() != null)
                    .count();
            assertThat(block(country).querySelectorAll(".meta").stream()
                            .filter(node -> node.getTextContent().startsWith("Hours:")))
                    .hasSize((int) known);
        }
        assertThat(page.asXml()).doesNotContain("null");
    }

    @Test
    void asksForNothingAndSendsNothing() {
        assertThat(page.getDocumentElement().querySelectorAll("main form, main input, main select"))
                .isEmpty();
    }

    private List<Country> countries() {
        return helplines.countries(Locale.ENGLISH);
    }

    private List<DomNode> blocks() {
        return List.copyOf(page.querySelectorAll("details.country"));
    }

    private DomNode block(Country country) {
        return blocks().stream()
                .filter(block -> block.querySelector("summary").getTextContent().equals(country.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> numbers(DomNode node) {
        return node.querySelectorAll(".number").stream()
                .map(DomNode::getTextContent)
                .toList();
    }
}
