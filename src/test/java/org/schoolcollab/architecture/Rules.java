package org.schoolcollab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.flowable.engine.delegate.JavaDelegate;
import org.schoolcollab.shared.ProcessStep;
import org.schoolcollab.shared.UseCase;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the code as a whole. Each rule has a breach planted in the package {@code planted}. */
final class Rules {

    private static final Set<String> SYSTEM_CLOCK = Set.of("systemUTC", "systemDefaultZone", "system");

    private Rules() {}

    static final ArchRule ONLY_WORKFLOW_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.schoolcollab.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flowable..");

    static final ArchRule STEPS_OF_THE_PROCESS_ARE_CALLED_BY_IT_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("org.schoolcollab.workflow..")
            .and(describe(
                    "are no part of such a step", origin -> !origin.getName().contains("$")))
            .should()
            .dependOnClassesThat(annotatedWith(ProcessStep.class));

    static final ArchRule VIEWS_ASK_USE_CASES_NOT_THE_DATABASE = noClasses()
            .that()
            .areAssignableTo(Component.class)
            .should()
            .dependOnClassesThat(assignableTo(Repository.class)
                    .or(assignableTo(JdbcClient.class))
                    .or(assignableTo(JdbcOperations.class))
                    .or(assignableTo(DataSource.class))
                    .or(assignableTo(EntityManager.class)));

    static final ArchRule ONLY_ONE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.schoolcollab.shared..")
            .should()
            .callMethodWhere(describe("the machine's time is asked for", Rules::asksTheMachineForTheTime))
            .orShould()
            .callConstructor(java.util.Date.class);

    static final ArchRule MONEY_IS_NEVER_FLOATING_POINT = classes()
            .that(resideInAnyPackage("..ledger..")
                    .or(DescribedPredicate.describe(
                            "are Money", type -> type.getName().equals("org.schoolcollab.shared.Money"))))
            .should(new NoFloatingPoint());

    static final ArchRule EVERY_USE_CASE_SAYS_WHO_MAY = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(UseCase.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould(new OpenToHoldersOfALink());

    static final ArchRule EVERY_ROUTE_SAYS_WHO_MAY = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class);

    static final ArchRule DELEGATES_ARE_SHORT =
            classes().that().areAssignableTo(JavaDelegate.class).should(new AtMostLines(15));

    private static boolean asksTheMachineForTheTime(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        String method = call.getTarget().getName();
        if (owner.isEquivalentTo(System.class)) {
            return method.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return SYSTEM_CLOCK.contains(method);
        }
        return owner.getPackageName().equals("java.time")
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
    }
}
