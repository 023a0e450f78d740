package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanRevision;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.Wording;
import org.schoolcollab.shell.Dates;
import org.springframework.stereotype.Component;

/**
 * A plan to read with its schools and the names of its files, on the screen and on paper. What is not there yet says so; what changed
 * since an earlier revision is marked.
 */
@Component
public class PlanPaper {

    /**
     * What a plan is read beside.
     *
     * @param plan as it was then
     * @param beside what stood beside it then
     */
    public record Since(PlanRevision revision, PlanOutline plan, BesidePlan.Earlier beside) {}

    private static final int BASELINE = 2;
    private static final int VALUE = 3;
    private static final int AMOUNT = 2;

    private final FieldText texts;
    private final PartsPaper parts;
    private final BesidePaper beside;
    private final Wording words;

    PlanPaper(PlanCatalogue catalogue, PartsPaper parts, BesidePaper beside, Wording words) {
        this.texts = new FieldText(catalogue, words::getTranslation);
        this.parts = parts;
        this.beside = beside;
        this.words = words;
    }

    /**
     * The plan alone, as a part of a page that says whose it is.
     *
     * @param since what changes are marked against, null for none
     */
    public Paper plan(BidSummary bid, PlanOutline plan, BesidePlan beside, @Nullable Since since) {
        return write(new Paper.Writer(title(bid)), bid, plan, beside, since);
    }

    /** The plan with what a reader needs to know of the bid, to stand for itself. */
    public Paper print(BidSummary bid, PlanOutline plan, BesidePlan beside, @Nullable Since since) {
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
        return write(paper, bid, plan, beside, since);
    }

    private String title(BidSummary bid) {
        return words.getTranslation("bid.plan.title", bid.collaborationName());
    }

    private Paper write(
            Paper.Writer paper, BidSummary bid, PlanOutline outline, BesidePlan now, @Nullable Since since) {
        if (since != null) {
            paper.paragraph(words.getTranslation(
                    "bid.print.marked",
                    since.revision().revision(),
                    Dates.moment(since.revision().at())));
        }
        PlanReading plan = new PlanReading(outline, since == null ? null : since.plan(), texts, words);
        items(paper, plan, PlanSection.PRIORITIES);
        items(paper, plan, PlanSection.ACTIVITIES);
        table(
                paper,
                plan,
                PlanSection.TARGETS,
                List.of("measure", "about", "baseline", "value", "by"),
                List.of(BASELINE, VALUE),
                List.of());
        table(
                paper,
                plan,
                PlanSection.BUDGET,
                List.of("category", "description", "amount"),
                List.of(AMOUNT),
                List.of(words.getTranslation("bid.plan.budget.total"), "", plan.requested()));
        paper.facts(guide(bid, plan));
        heading(paper, PlanSection.SUPPORT);
        paper.facts(Stream.of("matchedAmount", "matchedBy", "skillsAudit", "support")
                .filter(name -> !name.equals("support") || isSupportInWords(plan))
                .map(name -> fact(plan, PlanSection.SUPPORT, name))
                .toList());
        parts.write(paper, plan);
        beside.write(paper, plan, now, since == null ? null : since.beside());
        return paper.paper();
    }

    /** Whether support is told in words; where it is listed instead, a gap here would be none. */
    private static boolean isSupportInWords(PlanReading plan) {
        PlanReading.Pair words = plan.itself(PlanSection.SUPPORT);
        boolean isTold = Stream.of(Optional.ofNullable(words.before()), Optional.ofNullable(words.after()))
                .flatMap(Optional::stream)
                .anyMatch(one -> !one.field("support").isBlank());
        return isTold || plan.lines(PlanSection.SUPPORT).isEmpty();
    }

    private String heading(Paper.Writer paper, PlanSection section) {
        String heading = words.getTranslation("enum.PlanSection." + section.name());
        paper.heading(heading);
        return heading;
    }

    private void items(Paper.Writer paper, PlanReading plan, PlanSection section) {
        heading(paper, section);
        List<PlanReading.Pair> lines = plan.lines(section);
        if (lines.isEmpty()) {
            paper.paragraph(words.getTranslation("bid.plan.nothing"));
        }
        paper.bullets(lines.stream().map(plan::name).toList());
    }

    private void table(
            Paper.Writer paper,
            PlanReading plan,
            PlanSection section,
            List<String> fields,
            List<Integer> numbers,
            List<String> foot) {
        String heading = heading(paper, section);
        List<PlanReading.Pair> lines = plan.lines(section);
        if (lines.isEmpty()) {
            paper.paragraph(words.getTranslation("bid.plan.nothing"));
            return;
        }
        String id = lines.getFirst().any().id();
        paper.table(
                heading,
                fields.stream()
                        .map(name -> words.getTranslation(
                                section.field(id, name).orElseThrow().label()))
                        .toList(),
                numbers,
                lines.stream()
                        .map(line -> fields.stream()
                                .map(name -> plan.field(line, name))
                                .toList())
                        .toList(),
                foot);
    }

    private List<List<String>> guide(BidSummary bid, PlanReading plan) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                words.getTranslation("bid.amount.guide"),
                words.getTranslation("bid.plan.guideOf", bid.guide(), bid.memberCount())));
        PlanReading.Pair budget = plan.itself(PlanSection.BUDGET);
        boolean explained = !budget.any().field("variance").isBlank()
                || (budget.before() != null
                        && !budget.before().field("variance").isBlank())
                || plan.now().plan().draft(0).requested().isMoreThan(bid.guide());
        if (explained) {
            facts.add(fact(plan, PlanSection.BUDGET, "variance"));
        }
        return facts;
    }

    private List<String> fact(PlanReading plan, PlanSection section, String name) {
        PlanReading.Pair itself = plan.itself(section);
        return List.of(
                words.getTranslation(
                        section.field(itself.any().id(), name).orElseThrow().label()),
                plan.field(itself, name));
    }
}
