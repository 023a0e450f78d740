package org.schoolcollab.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** The few acts of people who cannot be logged in yet: a one-time link is their proof. Named here, so that nobody adds one unseen. */
final class OpenToHoldersOfALink extends ArchCondition<JavaMethod> {

    static final Set<String> CLASSES =
            Set.of("org.schoolcollab.admin.FirstAdministrator", "org.schoolcollab.admin.PasswordChoice");

    OpenToHoldersOfALink() {
        super("be one of the known acts with a one-time link, annotated with @PermitAll");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        boolean known = CLASSES.contains(method.getOwner().getName()) && method.isAnnotatedWith(PermitAll.class);
        events.add(new SimpleConditionEvent(method, known, method.getFullName() + " names no role"));
    }
}
