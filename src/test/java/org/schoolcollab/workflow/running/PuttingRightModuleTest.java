package org.schoolcollab.workflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.Reconciliation.Kind;

/** Differences between queues and processes are put right from the engine. */
class PuttingRightModuleTest extends RunningScenes {

    static final Map<Kind, String> DAMAGE = Map.of(
            Kind.TASK_WITHOUT_ITEM, "update inbox_work_item set state = 'GONE'",
            Kind.ITEM_WITHOUT_TASK, "update inbox_work_item set task_id = 'none'",
            Kind.ANOTHER_ASSIGNEE,
                    "update inbox_work_item set claimed_by = (select id from security_person limit 1), claimed_at = now()",
            Kind.ANOTHER_GROUP, "update inbox_work_item set group_key = 'ADVISER:AREA:NORTH'",
            Kind.ANOTHER_DEADLINE, "update inbox_work_item set due_at = '2020-01-01'",
            Kind.MISCOUNTED, "update inbox_counter set open_count = open_count + 3");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TASK_WITHOUT_ITEM",
                "ITEM_WITHOUT_TASK",
                "ANOTHER_ASSIGNEE",
                "ANOTHER_GROUP",
                "ANOTHER_DEADLINE",
                "MISCOUNTED"
            })
    void whatDiffersIsPutRightFromTheEngine(String name) {
        BidId bid = lifecycle.submitted();
        Kind kind = Kind.valueOf(name);
        jdbc.sql(DAMAGE.getOrDefault(kind, "") + (kind == Kind.MISCOUNTED ? "" : " where state = 'OPEN'"))
                .update();
        logIn.as("admin");
        assertThat(reconciliation.differences())
                .extracting(Reconciliation.Difference::kind)
                .contains(kind);
        for (int round = 0; round < 6 && !reconciliation.differences().isEmpty(); round++) {
            var difference = reconciliation.differences().getFirst();
            puttingRight.putRight(difference.kind(), difference.subject());
        }
        agrees();
        assertThat(lifecycle.openItems(bid)).containsExactly("userTask_ReviewPlan");
        assertThat(jdbc.sql(
                                "select count(*) from audit_record where action in ('process.queuePutRight', 'process.recounted')")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThatThrownBy(() -> logIn.run("admin", () -> puttingRight.putRight(kind, "none")))
                .isInstanceOf(NotFound.class);
        logIn.as("auditor");
        assertThatThrownBy(() -> puttingRight.putRight(kind, "none")).isInstanceOf(AccessRefused.class);
    }
}
