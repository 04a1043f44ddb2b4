package app.ajar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

class HouseRulesTests {

    private static final String[] LOGGERS = {
        "org.slf4j..", "org.apache.commons.logging..", "org.apache.logging..", "java.util.logging..", "ch.qos.logback.."
    };

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.ajar");

    @Test
    void lookAtEveryModule() {
        // A rule over nothing would hold for ever.
        assertThat(MAIN.stream().map(JavaClass::getPackageName))
                .contains("app.ajar.guide", "app.ajar.vault", "app.ajar.safety", "app.ajar.site", "app.ajar.shared");
    }

    @Test
    void vaultIsPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("app.ajar.vault..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..", "org.h2..")
                .orShould()
                .dependOnClassesThat(resideInAPackage("app.ajar..").and(resideOutsideOfPackage("app.ajar.vault..")))
                .check(MAIN);
    }

    @Test
    void noLoggerStandsNearPrivateWords() {
        noClasses()
                .that()
                .resideInAnyPackage("app.ajar.vault..", "app.ajar.notebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOGGERS)
                .orShould(ACCESS_STANDARD_STREAMS)
                .check(MAIN);
    }

    /** Else {@code PartsAheadOfTime} would have to know of it, or the setting be passed over. */
    @Test
    void noSettingDecidesWhichOfOurPartsThereAre() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("app.ajar.server.HealthForReaders")
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .check(MAIN);
        noMethods().should().beMetaAnnotatedWith(Conditional.class).check(MAIN);
    }

    @Test
    void onlyTheClockConfigurationAsksTheSystemForTheTime() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("app.ajar.shared.ClockConfiguration")
                .should()
                .accessTargetWhere(asksTheSystemForTheTime())
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(MAIN);
    }

    @Test
    void controllersArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(MAIN);
    }

    @Test
    void controllersTakeAndGiveNoEntity() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .should(nameNoEntity())
                .check(MAIN);
    }

    @Test
    void entitiesAndTheirRepositoriesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(MAIN);
    }

    @Test
    void nothingCallsTheSite() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.ajar.site..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("app.ajar.site..")
                .check(MAIN);
    }

    /** {@code now(clock)} is fine: it asks the clock it is given. */
    private static DescribedPredicate<JavaAccess<?>> asksTheSystemForTheTime() {
        return DescribedPredicate.describe("asks the system for the time", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return switch (owner) {
                case "java.lang.System" -> Set.of("currentTimeMillis").contains(name);
                case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                default -> owner.startsWith("java.time.") && name.equals("now") && !takesAClock(access);
            };
        });
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaMethod> nameNoEntity() {
        return new ArchCondition<>("name no entity, not even inside a list") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .map(JavaType::getAllInvolvedRawTypes)
                        .flatMap(Set::stream)
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names the entity " + type.getName())));
            }
        };
    }
}
