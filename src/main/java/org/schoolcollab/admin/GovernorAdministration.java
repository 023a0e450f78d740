package org.schoolcollab.admin;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.establishment.EstablishmentDirectory;
import org.schoolcollab.establishment.EstablishmentDirectory.School;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Governors;
import org.schoolcollab.establishment.Governors.Tie;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is a governor of which school, so that the interest in a bid that follows from it need not be declared. */
@UseCase
public class GovernorAdministration {

    private final Governors governors;
    private final EstablishmentDirectory schools;
    private final People people;
    private final AuditTrail audit;
    private final CurrentUser currentUser;

    GovernorAdministration(
            Governors governors,
            EstablishmentDirectory schools,
            People people,
            AuditTrail audit,
            CurrentUser currentUser) {
        this.governors = governors;
        this.schools = schools;
        this.people = people;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /** What this person governs and governed, by school and first day. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<Tie> of(PersonId person) {
        return governors.of(person);
    }

    /** The schools to choose from, by name. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<School> schools() {
        return schools.all();
    }

    /**
     * Notes that a person is a governor of a school from this day on. The interest follows at once in all that is not decided yet.
     *
     * @throws ValidationFailed naming every gap: no school, no day, governor of that school then already
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void add(PersonId person, @Nullable EstablishmentId school, @Nullable LocalDate from) {
        requireAdministrator();
        People.Person known = people.find(person).orElseThrow(NotFound::new);
        List<Problem> gaps = new ArrayList<>();
        if (school == null) {
            gaps.add(Problem.of("school", "error.admin.governorSchool"));
        }
        if (from == null) {
            gaps.add(Problem.of("from", "error.admin.governorFrom"));
        }
        if (school == null || from == null) {
            throw new ValidationFailed(gaps);
        }
        School chosen = schools.all().stream()
                .filter(one -> one.id().equals(school))
                .findFirst()
                .orElseThrow(NotFound::new);
        governors.lockPerson(person);
        boolean already =
                governors.of(person).stream().anyMatch(tie -> tie.school().equals(school) && !tie.isOverBefore(from));
        if (already) {
            throw new ValidationFailed(
                    List.of(Problem.of("school", "error.admin.governorAlready", known.displayName(), chosen.name())));
        }
        governors.add(person, school, from);
        audit.record(act(person, "person.governorAdded")
                .with("username", known.username())
                .with("school", chosen.name())
                .with("from", from));
    }

    /**
     * Notes the last day on which a person was a governor.
     *
     * @throws ValidationFailed without a day, for one before the first day, and where the last day was noted before
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void end(UUID id, @Nullable LocalDate last) {
        requireAdministrator();
        Tie tie = governors.lock(id).orElseThrow(NotFound::new);
        if (last == null) {
            throw gap("error.admin.governorLast");
        }
        if (tie.to() != null) {
            throw gap("error.admin.governorEnded", Dates.day(tie.to()));
        }
        if (last.isBefore(tie.from())) {
            throw gap("error.admin.governorBeforeFirst", Dates.day(tie.from()));
        }
        governors.end(tie, last);
        audit.record(act(tie.person(), "person.governorEnded")
                .with("school", tie.schoolName())
                .changed("last", tie.to(), last));
    }

    private static ValidationFailed gap(String key, Object... arguments) {
        return new ValidationFailed(List.of(Problem.of("last", key, arguments)));
    }

    private void requireAdministrator() {
        currentUser.actor().require(Role.ADMINISTRATOR, List.of());
    }

    private static Act act(PersonId person, String action) {
        return Act.on("person", person.toString(), action, Roles.ADMINISTRATOR);
    }
}
