package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.attachment.AttachedFiles;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.paper.Marks;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.AccessRefused;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan as one paper: on the page, printed, and as tagged PDF. */
class PlanPrintModuleTest extends BidScene {

    @Autowired
    PlanPrint print;

    @Autowired
    AttachedFiles files;

    @Autowired
    SchoolShares shares;

    @Test
    void thePaperStandsForItself() {
        BidId bid = fixtures.submittedBid(HYTHE);

        Paper paper = logIn.as("adviser.south", () -> print.paper(bid, false));

        assertThat(paper.title()).isEqualTo("Plan of Hythe Hub");
        assertThat(paper.blocks().getFirst().rows())
                .extracting(row -> row.getFirst())
                .containsExactly("Round", "Where", "State", "Revision", "Requested");
        Paper.Block budget = paper.blocks().stream()
                .filter(block -> !block.foot().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(budget.foot().getLast())
                .isEqualTo(logIn.as("adviser.south", () -> queries.summary(bid))
                        .requested()
                        .format());
        assertThat(budget.isNumber(0)).isFalse();
        assertThat(budget.isNumber(2)).isTrue();
    }

    @Test
    void theBudgetIsSummedByCategoryAndByActivityAndNamedSchoolsAreNamed() {
        BidId bid = fixtures.completeDraft(HYTHE);
        PlanFields plan = plans.fields(bid);
        PlanFields.Line target = plan.lines(PlanSection.TARGETS).getFirst();
        String school = logIn.as(
                "lead." + HYTHE,
                () -> plans.outline(bid).schools().getFirst().id().toString());
        logIn.run(
                "lead." + HYTHE,
                () -> drafting.change(
                        bid,
                        UUID.randomUUID(),
                        List.of(
                                new PlanEdit.Add(
                                        PlanSection.BUDGET,
                                        UUID.randomUUID().toString(),
                                        PlanEdit.FIRST,
                                        Map.of(
                                                "description",
                                                "Trainers",
                                                "category",
                                                "TRAINING",
                                                "amount",
                                                "500",
                                                "activity",
                                                plan.lines(PlanSection.ACTIVITIES)
                                                        .getFirst()
                                                        .id())),
                                new PlanEdit.Type(PlanSection.TARGETS, target.id(), "group", "", "NAMED_SCHOOLS"),
                                new PlanEdit.Type(PlanSection.TARGETS, target.id(), "schools", "", school))));

        Paper paper = logIn.as("lead." + HYTHE, () -> print.paper(bid, false));

        assertThat(table(paper, "Budget by category").rows())
                .containsExactly(List.of("Staff release", "£21,000"), List.of("Training", "£500"));
        assertThat(table(paper, "Budget by category").foot()).containsExactly("Total requested", "£21,500");
        assertThat(table(paper, "Budget by activity").rows())
                .containsExactly(
                        List.of("Shared development days", "Trainers", "£500"),
                        List.of("Not linked to an activity", "Cover for joint observations", "£21,000"));
        assertThat(paper.blocks())
                .flatExtracting(Paper.Block::rows)
                .anySatisfy(row -> assertThat(row).contains("Pupils of named schools: Hythe Hub school 1 (demo)"));
    }

    @Test
    void theSchoolsWithTheirSharesAndTheFilesStandOnThePaper() throws IOException {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.run("lead." + HYTHE, () -> {
            files.add(bid, "Letter of the governors.pdf", "We agree");
            EstablishmentId out = shares.open(bid).schools().getLast().id();
            shares.takeOut(bid, out, "It joins next year");
        });
        fixtures.consented(bid);
        logIn.run("lead." + HYTHE, () -> submission.submit(bid));

        for (String reader : List.of("adviser.south", "head." + HYTHE)) {
            Paper paper = logIn.as(reader, () -> print.plan(bid));
            Paper.Block schools = table(paper, "Member schools");
            assertThat(schools.head())
                    .containsExactly(
                            "School", "Phase", "Guide amount", "Share of the money", "Matched funding", "Consent");
            assertThat(schools.rows()).hasSize(6).allSatisfy(row -> {
                assertThat(row.get(3)).isNotEqualTo("£0");
                assertThat(row.get(5)).isEqualTo("Agreed");
            });
            assertThat(schools.rows().getFirst().getFirst()).isEqualTo("Hythe Hub school 1 (demo) (lead school)");
            assertThat(schools.foot())
                    .containsExactly(
                            "Together",
                            "",
                            logIn.as(reader, () -> queries.summary(bid)).guide().format(),
                            "£21,000",
                            "£10,500",
                            "");
            assertThat(schools.isNumber(3)).isTrue();
            assertThat(texts(paper))
                    .anyMatch(text -> text.contains("taken out by Lead, Hythe Hub (demo) on 16 June 2014")
                            && text.contains("It joins next year"));
            assertThat(table(paper, "Files").rows())
                    .containsExactly(List.of(
                            "Letter of the governors.pdf", "1 KB", "Lead, Hythe Hub (demo), 16 June 2014, 10:00"));
        }
        byte[] bytes = logIn.as("adviser.south", () -> print.pdf(bid, false));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Member schools", "Hythe Hub school 2 (demo) Primary", "Letter of the governors.pdf");
        }
    }

    @Test
    void columnsInWhichNothingStandsAreLeftOutAndManyStandBelowEachOtherInThePdf() throws IOException {
        BidId bid = fixtures.completeDraft(HYTHE);
        Line target = plans.fields(bid).lines(PlanSection.TARGETS).getFirst();
        String targets = "Targets: priorities, pupils and where the value now is from";
        assertThat(table(logIn.as("lead." + HYTHE, () -> print.plan(bid)), targets)
                        .head())
                .containsExactly(
                        "Targets", "Priorities that it serves", "Where the value now is from", "Day of the value now");
        logIn.run(
                "lead." + HYTHE,
                () -> drafting.change(
                        bid,
                        UUID.randomUUID(),
                        Map.of("group", "DISADVANTAGED", "better", "MORE", "confirmed", "It was so").entrySet().stream()
                                .map(typed -> (PlanEdit) new PlanEdit.Type(
                                        PlanSection.TARGETS, target.id(), typed.getKey(), "", typed.getValue()))
                                .toList()));

        assertThat(table(logIn.as("lead." + HYTHE, () -> print.plan(bid)), targets)
                        .head())
                .hasSize(7);
        try (PDDocument pdf = Loader.loadPDF(logIn.as("lead." + HYTHE, () -> print.pdf(bid, false)))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Why an unusual value is right It was so")
                    .doesNotContain("Budget by category Budget by category", "Commissioned support Nothing yet Activ");
        }
    }

    @Test
    void aPlanWithoutFilesSaysSo() {
        BidId bid = fixtures.draftBid(HYTHE);

        assertThat(texts(logIn.as("lead." + HYTHE, () -> print.plan(bid))))
                .contains("Files", "No files have been added.", "Not asked yet");
    }

    @Test
    void whatBecameOfSharesSchoolsAndFilesSinceTheSubmissionIsMarked() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        UUID old = logIn.as("lead." + HYTHE, () -> {
            UUID letter = files.add(bid, "Letter.pdf", "As it was");
            submission.submit(bid);
            return letter;
        });
        logIn.run("adviser.south", () -> review.returnForChanges(bid, ReviewDraft.returning("Another letter")));
        List<MemberSchool> before =
                logIn.as("lead." + HYTHE, () -> shares.open(bid).schools());
        MemberSchool richer = before.getFirst();
        MemberSchool out = before.getLast();
        logIn.run("lead." + HYTHE, () -> {
            files.remove(old);
            files.add(bid, "Letter, signed.pdf", "As it is");
            shares.takeOut(bid, out.id(), "It joins next year");
            shares.save(
                    bid,
                    List.of(new SchoolShares.Line(
                            richer.id(),
                            richer.share().plus(out.share()),
                            richer.pledge(),
                            new SchoolShares.Seen(richer.share(), richer.pledge()))));
        });

        Paper paper = logIn.as("lead." + HYTHE, () -> print.marked(bid));

        List<List<String>> schools = table(paper, "Member schools").rows();
        assertThat(schools.getFirst().get(3))
                .contains(
                        Marks.removed(richer.share().format()),
                        "(%s more)".formatted(out.share().format()));
        assertThat(schools.getFirst().get(4)).isEqualTo(richer.pledge().format());
        assertThat(schools.get(1).get(3)).isEqualTo(before.get(1).share().format());
        assertThat(schools.getLast())
                .containsExactly(
                        Marks.removed(out.name()),
                        "",
                        "",
                        Marks.removed(out.share().format()),
                        Marks.removed(out.pledge().format()),
                        "");
        assertThat(table(paper, "Files").rows())
                .extracting(List::getFirst)
                .containsExactly(Marks.added("Letter, signed.pdf"), Marks.removed("Letter.pdf"));
    }

    private static Paper.Block table(Paper paper, String caption) {
        return paper.blocks().stream()
                .filter(block ->
                        block.kind() == Paper.Kind.TABLE && block.text().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameIsATaggedPdfInEnglish() throws IOException {
        BidId bid = fixtures.submittedBid(HYTHE);

        byte[] bytes = logIn.as("lead." + HYTHE, () -> print.pdf(bid, false));

        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Plan of Hythe Hub");
            assertThat(new PDFTextStripper().getText(pdf)).contains("Priorities", "Budget", "£");
        }
    }

    @Test
    void whatChangedSinceTheSubmissionBeforeIsMarkedInThePlan() {
        BidId bid = fixtures.submittedBid(HYTHE);
        assertThat(logIn.as("adviser.south", () -> print.since(bid))).isEmpty();
        logIn.run("adviser.south", () -> review.returnForChanges(bid, ReviewDraft.returning("Say more")));
        logIn.run("lead." + HYTHE, () -> {
            PlanFields now = drafting.open(bid).fields();
            Line target = now.lines(PlanSection.TARGETS).getFirst();
            Line money = now.lines(PlanSection.BUDGET).getFirst();
            Line own = now.lines(PlanSection.PRIORITIES).getLast();
            drafting.change(
                    bid,
                    UUID.randomUUID(),
                    List.of(
                            new PlanEdit.Type(
                                    PlanSection.TARGETS,
                                    target.id(),
                                    "about",
                                    "Year 6 of all member schools",
                                    "Year 6 of most member schools"),
                            new PlanEdit.Type(PlanSection.BUDGET, money.id(), "amount", "21000", "22000"),
                            new PlanEdit.Remove(PlanSection.PRIORITIES, own.id(), own.fields()),
                            new PlanEdit.Add(
                                    PlanSection.PRIORITIES,
                                    UUID.randomUUID().toString(),
                                    "",
                                    Map.of("words", "Numbers"))));
        });
        // While it is with its lead, against what was submitted last; submitted again, against the one before.
        List<String> withLead = texts(logIn.as("lead." + HYTHE, () -> print.marked(bid)));
        fixtures.type(bid, "matchedAmount", "11000");
        fixtures.linkToPriorities(bid);
        fixtures.answerAndSubmit(bid, HYTHE);
        List<String> withAdviser = texts(logIn.as("adviser.south", () -> print.marked(bid)));

        for (List<String> texts : List.of(withLead, withAdviser)) {
            assertThat(texts)
                    .contains(
                            "Year 6 of " + Marks.removed("all ") + Marks.added("most ") + "member schools",
                            Marks.removed("£21,000") + " " + Marks.added("£22,000 (£1,000 more)"),
                            Marks.removed("Reading for pleasure"),
                            Marks.added("Numbers"),
                            "Improve teaching and learning");
        }
        assertThat(withAdviser)
                .anyMatch(text -> text.startsWith("Changes since revision 1, submitted on 16 June"))
                .contains(Marks.removed("£10,500") + " " + Marks.added("£11,000 (£500 more)"));
        assertThat(texts(logIn.as("adviser.south", () -> print.plan(bid))))
                .contains("£22,000", "Numbers")
                .doesNotContain("Reading for pleasure")
                .allMatch(text -> text.equals(Marks.plain(text)));
    }

    @Test
    void changesThatWereWithdrawnBeforeTheyWereSubmittedAreMarkedAgainstTheSubmission() {
        BidId bid = fixtures.changedAfterReturn(HYTHE);
        logIn.run("lead." + HYTHE, () -> withdrawal.withdraw(bid, "Another year"));

        assertThat(texts(logIn.as("adviser.south", () -> print.marked(bid))))
                .contains(Marks.removed("£21,000") + " " + Marks.added("£22,000 (£1,000 more)"));
    }

    @Test
    void theMarksArePrintedToo() throws IOException {
        BidId bid = fixtures.changedAfterReturn(HYTHE);
        byte[] bytes = logIn.as("lead." + HYTHE, () -> print.pdf(bid, true));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Changes since revision 1, submitted on", "£21,000 £22,000 (£1,000 more)");
        }
    }

    @Test
    void aTextOfAPersonIsNeverAMark() {
        BidId bid = fixtures.draftBid(HYTHE);
        fixtures.type(bid, "support", Marks.added("Planted") + " support");
        assertThat(plans.fields(bid).itself(PlanSection.SUPPORT).field("support"))
                .isEqualTo("Planted support");
    }

    private static List<String> texts(Paper paper) {
        return paper.blocks().stream()
                .flatMap(block -> Stream.of(
                                Stream.of(block.text()),
                                block.rows().stream().flatMap(List::stream),
                                block.foot().stream())
                        .flatMap(texts -> texts))
                .toList();
    }

    @Test
    void whoMayNotSeeTheBidMayNotPrintIt() {
        BidId bid = fixtures.submittedBid(HYTHE);

        assertThatThrownBy(() -> logIn.as("adviser.east", () -> print.paper(bid, false)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as("adviser.west", () -> print.pdf(bid, false)))
                .isInstanceOf(AccessRefused.class);
    }
}
