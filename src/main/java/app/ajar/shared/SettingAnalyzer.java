package app.ajar.shared;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;

/** Says in a sentence which of our own settings is wrong, before Spring Boot says it in the terms of Java. */
@Order(0)
class SettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException problem) {
        if (!problem.getName().toString().startsWith("ajar.")) {
            return null;
        }
        String what = what(problem);
        return new FailureAnalysis(
                what, "The README lists the settings, each with a value that is right.", rootFailure);
    }

    private static String what(BindException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                return unbound.getUnboundProperties().stream()
                        .map(property -> "There is no setting " + property.getName() + ".")
                        .collect(Collectors.joining(" "));
            }
            if (cause instanceof BindValidationException invalid) {
                return broken(invalid.getValidationErrors());
            }
        }
        ConfigurationProperty property = problem.getProperty();
        return problem.getName() + " is '" + (property == null ? "" : property.getValue()) + "', which cannot be used: "
                + NestedExceptionUtils.getMostSpecificCause(problem).getMessage() + ".";
    }

    private static String broken(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? "%s.%s is %s, and %s."
                                .formatted(
                                        errors.getName(),
                                        DataObjectPropertyName.toDashedForm(field.getField()),
                                        field.getRejectedValue(),
                                        field.getDefaultMessage())
                        : errors.getName() + ": " + error.getDefaultMessage())
                .collect(Collectors.joining(" "));
    }
}
