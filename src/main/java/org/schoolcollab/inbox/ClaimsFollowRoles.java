package org.schoolcollab.inbox;

import java.util.List;
import java.util.Set;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.RolesChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever loses a role gives back what they had claimed in it, in the transaction of the change: others can take it at once. */
@Component
class ClaimsFollowRoles {

    private record Claim(String task, BidId bid, String taskKey, String name) {}

    private final JdbcClient jdbc;
    private final TaskClaims claims;
    private final BidProgress progress;
    private final AuditTrail audit;

    ClaimsFollowRoles(JdbcClient jdbc, TaskClaims claims, BidProgress progress, AuditTrail audit) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.progress = progress;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(RolesChanged changed) {
        Set<String> lost = changed.lostGroups();
        if (lost.isEmpty()) {
            return;
        }
        for (Claim claim : claimed(changed.person(), lost)) {
            progress.lock(claim.bid());
            claims.release(claim.task());
            audit.record(Act.onBid(claim.bid().value(), "task.freed", Roles.ADMINISTRATOR)
                    .with("task", claim.taskKey())
                    .with("person", claim.name()));
        }
    }

    private List<Claim> claimed(PersonId person, Set<String> groups) {
        return jdbc.sql("""
                        select distinct task_id, bid_id, task_key, claimed_name from inbox_work_item
                        where claimed_by = :person and state = 'OPEN' and group_key in (:groups) order by bid_id, task_id""")
                .param("person", person.toString())
                .param("groups", groups)
                .query((row, n) -> new Claim(
                        row.getString("task_id"),
                        BidId.of(row.getString("bid_id")),
                        row.getString("task_key"),
                        row.getString("claimed_name")))
                .list();
    }
}
