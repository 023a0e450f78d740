package org.schoolcollab.bid.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BudgetCategory;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps plans. Lines keep their ids from one save to the next. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PlanStore {

    /** Who saved a plan last, and when. */
    public record Saved(String by, Instant at) {}

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new bid's empty plan. */
    public void begin(BidId bid, PersonId by, Instant now) {
        jdbc.sql("insert into bid_plan (bid_id, version, saved_at, saved_by) values (?, 1, ?, ?)")
                .params(bid.toString(), Timestamp.from(now), by.toString())
                .update();
    }

    /** @throws NotFound if the bid has no plan */
    public PlanDraft load(BidId bid) {
        List<Item> priorities = items(bid, Kind.PRIORITY);
        List<Item> activities = items(bid, Kind.ACTIVITY);
        List<Target> targets = targets(bid);
        List<BudgetLine> budget = budget(bid);
        return jdbc.sql("""
                        select version, skills_audit_done, support, variance, matched_typed, matched_by
                        from bid_plan where bid_id = ?""")
                .param(bid.toString())
                .query((row, n) -> new PlanDraft(
                        row.getInt("version"),
                        priorities,
                        activities,
                        targets,
                        budget,
                        row.getBoolean("skills_audit_done"),
                        row.getString("support"),
                        row.getString("variance"),
                        row.getString("matched_typed"),
                        row.getString("matched_by")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound if the bid has no plan */
    public Saved lastSaved(BidId bid) {
        return jdbc.sql("""
                        select s.display_name, p.saved_at from bid_plan p join security_person s on s.id = p.saved_by
                        where p.bid_id = ?""")
                .param(bid.toString())
                .query((row, n) -> new Saved(
                        row.getString("display_name"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Puts this draft in place of the one it was made from.
     *
     * @param earlier ids of lines that the plan had once and that its lines may have again
     * @throws ChangedMeanwhile if somebody has saved another since
     */
    public void replace(BidId bid, PlanDraft draft, Set<String> earlier, PersonId by, Instant now) {
        int changed = jdbc.sql("""
                        update bid_plan set skills_audit_done = ?, support = ?, variance = ?, matched_typed = ?, matched_pence = ?,
                          matched_by = ?, version = version + 1, saved_at = ?, saved_by = ?
                        where bid_id = ? and version = ?""")
                .params(Arrays.asList(
                        draft.skillsAuditDone(),
                        draft.support(),
                        draft.variance(),
                        draft.matchedAmount(),
                        pence(draft.matchedAmount()),
                        draft.matchedBy(),
                        Timestamp.from(now),
                        by.toString(),
                        bid.toString(),
                        draft.version()))
                .update();
        if (changed == 0) {
            throw new ChangedMeanwhile();
        }
        replaceItems(bid, draft, earlier);
        replaceTargets(bid, draft.targets(), earlier);
        replaceBudget(bid, draft.budget(), earlier);
    }

    private void replaceItems(BidId bid, PlanDraft draft, Set<String> earlier) {
        Set<String> known = clear(bid, "bid_plan_item", earlier);
        insertItems(bid, Kind.PRIORITY, draft.priorities(), known);
        insertItems(bid, Kind.ACTIVITY, draft.activities(), known);
    }

    private void insertItems(BidId bid, Kind kind, List<Item> items, Set<String> known) {
        int position = 0;
        for (Item item : items) {
            jdbc.sql("""
                            insert into bid_plan_item (id, bid_id, kind, position, catalogue_code, words)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            keep(item.id(), known), bid.toString(), kind.name(), ++position, item.code(), item.words()))
                    .update();
        }
    }

    private void replaceTargets(BidId bid, List<Target> targets, Set<String> earlier) {
        Set<String> known = clear(bid, "bid_plan_target", earlier);
        int position = 0;
        for (Target target : targets) {
            jdbc.sql("""
                            insert into bid_plan_target (id, bid_id, position, measure, about, baseline_typed, baseline,
                              target_typed, target, reach_by)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            keep(target.id(), known),
                            bid.toString(),
                            ++position,
                            target.measure(),
                            target.about(),
                            target.baseline(),
                            TypedNumber.read(target.baseline()).orElse(null),
                            target.value(),
                            TypedNumber.read(target.value()).orElse(null),
                            target.by()))
                    .update();
        }
    }

    private void replaceBudget(BidId bid, List<BudgetLine> lines, Set<String> earlier) {
        Set<String> known = clear(bid, "bid_plan_budget_line", earlier);
        int position = 0;
        for (BudgetLine line : lines) {
            BudgetCategory category = line.category();
            jdbc.sql("""
                            insert into bid_plan_budget_line (id, bid_id, position, category, description, amount_typed, amount_pence)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            keep(line.id(), known),
                            bid.toString(),
                            ++position,
                            category == null ? null : category.name(),
                            line.description(),
                            line.amount(),
                            pence(line.amount())))
                    .update();
        }
    }

    /** Removes the bid's rows of a table and answers with the ids they may have; an id from anywhere else is not taken over. */
    private Set<String> clear(BidId bid, String table, Set<String> earlier) {
        Set<String> known = new HashSet<>(earlier);
        known.addAll(jdbc.sql("select id from " + table + " where bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .list());
        jdbc.sql("delete from " + table + " where bid_id = ?")
                .param(bid.toString())
                .update();
        return known;
    }

    private static String keep(@Nullable UUID id, Set<String> known) {
        return id != null && known.remove(id.toString())
                ? id.toString()
                : UUID.randomUUID().toString();
    }

    private static @Nullable Long pence(String typed) {
        return PlanDraft.moneyIn(typed).map(Money::pence).orElse(null);
    }

    private List<Item> items(BidId bid, Kind kind) {
        return jdbc.sql("""
                        select id, catalogue_code, words from bid_plan_item where bid_id = ? and kind = ? order by position""")
                .params(bid.toString(), kind.name())
                .query((row, n) -> new Item(id(row), row.getString("catalogue_code"), row.getString("words")))
                .list();
    }

    private List<Target> targets(BidId bid) {
        return jdbc.sql("""
                        select id, measure, about, baseline_typed, target_typed, reach_by
                        from bid_plan_target where bid_id = ? order by position""")
                .param(bid.toString())
                .query((row, n) -> new Target(
                        id(row),
                        row.getString("measure"),
                        row.getString("about"),
                        row.getString("baseline_typed"),
                        row.getString("target_typed"),
                        row.getObject("reach_by", LocalDate.class)))
                .list();
    }

    private List<BudgetLine> budget(BidId bid) {
        return jdbc.sql("""
                        select id, category, description, amount_typed from bid_plan_budget_line where bid_id = ? order by position""")
                .param(bid.toString())
                .query((row, n) -> {
                    String category = row.getString("category");
                    return new BudgetLine(
                            id(row),
                            category == null ? null : BudgetCategory.valueOf(category),
                            row.getString("description"),
                            row.getString("amount_typed"));
                })
                .list();
    }

    private static UUID id(ResultSet row) throws SQLException {
        return UUID.fromString(row.getString("id"));
    }
}
