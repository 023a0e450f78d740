package org.schoolcollab.outcome.domain;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPlans;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.Plan;
import org.schoolcollab.outcome.MarchDraft;
import org.schoolcollab.outcome.MarchReport;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.Progress;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** March reports in their tables. */
@Component
public class MarchStore implements ReportForm<MarchDraft, MarchReport> {

    private static final PartItems<Plan.Item, MarchDraft.Item> ITEMS = new PartItems<>(
            Plan.Item::id, MarchDraft.Item::priority, priority -> new MarchDraft.Item(priority, null, ""));

    private final JdbcClient jdbc;
    private final ReportStates states;
    private final BidPlans plans;

    MarchStore(JdbcClient jdbc, ReportStates states, BidPlans plans) {
        this.jdbc = jdbc;
        this.states = states;
        this.plans = plans;
    }

    private record Words(String selfAssessment, String nextSteps) {}

    @Override
    public Kind kind() {
        return Kind.MARCH;
    }

    @Override
    public List<Problem> unfit(MarchDraft draft) {
        return ReportRules.unfit(draft);
    }

    @Override
    public List<Problem> gaps(MarchDraft draft) {
        return ReportRules.gaps(draft);
    }

    @Override
    public MarchDraft inOrder(BidSummary bid, MarchDraft typed) {
        List<MarchDraft.Item> items = ITEMS.inOrder(plans.plan(bid.id()).priorities(), typed.items());
        return new MarchDraft(typed.version(), items, typed.selfAssessment(), typed.nextSteps());
    }

    /** The report with an item for every priority of the plan, blank where nothing was written. */
    @Override
    public MarchReport load(BidSummary bid) {
        List<MarchDraft.Item> written = jdbc.sql("select * from outcome_march_item where bid_id = ?")
                .param(bid.id().toString())
                .query((row, n) -> new MarchDraft.Item(
                        UUID.fromString(row.getString("priority_id")),
                        progress(row.getString("progress")),
                        row.getString("comment")))
                .list();
        Words words = jdbc.sql("select self_assessment, next_steps from outcome_march_report where bid_id = ?")
                .param(bid.id().toString())
                .query((row, n) -> new Words(row.getString("self_assessment"), row.getString("next_steps")))
                .optional()
                .orElse(new Words("", ""));
        List<MarchReport.Item> items = ITEMS.join(
                plans.plan(bid.id()).priorities(),
                written,
                (priority, item) ->
                        new MarchReport.Item(priority.id(), priority.words(), item.progress(), item.comment()));
        return new MarchReport(bid, states.of(bid.id(), Kind.MARCH), items, words.selfAssessment(), words.nextSteps());
    }

    @Override
    public void save(BidId bid, MarchDraft draft) {
        states.saved(bid, Kind.MARCH, draft.version());
        jdbc.sql("update outcome_march_report set self_assessment = ?, next_steps = ? where bid_id = ?")
                .params(Texts.clean(draft.selfAssessment()), Texts.clean(draft.nextSteps()), bid.toString())
                .update();
        jdbc.sql("delete from outcome_march_item where bid_id = ?")
                .param(bid.toString())
                .update();
        for (MarchDraft.Item item : draft.items()) {
            Progress progress = item.progress();
            jdbc.sql("insert into outcome_march_item (bid_id, priority_id, progress, comment) values (?, ?, ?, ?)")
                    .params(Arrays.asList(
                            bid.toString(),
                            item.priority().toString(),
                            progress == null ? null : progress.name(),
                            Texts.clean(item.comment())))
                    .update();
        }
    }

    private static @Nullable Progress progress(@Nullable String name) {
        return name == null ? null : Progress.valueOf(name);
    }
}
