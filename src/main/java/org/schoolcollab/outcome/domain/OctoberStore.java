package org.schoolcollab.outcome.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPlans;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.Plan;
import org.schoolcollab.outcome.OctoberDraft;
import org.schoolcollab.outcome.OctoberReport;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.Verdict;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** October reports in their tables. */
@Component
public class OctoberStore implements ReportForm<OctoberDraft, OctoberReport> {

    private static final PartItems<Plan.Target, OctoberDraft.Item> ITEMS = new PartItems<>(
            Plan.Target::id, OctoberDraft.Item::target, target -> new OctoberDraft.Item(target, "", false, "", ""));

    private final JdbcClient jdbc;
    private final ReportStates states;
    private final BidPlans plans;

    OctoberStore(JdbcClient jdbc, ReportStates states, BidPlans plans) {
        this.jdbc = jdbc;
        this.states = states;
        this.plans = plans;
    }

    @Override
    public Kind kind() {
        return Kind.OCTOBER;
    }

    @Override
    public List<Problem> unfit(OctoberDraft draft) {
        return ReportRules.unfit(draft);
    }

    @Override
    public List<Problem> gaps(OctoberDraft draft) {
        return ReportRules.gaps(draft);
    }

    @Override
    public OctoberDraft inOrder(BidSummary bid, OctoberDraft typed) {
        List<OctoberDraft.Item> items = ITEMS.inOrder(plans.plan(bid.id()).targets(), typed.items());
        return new OctoberDraft(typed.version(), items, typed.summary());
    }

    /** The report with an item for every target of the plan, blank where nothing was written. */
    @Override
    public OctoberReport load(BidSummary bid) {
        List<OctoberDraft.Item> written = jdbc.sql("select * from outcome_october_item where bid_id = ?")
                .param(bid.id().toString())
                .query((row, n) -> new OctoberDraft.Item(
                        UUID.fromString(row.getString("target_id")),
                        row.getString("actual_typed"),
                        row.getBoolean("no_figure"),
                        row.getString("reason"),
                        row.getString("comment")))
                .list();
        String summary = jdbc.sql("select summary from outcome_october_report where bid_id = ?")
                .param(bid.id().toString())
                .query(String.class)
                .optional()
                .orElse("");
        List<OctoberReport.Item> items = ITEMS.join(plans.plan(bid.id()).targets(), written, OctoberStore::item);
        return new OctoberReport(bid, states.of(bid.id(), Kind.OCTOBER), items, summary);
    }

    private static OctoberReport.Item item(Plan.Target target, OctoberDraft.Item written) {
        BigDecimal actual = Figure.read(written.actual()).orElse(null);
        return new OctoberReport.Item(
                target,
                written.actual(),
                actual,
                written.noFigure(),
                written.reason(),
                written.comment(),
                verdict(target, actual, written.noFigure()));
    }

    private static @Nullable Verdict verdict(Plan.Target target, @Nullable BigDecimal actual, boolean noFigure) {
        if (noFigure) {
            return Verdict.NO_FIGURE;
        }
        return actual == null ? null : Figure.verdict(target, actual);
    }

    @Override
    public void save(BidId bid, OctoberDraft draft) {
        states.saved(bid, Kind.OCTOBER, draft.version());
        jdbc.sql("update outcome_october_report set summary = ? where bid_id = ?")
                .params(Texts.clean(draft.summary()), bid.toString())
                .update();
        jdbc.sql("delete from outcome_october_item where bid_id = ?")
                .param(bid.toString())
                .update();
        for (OctoberDraft.Item item : draft.items()) {
            String typed = Texts.clean(item.actual());
            jdbc.sql("""
                            insert into outcome_october_item (bid_id, target_id, actual_typed, actual, no_figure, reason, comment)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            bid.toString(),
                            item.target().toString(),
                            typed,
                            Figure.read(typed).orElse(null),
                            item.noFigure(),
                            Texts.clean(item.reason()),
                            Texts.clean(item.comment())))
                    .update();
        }
    }
}
