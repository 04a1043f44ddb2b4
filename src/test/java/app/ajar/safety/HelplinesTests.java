package app.ajar.safety;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.safety.Helplines.Country;
import java.io.IOException;
import java.io.InputStream;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class HelplinesTests {

    private static final String COMPILED = "2026-11-22";
    private static final Set<String> TRUSTED = Set.of("operator-or-press", "several-lists");

    @Test
    void showsOnlyWhatTheTwoBestGradesOfEvidenceSupport() throws IOException {
        var shown = new TreeSet<String>();
        for (Country country : on("2026-11-23")) {
            country.emergency().ifPresent(line -> shown.add(country.code() + " " + line.name()));
            country.lines().forEach(line -> shown.add(country.code() + " " + line.name()));
        }
        var wanted = new TreeSet<String>();
        var weak = new TreeSet<String>();
        for (Map<String, Object> entry : file()) {
            (TRUSTED.contains(entry.get("evidence")) ? wanted : weak)
                    .add(entry.get("country") + " " + entry.get("name"));
        }
        assertThat(weak).isNotEmpty();
        assertThat(shown).isEqualTo(wanted).doesNotContainAnyElementsOf(weak);
    }

    @Test
    void showsEveryNumberUnderItsOwnCountry() throws IOException {
        for (Country country : on("2026-11-23")) {
            Set<Object> own = new HashSet<>();
            file().stream()
                    .filter(entry -> entry.get("country").equals(country.code()))
                    .forEach(entry -> own.add(entry.get("phone")));
            country.emergency().ifPresent(line -> assertThat(own).contains(line.phone()));
            assertThat(country.lines()).allSatisfy(line -> assertThat(own).contains(line.phone()));
        }
    }

    @Test
    void putsTheEmergencyNumberFirstAndAbuseLinesNext() {
        Country uk = country("GB", "2026-11-23");
        assertThat(uk.name()).isEqualTo("United Kingdom");
        assertThat(uk.emergency())
                .hasValueSatisfying(line -> assertThat(line.phone()).isEqualTo("999"));
        assertThat(uk.lines())
                .extracting(Helpline::kind)
                .doesNotContain("emergency")
                .startsWith("domestic-abuse");
        assertThat(on("2026-11-23")).allSatisfy(country -> {
            List<String> kinds = country.lines().stream().map(Helpline::kind).toList();
            assertThat(kinds.lastIndexOf("domestic-abuse"))
                    .isLessThan(kinds.contains("crisis-suicide") ? kinds.indexOf("crisis-suicide") : kinds.size());
        });
    }

    @Test
    void knowsNoEmergencyNumberForColombiaThatItCouldStandBy() {
        Country colombia = country("CO", "2026-11-23");
        assertThat(colombia.emergency()).isEmpty();
        assertThat(colombia.lines()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPILED, "2027-05-21", "2027-05-22"})
    void showsALineForSixMonthsAfterItWasChecked(String day) {
        assertThat(country("GB", day).lines()).extracting(Helpline::name).contains("Samaritans");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-05-23", "2028-01-01"})
    void dropsALineThatNobodyCheckedForSixMonthsButNeverAnEmergencyNumber(String day) {
        Country uk = country("GB", day);
        assertThat(uk.lines()).isEmpty();
        assertThat(uk.emergency())
                .hasValueSatisfying(line -> assertThat(line.phone()).isEqualTo("999"));
        assertThat(on(day))
                .allSatisfy(country -> assertThat(country.emergency()).isPresent());
        assertThat(on(day)).hasSizeGreaterThan(20);
    }

    @Test
    void givesNoHoursWhereNobodyKnowsThem() throws IOException {
        Map<String, Object> unknown = file().stream()
                .filter(entry -> entry.get("hours") == null && TRUSTED.contains(entry.get("evidence")))
                .findFirst()
                .orElseThrow();
        assertThat(country((String) unknown.get("country"), "2026-11-23").lines())
                .filteredOn(line -> line.name().equals(unknown.get("name")))
                .singleElement()
                .satisfies(line -> assertThat(line.hours()).isNull());
    }

    @Test
    void ordersCountriesByTheirNameInTheReadersLanguage() {
        assertThat(on("2026-11-23")).extracting(Country::name).isSorted().contains("Germany");
        Locale spanish = Locale.forLanguageTag("es");
        assertThat(at("2026-11-23").countries(spanish))
                .extracting(Country::name)
                .isSortedAccordingTo(Collator.getInstance(spanish)::compare)
                .startsWith("Alemania", "Argentina", "Australia", "Austria")
                .containsSubsequence("Bélgica", "Brasil");
    }

    @Test
    void readsOutAWebAddressWithoutItsTrimmings() {
        assertThat(line("https://www.example.org/")).isEqualTo("example.org");
        assertThat(line("http://example.org/help/now")).isEqualTo("example.org/help/now");
        assertThat(line(null)).isNull();
    }

    @Test
    void saysWhenTheListWasPutTogether() {
        assertThat(at("2027-01-01").compiled()).isEqualTo(COMPILED);
        assertThat(at("2027-01-01").directories()).isNotEmpty();
    }

    private static @Nullable String line(@Nullable String web) {
        return new Helpline("A line", "men", null, null, web, null, List.of(), "everyone").webShown();
    }

    private static Country country(String code, String day) {
        return on(day).stream()
                .filter(country -> country.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Country> on(String day) {
        return at(day).countries(Locale.ENGLISH);
    }

    private static Helplines at(String day) {
        return new Helplines(Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    @SuppressWarnings("unchecked") // the file's own shape
    private static List<Map<String, Object>> file() throws IOException {
        try (InputStream file = new ClassPathResource("safety/helplines.yaml").getInputStream()) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return (List<Map<String, Object>>) Objects.requireNonNull(all.get("lines"));
        }
    }
}
