package app.ajar.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class StoreFailureAnalyzerTests {

    private final StoreFailureAnalyzer analyzer = new StoreFailureAnalyzer(
            new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/ajar?password=secret"));

    @ParameterizedTest
    @ValueSource(strings = {"08001", "28P01", "3D000", "57P03"})
    void saysWhichDatabaseDoesNotLetItIn(String state) {
        FailureAnalysis analysis =
                analyzer.analyze(new IllegalStateException(new SQLException("FATAL: no\nmore", state)));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .isEqualTo("The database at jdbc:postgresql://db/ajar does not let Ajar in: FATAL: no");
        assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void saysThatAnotherOneRunsOrThatTheFileIsDamaged() {
        assertThat(analyzer.analyze(new SQLException("", "90020", ErrorCode.DATABASE_ALREADY_OPEN_1)))
                .isNotNull()
                .extracting(FailureAnalysis::getDescription)
                .asString()
                .contains("already in use by another Ajar");
        assertThat(analyzer.analyze(new SQLException("", "90030", ErrorCode.FILE_CORRUPTED_1)))
                .isNotNull()
                .extracting(FailureAnalysis::getDescription)
                .asString()
                .contains("is damaged");
    }

    @Test
    void leavesWhatItDoesNotKnowToTheStackTrace() {
        assertThat(analyzer.analyze(new SQLException("a broken migration", "42000")))
                .isNull();
        assertThat(analyzer.analyze(new SQLException("no state"))).isNull();
    }
}
