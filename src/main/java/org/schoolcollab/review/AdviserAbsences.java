package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.review.domain.Absences;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/**
 * Advisers say when they are away and who stands in: new reviews go to the deputy, who may also do what is open with the one who is
 * away. An administrator says so for others.
 */
@UseCase
public class AdviserAbsences {

    private final Absences absences;
    private final People people;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    AdviserAbsences(Absences absences, People people, AuditTrail audit, CurrentUser currentUser, PortalClock clock) {
        this.absences = absences;
        this.people = people;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What is entered for today and later: an administrator sees all, an adviser those they are away or stand in for. */
    @RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
    @Transactional(readOnly = true)
    public List<Absence> list() {
        Actor actor = currentUser.actor();
        return absences.endingFrom(clock.today()).stream()
                .filter(absence -> actor.has(Role.ADMINISTRATOR)
                        || absence.adviser().equals(actor.id())
                        || absence.deputy().equals(actor.id()))
                .toList();
    }

    /** For whom this person may enter an absence: oneself, or as an administrator every adviser, by name. */
    @RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
    @Transactional(readOnly = true)
    public List<People.Person> advisers() {
        Actor actor = currentUser.actor();
        return people.all().stream()
                .filter(People.Person::enabled)
                .filter(person -> actor.has(Role.ADMINISTRATOR) || person.id().equals(actor.id()))
                .filter(person -> !districts(person.id()).isEmpty())
                .toList();
    }

    /** Who could stand in for an adviser: those who advise all of the same districts, by name. */
    @RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
    @Transactional(readOnly = true)
    public List<People.Person> deputies(PersonId adviser) {
        requireMayEnter(adviser);
        Set<RoleGrant> districts = districts(adviser);
        return people.all().stream()
                .filter(People.Person::enabled)
                .filter(person -> !person.id().equals(adviser))
                .filter(person -> districts(person.id()).containsAll(districts))
                .toList();
    }

    /**
     * Enters an absence.
     *
     * @throws ValidationFailed naming every gap
     * @throws AccessRefused where an adviser enters another's
     */
    @RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
    public Absence enter(
            PersonId adviser, @Nullable PersonId deputy, @Nullable LocalDate from, @Nullable LocalDate to) {
        requireMayEnter(adviser);
        absences.lockPeople(deputy == null ? List.of(adviser) : List.of(adviser, deputy));
        List<Problem> gaps = new ArrayList<>();
        LocalDate today = clock.today();
        if (from == null || from.isBefore(today)) {
            gaps.add(Problem.of("from", "error.review.absence.from"));
        }
        if (to == null || (from != null && to.isBefore(from))) {
            gaps.add(Problem.of("to", "error.review.absence.to"));
        }
        if (deputy == null
                || deputies(adviser).stream().noneMatch(person -> person.id().equals(deputy))) {
            gaps.add(Problem.of("deputy", "error.review.absence.deputy"));
        } else if (from != null && to != null) {
            absences.of(List.of(adviser, deputy), from, to).stream()
                    .findFirst()
                    .ifPresent(other -> gaps.add(Problem.of(
                            "deputy", "error.review.absence.overlaps", other.adviserName(), other.deputyName())));
        }
        if (!gaps.isEmpty() || deputy == null || from == null || to == null) {
            throw new ValidationFailed(gaps);
        }
        UUID id = absences.add(adviser, deputy, from, to, currentUser.actor().id());
        Absence entered = absences.lock(id);
        audit.record(Act.on("person", adviser.toString(), "review.absenceEntered", roleFor(entered))
                .with("adviser", entered.adviserName())
                .with("deputy", entered.deputyName())
                .with("from", from)
                .with("to", to));
        return entered;
    }

    /**
     * Ends an absence with yesterday; one that has not begun never happens.
     *
     * @throws org.schoolcollab.shared.NotFound if there is none
     * @throws AccessRefused where an adviser ends another's
     */
    @RolesAllowed({Roles.ADVISER, Roles.ADMINISTRATOR})
    public void end(UUID id) {
        Absence absence = absences.lock(id);
        requireMayEnter(absence.adviser());
        LocalDate yesterday = clock.today().minusDays(1);
        if (absence.from().isAfter(yesterday)) {
            absences.remove(id);
        } else if (absence.to().isAfter(yesterday)) {
            absences.endOn(id, yesterday);
        }
        audit.record(Act.on("person", absence.adviser().toString(), "review.absenceEnded", roleFor(absence))
                .with("adviser", absence.adviserName())
                .changed("to", absence.to(), yesterday));
    }

    private String roleFor(Absence absence) {
        return currentUser.actor().id().equals(absence.adviser()) ? Roles.ADVISER : Roles.ADMINISTRATOR;
    }

    private void requireMayEnter(PersonId adviser) {
        Actor actor = currentUser.actor();
        if (!actor.id().equals(adviser) && !actor.has(Role.ADMINISTRATOR)) {
            throw new AccessRefused("absence of " + adviser);
        }
    }

    private Set<RoleGrant> districts(PersonId person) {
        return people.grantsOf(person).stream()
                .filter(grant -> grant.role() == Role.ADVISER)
                .collect(Collectors.toSet());
    }
}
