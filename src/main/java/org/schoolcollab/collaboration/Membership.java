package org.schoolcollab.collaboration;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.collaboration.CollaborationDirectory.Collaboration;
import org.schoolcollab.establishment.EstablishmentDirectory;
import org.schoolcollab.establishment.EstablishmentDirectory.School;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.ByName;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lead of a collaboration, or an administrator, records that a school joins or leaves or becomes the lead school, with the day.
 * Nothing is deleted: who left stays in the record with the last day, and so does who led.
 */
@UseCase
public class Membership {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 2000;

    /**
     * A membership, past or present.
     *
     * @param to last day, null while it goes on
     */
    public record Entry(
            EstablishmentId school,
            String name,
            Phase phase,
            boolean lead,
            LocalDate from,
            @Nullable LocalDate to) {

        public boolean isOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /**
     * The memberships of a collaboration.
     *
     * @param entries lead school first, then by name and day
     * @param others schools that are no member today, by name
     */
    public record Register(Collaboration collaboration, LocalDate today, List<Entry> entries, List<School> others) {}

    private final CollaborationDirectory collaborations;
    private final EstablishmentDirectory schools;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    Membership(
            CollaborationDirectory collaborations,
            EstablishmentDirectory schools,
            JdbcClient jdbc,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.collaborations = collaborations;
        this.schools = schools;
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The memberships, for whoever may change them.
     *
     * @throws NotFound if no collaboration has this slug
     */
    @RolesAllowed({Roles.COLLABORATION_LEAD, Roles.ADMINISTRATOR})
    @Transactional(readOnly = true)
    public Register open(String slug) {
        Collaboration collaboration = collaborations.findBySlug(slug).orElseThrow(NotFound::new);
        require(collaboration.id());
        List<Entry> entries = entries(collaboration.id());
        LocalDate today = clock.today();
        List<School> others = schools.all().stream()
                .filter(school ->
                        entries.stream().noneMatch(entry -> entry.school().equals(school.id()) && entry.isOn(today)))
                .toList();
        return new Register(collaboration, today, entries, others);
    }

    /**
     * Records that a school joined.
     *
     * @param from first day of its membership, today or earlier
     * @throws ValidationFailed naming every gap: no school, no day or one to come, member on that day already
     */
    @RolesAllowed({Roles.COLLABORATION_LEAD, Roles.ADMINISTRATOR})
    public void joins(CollaborationId id, @Nullable EstablishmentId school, @Nullable LocalDate from) {
        String role = require(id);
        Collaboration collaboration = lock(id);
        List<Problem> gaps = new ArrayList<>();
        if (school == null) {
            gaps.add(Problem.of("school", "error.collaboration.member.school"));
        }
        checkDay(gaps, from);
        if (school == null || from == null || !gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        School chosen = schools.all().stream()
                .filter(one -> one.id().equals(school))
                .findFirst()
                .orElseThrow(NotFound::new);
        LocalDate lastKnown = entries(id).stream()
                .filter(entry -> entry.school().equals(school))
                .map(entry -> entry.to() == null ? LocalDate.MAX : entry.to())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        if (!lastKnown.isBefore(from)) {
            throw new ValidationFailed(List.of(
                    lastKnown.equals(LocalDate.MAX)
                            ? Problem.of("school", "error.collaboration.member.already", chosen.name())
                            : Problem.of("from", "error.collaboration.member.until", Dates.day(lastKnown))));
        }
        jdbc.sql("""
                        insert into collaboration_member (id, collaboration_id, school_id, lead, valid_from)
                        values (?, ?, ?, false, ?)""")
                .params(UUID.randomUUID().toString(), id.toString(), school.toString(), from)
                .update();
        audit.record(act(collaboration, "collaboration.memberJoined", role)
                .with("school", chosen.name())
                .with("from", from));
        events.publishEvent(new MembersChanged(id, MembersChanged.Kind.JOINED, school, chosen.name(), role));
    }

    /**
     * Records that a school left.
     *
     * @param from first day on which it is no member any more, today or earlier
     * @param reason for the record, at most {@link #REASON_LIMIT} characters
     * @throws ValidationFailed naming every gap
     * @throws MembershipRefused if it is the lead school, or no member today
     */
    @RolesAllowed({Roles.COLLABORATION_LEAD, Roles.ADMINISTRATOR})
    public void leaves(CollaborationId id, EstablishmentId school, @Nullable LocalDate from, String reason) {
        String role = require(id);
        Collaboration collaboration = lock(id);
        Entry member = member(id, school);
        if (member.lead()) {
            throw MembershipRefused.leadSchool(member.name());
        }
        List<Problem> gaps = new ArrayList<>();
        checkDay(gaps, from);
        if (from != null && !from.isAfter(member.from())) {
            gaps.add(Problem.of("from", "error.collaboration.member.beforeJoining", Dates.day(member.from())));
        }
        String why = checkReason(gaps, reason);
        if (from == null || !gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        jdbc.sql("""
                        update collaboration_member set valid_to = ?
                        where collaboration_id = ? and school_id = ? and valid_to is null""")
                .params(from.minusDays(1), id.toString(), school.toString())
                .update();
        audit.record(act(collaboration, "collaboration.memberLeft", role)
                .with("school", member.name())
                .with("lastDay", from.minusDays(1))
                .with("reason", why));
        events.publishEvent(new MembersChanged(id, MembersChanged.Kind.LEFT, school, member.name(), role));
    }

    /**
     * Records that a member is the lead school from a day on; the one that was stays a member. Awards that are shared out keep their
     * shares: what is on its way to a school goes there.
     *
     * @param from first day, today or earlier
     * @param reason for the record, at most {@link #REASON_LIMIT} characters
     * @throws ValidationFailed naming every gap
     * @throws MembershipRefused if it is no member today, or the lead school already
     */
    @RolesAllowed({Roles.COLLABORATION_LEAD, Roles.ADMINISTRATOR})
    public void leads(CollaborationId id, EstablishmentId school, @Nullable LocalDate from, String reason) {
        String role = require(id);
        Collaboration collaboration = lock(id);
        Entry member = member(id, school);
        if (member.lead()) {
            throw MembershipRefused.leadsAlready(member.name());
        }
        Optional<Entry> before = entries(id).stream()
                .filter(entry -> entry.lead() && entry.to() == null)
                .findFirst();
        List<Problem> gaps = new ArrayList<>();
        checkDay(gaps, from);
        if (from != null && from.isBefore(member.from())) {
            gaps.add(Problem.of("from", "error.collaboration.member.notYet", Dates.day(member.from())));
        }
        if (from != null && before.isPresent() && !from.isAfter(before.get().from())) {
            Entry lead = before.get();
            gaps.add(Problem.of("from", "error.collaboration.member.ledSince", Dates.day(lead.from()), lead.name()));
        }
        String why = checkReason(gaps, reason);
        if (from == null || !gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        before.ifPresent(entry -> goesOn(id, entry, from, false));
        goesOn(id, member, from, true);
        audit.record(act(collaboration, "collaboration.leadChanged", role)
                .changed("leadSchool", before.map(Entry::name).orElse(null), member.name())
                .with("from", from)
                .with("reason", why));
        events.publishEvent(new MembersChanged(id, MembersChanged.Kind.LEADS, school, member.name(), role));
    }

    /** The membership goes on from this day as another entry, so that the record says who led until when. */
    private void goesOn(CollaborationId id, Entry entry, LocalDate from, boolean lead) {
        if (entry.from().equals(from)) {
            jdbc.sql("""
                            update collaboration_member set lead = ?
                            where collaboration_id = ? and school_id = ? and valid_to is null""").params(lead, id.toString(), entry.school().toString()).update();
            return;
        }
        jdbc.sql("""
                        update collaboration_member set valid_to = ?
                        where collaboration_id = ? and school_id = ? and valid_to is null""")
                .params(from.minusDays(1), id.toString(), entry.school().toString())
                .update();
        jdbc.sql("""
                        insert into collaboration_member (id, collaboration_id, school_id, lead, valid_from)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        id.toString(),
                        entry.school().toString(),
                        lead,
                        from)
                .update();
    }

    private Entry member(CollaborationId id, EstablishmentId school) {
        return entries(id).stream()
                .filter(entry -> entry.school().equals(school) && entry.to() == null)
                .findFirst()
                .orElseThrow(MembershipRefused::noMember);
    }

    private static String checkReason(List<Problem> gaps, String reason) {
        String why = Texts.clean(reason);
        if (why.isEmpty()) {
            gaps.add(Texts.noReason());
        }
        return Texts.atMost(REASON_LIMIT, "reason", why);
    }

    /** What changed before today can be said; what is to come is recorded on its day, when guide and consents follow it. */
    private void checkDay(List<Problem> gaps, @Nullable LocalDate day) {
        if (day == null) {
            gaps.add(Problem.of("from", "error.collaboration.member.day"));
        } else if (day.isAfter(clock.today())) {
            gaps.add(Problem.of("from", "error.collaboration.member.future"));
        }
    }

    private static Act act(Collaboration collaboration, String action, String role) {
        return Act.on("collaboration", collaboration.id().toString(), action, role)
                .with("collaboration", collaboration.name());
    }

    /** Joinings and leavings of one collaboration happen one after the other. */
    private Collaboration lock(CollaborationId id) {
        jdbc.sql("select id from collaboration_collaboration where id = ? for update")
                .param(id.toString())
                .query(String.class)
                .optional();
        return collaborations.find(id).orElseThrow(NotFound::new);
    }

    private List<Entry> entries(CollaborationId id) {
        return jdbc
                .sql("""
                        select s.id, s.name, s.phase, m.lead, m.valid_from, m.valid_to
                        from collaboration_member m join establishment_school s on s.id = m.school_id
                        where m.collaboration_id = ? order by s.id, m.valid_from""")
                .param(id.toString())
                .query((row, n) -> new Entry(
                        EstablishmentId.of(row.getString("id")),
                        row.getString("name"),
                        Phase.valueOf(row.getString("phase")),
                        row.getBoolean("lead"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing((Entry entry) -> !entry.lead() || entry.to() != null)
                        .thenComparing(Entry::name, ByName.ORDER))
                .toList();
    }

    private String require(CollaborationId id) {
        Actor actor = currentUser.actor();
        if (actor.has(Role.ADMINISTRATOR)) {
            return Roles.ADMINISTRATOR;
        }
        actor.require(Role.COLLABORATION_LEAD, List.of(Scope.collaboration(id.value())));
        return Roles.COLLABORATION_LEAD;
    }
}
