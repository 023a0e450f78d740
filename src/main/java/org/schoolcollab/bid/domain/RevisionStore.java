package org.schoolcollab.bid.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanRevision;
import org.schoolcollab.bid.PlanRevision.Kind;
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
    private final SealedRows sealed;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    RevisionStore(
            PlanStore plans,
            SealedRows sealed,
            JdbcClient jdbc,
            ObjectMapper json,
            CurrentUser currentUser,
            PortalClock clock) {
        this.plans = plans;
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.json = json;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Keeps the plan as it is saved now. The caller has locked the bid and records the act afterwards. */
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
}
