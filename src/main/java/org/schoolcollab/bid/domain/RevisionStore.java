package org.schoolcollab.bid.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanRevision;
import org.schoolcollab.bid.PlanRevision.Kind;
import org.schoolcollab.bid.SchoolAmounts;
import org.schoolcollab.bid.attachment.RevisionFiles;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Keeps plans as they were at each submission and return: written once, sealed by the record of the act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RevisionStore {

    private final PlanStore plans;
    private final BidRegister register;
    private final MemberStore members;
    private final RevisionFiles files;
    private final SealedRows sealed;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    RevisionStore(
            PlanStore plans,
            BidRegister register,
            MemberStore members,
            RevisionFiles files,
            SealedRows sealed,
            JdbcClient jdbc,
            ObjectMapper json,
            CurrentUser currentUser,
            PortalClock clock) {
        this.plans = plans;
        this.register = register;
        this.members = members;
        this.files = files;
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.json = json;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Keeps the plan as it is saved now, with its schools and their amounts, and with its files. The caller has locked the bid and
     * records the act afterwards.
     */
    public void keep(BidId bid, int revision, Kind kind) {
        PlanStore.Stored plan = plans.read(bid);
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from bid_plan_revision where bid_id = ?")
                .param(bid.toString())
                .query(Integer.class)
                .single();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("bid_id", bid);
        row.put("number", number);
        row.put("kind", kind);
        row.put("revision", revision);
        row.put("content", json.writeValueAsString(plan.fields()));
        row.put(
                "requested_pence",
                plan.fields().draft(plan.version()).requested().pence());
        row.put("kept_by", currentUser.find().map(actor -> actor.id()).orElse(null));
        row.put("kept_at", clock.instant());
        sealed.insert("bid_plan_revision", row);
        keepSchools(bid, number, members.load(register.get(bid), plan.fields().draft(plan.version())));
        files.keep(bid, number);
    }

    private void keepSchools(BidId bid, int number, MemberSchools schools) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (MemberSchool school : schools.schools()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("bid_id", bid);
            row.put("number", number);
            row.put("school_id", school.id());
            row.put("share_pence", school.share().pence());
            row.put("pledge_pence", school.pledge().pence());
            rows.add(row);
        }
        sealed.insertAll("bid_plan_revision_school", rows);
    }

    /** All that was kept of a bid's plan, the latest first. */
    public List<PlanRevision> of(BidId bid) {
        return jdbc.sql("""
                        select r.number, r.kind, r.revision, r.requested_pence, coalesce(p.display_name, '') as kept_by, r.kept_at
                        from bid_plan_revision r left join security_person p on p.id = r.kept_by
                        where r.bid_id = ? order by r.number desc""")
                .param(bid.toString())
                .query((row, n) -> new PlanRevision(
                        row.getInt("number"),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("revision"),
                        Money.ofPence(row.getLong("requested_pence")),
                        row.getString("kept_by"),
                        row.getTimestamp("kept_at").toInstant()))
                .list();
    }

    /** @throws NotFound if nothing was kept under this number */
    public PlanFields content(BidId bid, int number) {
        return jdbc.sql("select content from bid_plan_revision where bid_id = ? and number = ?")
                .params(Arrays.asList(bid.toString(), number))
                .query((row, n) -> json.readValue(row.getString("content"), PlanFields.class))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * What each school was to get and to put in, by name. Of a revision from before that was kept with it, what they had agreed to then;
     * empty where it was a draft, to which nobody had.
     *
     * @throws NotFound if nothing was kept under this number
     */
    public List<SchoolAmounts> schools(BidId bid, int number) {
        List<SchoolAmounts> kept = jdbc.sql("""
                        select e.id, e.name, s.share_pence, s.pledge_pence
                        from bid_plan_revision_school s join establishment_school e on e.id = s.school_id
                        where s.bid_id = ? and s.number = ? order by e.name, e.id""")
                .params(bid.toString(), number)
                .query((row, n) -> school(row))
                .list();
        return kept.isEmpty() ? agreed(bid, number) : kept;
    }

    private List<SchoolAmounts> agreed(BidId bid, int number) {
        PlanRevision revision = of(bid).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        return revision.kind() == Kind.REPLACED
                ? List.of()
                : jdbc.sql("""
                        select e.id, e.name, c.share_pence, c.pledge_pence
                        from bid_consent c join establishment_school e on e.id = c.school_id
                          join bid_bid b on b.id = c.bid_id
                        where c.bid_id = :bid and c.answer = 'GIVEN' and c.number = (
                            select max(l.number) from bid_consent l
                            where l.bid_id = c.bid_id and l.school_id = c.school_id and l.answered_at <= :at)
                          and not exists (select 1 from bid_school s
                            where s.bid_id = c.bid_id and s.school_id = c.school_id and s.taken_out_at <= :at)
                          and exists (select 1 from collaboration_member m
                            where m.collaboration_id = b.collaboration_id and m.school_id = c.school_id
                              and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day))
                        order by e.name, e.id""")
                        .param("bid", bid.toString())
                        .param("at", Timestamp.from(revision.at()))
                        .param("day", revision.at().atZone(PortalClock.LONDON).toLocalDate())
                        .query((row, n) -> school(row))
                        .list();
    }

    private static SchoolAmounts school(ResultSet row) throws SQLException {
        return new SchoolAmounts(
                EstablishmentId.of(row.getString("id")),
                row.getString("name"),
                Money.ofPence(row.getLong("share_pence")),
                Money.ofPence(row.getLong("pledge_pence")));
    }
}
