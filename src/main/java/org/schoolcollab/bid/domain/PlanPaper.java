package org.schoolcollab.bid.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BudgetCategory;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.Wording;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;
import org.springframework.stereotype.Component;

/** A plan to read, on the screen and on paper. What is not there yet says so. */
@Component
public class PlanPaper {

    private static final int BASELINE = 2;
    private static final int VALUE = 3;
    private static final int AMOUNT = 2;

    private final PlanCatalogue catalogue;
    private final PartsPaper parts;
    private final Wording words;

    PlanPaper(PlanCatalogue catalogue, PartsPaper parts, Wording words) {
        this.catalogue = catalogue;
        this.parts = parts;
        this.words = words;
    }

    /** The plan alone, as a part of a page that says whose it is. */
    public Paper plan(BidSummary bid, PlanDraft plan, PlanOutline outline) {
        return write(new Paper.Writer(title(bid)), bid, plan, outline);
    }

    /** The plan with what a reader needs to know of the bid, to stand for itself. */
    public Paper print(BidSummary bid, PlanDraft plan, PlanOutline outline) {
        Paper.Writer paper = new Paper.Writer(title(bid))
                .facts(List.of(
                        List.of(words.getTranslation("bid.print.round"), bid.roundName()),
                        List.of(
                                words.getTranslation("bid.print.district"),
                                words.getTranslation("bid.print.place", bid.districtName(), bid.areaName())),
                        List.of(
                                words.getTranslation("bid.print.state"),
                                words.getTranslation(
                                        "enum.BidStatus." + bid.status().name())),
                        List.of(words.getTranslation("bid.print.revision"), Integer.toString(bid.revision())),
                        List.of(
                                words.getTranslation("bid.amount.requested"),
                                bid.requested().format())));
        return write(paper, bid, plan, outline);
    }

    private String title(BidSummary bid) {
        return words.getTranslation("bid.plan.title", bid.collaborationName());
    }

    private Paper write(Paper.Writer paper, BidSummary bid, PlanDraft plan, PlanOutline outline) {
        items(paper, PlanSection.PRIORITIES, plan.priorities(), catalogue.labels(Kind.PRIORITY));
        items(paper, PlanSection.ACTIVITIES, plan.activities(), catalogue.labels(Kind.ACTIVITY));
        targets(paper, plan.targets());
        budget(paper, bid, plan);
        heading(paper, PlanSection.SUPPORT);
        paper.facts(List.of(
                List.of(words.getTranslation("bid.plan.matched.label"), amount(plan.matchedAmount())),
                List.of(words.getTranslation("bid.plan.matchedBy.label"), orNothing(plan.matchedBy())),
                List.of(
                        words.getTranslation("bid.plan.skillsAudit.short"),
                        words.getTranslation(plan.skillsAuditDone() ? "bid.plan.yes" : "bid.plan.no")),
                List.of(words.getTranslation("bid.plan.support.short"), orNothing(plan.support()))));
        parts.write(paper, outline);
        return paper.paper();
    }

    private String heading(Paper.Writer paper, PlanSection section) {
        String heading = words.getTranslation("enum.PlanSection." + section.name());
        paper.heading(heading);
        return heading;
    }

    private void items(
            Paper.Writer paper, PlanSection section, List<PlanDraft.Item> items, Map<String, String> labels) {
        heading(paper, section);
        if (items.isEmpty()) {
            paper.paragraph(orNothing(""));
        }
        paper.bullets(items.stream()
                .map(item ->
                        item.code() == null ? item.words() : Objects.requireNonNullElse(labels.get(item.code()), ""))
                .toList());
    }

    private void targets(Paper.Writer paper, List<PlanDraft.Target> targets) {
        String heading = heading(paper, PlanSection.TARGETS);
        if (targets.isEmpty()) {
            paper.paragraph(orNothing(""));
            return;
        }
        paper.table(
                heading,
                List.of(
                        column("target.measure"),
                        column("target.about"),
                        column("target.baseline"),
                        column("target.value"),
                        column("target.by")),
                List.of(BASELINE, VALUE),
                targets.stream()
                        .map(target -> List.of(
                                orNothing(target.measure()),
                                orNothing(target.about()),
                                orNothing(target.baseline()),
                                orNothing(target.value()),
                                day(target.by())))
                        .toList(),
                List.of());
    }

    private void budget(Paper.Writer paper, BidSummary bid, PlanDraft plan) {
        String heading = heading(paper, PlanSection.BUDGET);
        if (plan.budget().isEmpty()) {
            paper.paragraph(orNothing(""));
        } else {
            paper.table(
                    heading,
                    List.of(column("budget.category"), column("budget.description"), column("budget.amount")),
                    List.of(AMOUNT),
                    plan.budget().stream()
                            .map(line -> List.of(
                                    category(line.category()), orNothing(line.description()), amount(line.amount())))
                            .toList(),
                    List.of(
                            words.getTranslation("bid.plan.budget.total"),
                            "",
                            plan.requested().format()));
        }
        List<String> guide = List.of(
                words.getTranslation("bid.amount.guide"),
                words.getTranslation("bid.plan.guideOf", bid.guide(), bid.memberCount()));
        boolean explained = !plan.variance().isBlank() || plan.requested().isMoreThan(bid.guide());
        paper.facts(
                explained
                        ? List.of(
                                guide,
                                List.of(words.getTranslation("bid.plan.variance.label"), orNothing(plan.variance())))
                        : List.of(guide));
    }

    private String column(String name) {
        return words.getTranslation("bid.plan." + name);
    }

    private String category(@Nullable BudgetCategory category) {
        return category == null ? orNothing("") : words.getTranslation("enum.BudgetCategory." + category.name());
    }

    private String amount(String typed) {
        return PlanDraft.moneyIn(typed).map(Money::format).orElse(orNothing(typed));
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? orNothing("") : Dates.day(day);
    }

    private String orNothing(String text) {
        return text.isBlank() ? words.getTranslation("bid.plan.nothing") : text;
    }
}
