package app.ajar.upkeep;

import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in plain sentences why the store cannot be opened, instead of in a stack trace. */
class StoreFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** SQL states, or how they start: no connection, not let in, no such database, still starting, no room for more. */
    private static final Set<String> AWAY = Set.of("08", "28", "3D", "57P03", "53300");

    private final @Nullable Environment environment;

    StoreFailureAnalyzer(@Nullable Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException problem) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        if (problem.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new FailureAnalysis(
                    "The data in ajar.home is already in use by another Ajar that runs.",
                    "Stop that one first, or give this one another folder with --ajar.home=….",
                    rootFailure);
        }
        if (problem.getErrorCode() == ErrorCode.FILE_CORRUPTED_1) {
            return new FailureAnalysis(
                    "The data file in ajar.home is damaged, and was left as it is.",
                    "Put a copy back: java -jar ajar.jar restore FILE --ajar.home=….",
                    rootFailure);
        }
        if (AWAY.stream().anyMatch(state::startsWith)) {
            return new FailureAnalysis(
                    "The database" + place() + " does not let Ajar in: " + firstLine(problem),
                    "See that it runs, and that SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD are right.",
                    rootFailure);
        }
        return null;
    }

    // Without what follows the question mark, where a password may stand.
    private String place() {
        String url = environment == null ? "" : environment.getProperty("spring.datasource.url", "");
        return url.isEmpty() ? "" : " at " + url.replaceFirst("\\?.*", "");
    }

    private static String firstLine(SQLException problem) {
        String message = problem.getMessage();
        return message == null
                ? "it does not say why."
                : message.lines().findFirst().orElse("");
    }
}
