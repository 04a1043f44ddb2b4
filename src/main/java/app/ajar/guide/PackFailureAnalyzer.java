package app.ajar.guide;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a broken pack as three plain sentences instead of a stack trace. */
class PackFailureAnalyzer extends AbstractFailureAnalyzer<PackProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PackProblem problem) {
        return new FailureAnalysis(
                "The guide cannot be read: " + problem.place() + ": " + problem.getMessage(),
                problem.remedy() + " Nothing was changed in the store.",
                rootFailure);
    }
}
