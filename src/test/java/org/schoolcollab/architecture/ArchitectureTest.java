package org.schoolcollab.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.PortalApplication;
import org.springframework.modulith.core.ApplicationModules;
import planted.modules.PlantedModules;

/** The shape of the code, and for each rule the proof that it would notice a breach. */
class ArchitectureTest {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.schoolcollab");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Rules.ONLY_WORKFLOW_KNOWS_THE_ENGINE, List.of("UsesTheEngine")),
                Arguments.of(Rules.STEPS_OF_THE_PROCESS_ARE_CALLED_BY_IT_ALONE, List.of("CallsAStepOfTheProcess")),
                Arguments.of(Rules.VIEWS_ASK_USE_CASES_NOT_THE_DATABASE, List.of("ViewWithStatements")),
                Arguments.of(Rules.ONLY_ONE_CLOCK, List.of("Instant.now", "LocalDate.now", "currentTimeMillis")),
                Arguments.of(Rules.MONEY_IS_NEVER_FLOATING_POINT, List.of("FloatingPointMoney.pounds", "Math.round")),
                Arguments.of(Rules.EVERY_USE_CASE_SAYS_WHO_MAY, List.of("UseCaseWithoutARule.open")),
                Arguments.of(Rules.EVERY_ROUTE_SAYS_WHO_MAY, List.of("ViewWithStatements")),
                Arguments.of(Rules.DELEGATES_ARE_SHORT, List.of("LongDelegate")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePortalKeepsTheRule(ArchRule rule, List<String> breaches) {
        rule.check(PORTAL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleNoticesItsPlantedBreach(ArchRule rule, List<String> breaches) {
        String report = rule.evaluate(PLANTED).getFailureReport().toString();

        assertThat(report).contains(breaches);
    }

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(PortalApplication.class).verify();
    }

    @Test
    void theModuleRuleNoticesItsPlantedBreach() {
        ApplicationModules planted = ApplicationModules.of(PlantedModules.class, (Location location) -> true);

        assertThatThrownBy(planted::verify).hasMessageContaining("Module 'one' depends on module 'two'");
    }
}
