package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who has a plan open and which field is under whose hand, over all nodes. Windows tell of themselves every few seconds. */
@UseCase
public class PlanPresence {

    /** A window that was silent for longer is taken to be closed. */
    public static final Duration SILENT = Duration.ofSeconds(30);

    /** Stands in the place of a field where a window shows the member schools. */
    private static final String SCHOOLS = "schools";

    /**
     * Another window that has the plan open.
     *
     * @param name of the person
     * @param oneself whether it is a window of the same person
     * @param hand the field under their hand, null where there is none
     * @param atSchools whether it shows the member schools and their shares instead of the plan
     */
    public record Other(
            String name, boolean oneself, @Nullable FieldPlace hand, boolean atSchools) {}

    /**
     * What a window looks at every two seconds.
     *
     * @param version of the draft
     */
    public record Look(int version, List<Other> others) {}

    private final LeadsBid leadsBid;
    private final CurrentUser currentUser;
    private final PortalClock clock;
    private final JdbcClient jdbc;

    PlanPresence(LeadsBid leadsBid, CurrentUser currentUser, PortalClock clock, JdbcClient jdbc) {
        this.leadsBid = leadsBid;
        this.currentUser = currentUser;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private record Row(UUID collaboration, int version, Optional<Other> other) {}

    /** The version of the draft and who else is there, by one statement. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public Look look(BidId id, UUID window) {
        Actor actor = currentUser.actor();
        List<Row> rows = jdbc.sql("""
                        select b.collaboration_id, p.version, r.person_id, s.display_name, r.hand
                        from bid_plan p join bid_bid b on b.id = p.bid_id
                          left join bid_plan_presence r on r.bid_id = p.bid_id and r.window_id <> ? and r.seen_at > ?
                          left join security_person s on s.id = r.person_id
                        where p.bid_id = ? order by s.display_name, r.window_id""")
                .params(window.toString(), Timestamp.from(clock.instant().minus(SILENT)), id.toString())
                .query((row, n) -> row(row, actor))
                .list();
        if (rows.isEmpty()) {
            throw new NotFound();
        }
        Row first = rows.getFirst();
        actor.require(Role.COLLABORATION_LEAD, List.of(Scope.collaboration(first.collaboration())));
        List<Other> others = new ArrayList<>();
        rows.forEach(row -> row.other().ifPresent(others::add));
        return new Look(first.version(), List.copyOf(others));
    }

    private static Row row(ResultSet row, Actor actor) throws SQLException {
        String person = row.getString("person_id");
        return new Row(
                UUID.fromString(row.getString("collaboration_id")),
                row.getInt("version"),
                person == null
                        ? Optional.empty()
                        : Optional.of(new Other(
                                row.getString("display_name"),
                                person.equals(actor.id().toString()),
                                FieldPlace.of(row.getString("hand")).orElse(null),
                                row.getString("hand").equals(SCHOOLS))));
    }

    /** This window has the plan open; windows that have been silent for long are forgotten. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void here(BidId id, UUID window, @Nullable FieldPlace hand) {
        tell(id, window, hand == null ? "" : hand.toString());
    }

    /** This window shows the member schools of the bid. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void atSchools(BidId id, UUID window) {
        tell(id, window, SCHOOLS);
    }

    private void tell(BidId id, UUID window, String hand) {
        leadsBid.read(id);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into bid_plan_presence (bid_id, window_id, person_id, hand, seen_at) values (?, ?, ?, ?, ?)
                        on duplicate key update hand = values(hand), seen_at = values(seen_at)""")
                .params(id.toString(), window.toString(), leadsBid.actor().id().toString(), hand, Timestamp.from(now))
                .update();
        jdbc.sql("delete from bid_plan_presence where bid_id = ? and seen_at < ?")
                .params(id.toString(), Timestamp.from(now.minus(SILENT.multipliedBy(2))))
                .update();
    }

    /** This window was closed. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void gone(BidId id, UUID window) {
        leadsBid.read(id);
        jdbc.sql("delete from bid_plan_presence where bid_id = ? and window_id = ?")
                .params(id.toString(), window.toString())
                .update();
    }
}
