package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.schoolcollab.bid.PlanSection.BUDGET;
import static org.schoolcollab.bid.PlanSection.PRIORITIES;
import static org.schoolcollab.bid.PlanSection.SKILLS;
import static org.schoolcollab.bid.PlanSection.SUPPORT;
import static org.schoolcollab.bid.PlanSection.TARGETS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanEdit.Add;
import org.schoolcollab.bid.PlanEdit.Move;
import org.schoolcollab.bid.PlanEdit.PutBack;
import org.schoolcollab.bid.PlanEdit.Remove;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanPresence.Other;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.PlanSaved.Kind;
import org.schoolcollab.bid.PlanSaved.Refused;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people write one plan: what each saw decides whether a change is stored or shown to them as a conflict. */
class PlanEditsModuleTest extends BidScene {

    private static final String ANNA = "lead." + HYTHE;
    private static final String BEN = "head." + HYTHE;
    private static final String ONE = new UUID(0, 1).toString();
    private static final String TWO = new UUID(0, 2).toString();

    @Autowired
    PlanPresence presence;

    private BidId bid;

    @BeforeEach
    void twoLeads() {
        bid = fixtures.draftBid(HYTHE);
        fixtures.alsoLeads(BEN, bid);
    }

    private PlanSaved save(String person, PlanEdit... edits) {
        return logIn.as(person, () -> drafting.change(bid, UUID.randomUUID(), List.of(edits)));
    }

    private static PlanEdit.Type support(String seen, String typed) {
        return new PlanEdit.Type(SUPPORT, PlanFields.ITSELF, "support", seen, typed);
    }

    private static Add target(String line, String measure) {
        return new Add(TARGETS, line, PlanEdit.FIRST, Map.of("measure", measure));
    }

    private String stored(PlanSection section, String line, String field) {
        return plans.fields(bid).find(section, line).orElseThrow().field(field);
    }

    private List<String> ids(PlanSection section) {
        return plans.fields(bid).lines(section).stream().map(Line::id).toList();
    }

    @Test
    void storesWhatIsTypedAndKeepsTheSums() {
        PlanSaved saved = save(
                ANNA,
                new Add(BUDGET, ONE, PlanEdit.FIRST, Map.of("description", "Cover", "amount", "21,000")),
                new PlanEdit.Type(BUDGET, ONE, "category", "", "TRAINING"),
                support("", "  A Teaching School "));

        assertThat(saved.conflicts()).isEmpty();
        assertThat(saved.refused()).isEmpty();
        assertThat(saved.fields()).isEqualTo(plans.fields(bid));
        assertThat(plans.draft(bid).support()).isEqualTo("A Teaching School");
        assertThat(plans.draft(bid).budget().getFirst().category()).isEqualTo(BudgetCategory.TRAINING);
        assertThat(number("select requested_pence from bid_bid where id = ?", bid))
                .isEqualTo(2_100_000);
    }

    @Test
    void twoTextsForOneFieldAreAConflictAndTheRestOfTheBatchIsStored() {
        save(ANNA, support("", "Hers"));

        PlanSaved saved =
                save(BEN, support("", "His"), new PlanEdit.Type(SUPPORT, PlanFields.ITSELF, "matchedAmount", "", "5"));

        assertThat(saved.conflicts())
                .containsExactly(new Conflict(
                        support("", "His"),
                        Kind.OTHER_TEXT,
                        "support",
                        "Hers",
                        "Lead, Hythe Hub (demo)",
                        clock.instant()));
        assertThat(plans.draft(bid).support()).isEqualTo("Hers");
        assertThat(plans.draft(bid).matchedAmount()).isEqualTo("5");

        assertThat(save(BEN, support("Hers", "His")).conflicts()).isEmpty();
        assertThat(plans.draft(bid).support()).isEqualTo("His");
    }

    @Test
    void aBatchThatComesTwiceIsStoredAndRecordedOnce() {
        UUID batch = UUID.randomUUID();
        List<PlanEdit> edits = List.of(target(ONE, "Writing"), support("", "Hers"));
        logIn.run(ANNA, () -> drafting.change(bid, batch, edits));
        int records = actions(bid).size();

        PlanSaved again = logIn.as(ANNA, () -> drafting.change(bid, batch, edits));

        assertThat(again.conflicts()).isEmpty();
        assertThat(again.version()).isEqualTo(2);
        assertThat(actions(bid)).hasSize(records);
        assertThat(ids(TARGETS)).containsExactly(ONE);
    }

    @Test
    void aBatchThatComesTwiceDoesNotUndoWhatSomebodyChangedBackMeanwhile() {
        save(ANNA, support("", "First"));
        UUID batch = UUID.randomUUID();
        List<PlanEdit> edits = List.of(support("First", "Second"));
        logIn.run(ANNA, () -> drafting.change(bid, batch, edits));
        save(BEN, support("Second", "First"));

        PlanSaved again = logIn.as(ANNA, () -> drafting.change(bid, batch, edits));

        assertThat(again.conflicts())
                .extracting(Conflict::stored, Conflict::by)
                .containsExactly(tuple("First", "Headteacher, Hythe Hub school 3 (demo)"));
        assertThat(plans.draft(bid).support()).isEqualTo("First");
    }

    @Test
    void typingInALineThatSomebodyRemovedIsAConflictAndTheLineCanBePutBack() {
        save(ANNA, target(ONE, "Writing"), new Add(TARGETS, TWO, ONE, Map.of("measure", "Reading")));
        save(BEN, new Remove(TARGETS, ONE, Map.of("measure", "Writing")));

        PlanSaved saved = save(ANNA, new PlanEdit.Type(TARGETS, ONE, "about", "", "Year 6"));

        assertThat(saved.conflicts())
                .extracting(Conflict::kind, Conflict::by)
                .containsExactly(tuple(Kind.LINE_REMOVED, "Headteacher, Hythe Hub school 3 (demo)"));
        assertThat(ids(TARGETS)).containsExactly(TWO);

        save(ANNA, new PutBack(TARGETS, ONE, PlanEdit.FIRST, Map.of("measure", "Writing", "about", "Year 6")));

        assertThat(ids(TARGETS)).containsExactly(ONE, TWO);
        assertThat(stored(TARGETS, ONE, "about")).isEqualTo("Year 6");
    }

    @Test
    void aLineThatTwoPutBackIsThereOnceAndWhatDiffersIsAConflict() {
        save(ANNA, target(ONE, "Writing"));
        save(BEN, new Remove(TARGETS, ONE, Map.of("measure", "Writing")));
        save(BEN, new PutBack(TARGETS, ONE, PlanEdit.FIRST, Map.of("measure", "Writing well")));

        PlanSaved saved = save(ANNA, new PutBack(TARGETS, ONE, PlanEdit.FIRST, Map.of("measure", "Writing")));

        assertThat(saved.conflicts())
                .extracting(Conflict::field, Conflict::stored)
                .containsExactly(tuple("measure", "Writing well"));
        assertThat(ids(TARGETS)).containsExactly(ONE);
    }

    @Test
    void aLineThatHoldsWhatItsRemoverHasNotSeenStays() {
        save(ANNA, target(ONE, "Writing"));
        save(ANNA, new PlanEdit.Type(TARGETS, ONE, "about", "", "Year 6"));

        PlanSaved saved = save(BEN, new Remove(TARGETS, ONE, Map.of("measure", "Writing")));

        assertThat(saved.conflicts()).extracting(Conflict::kind).containsExactly(Kind.LINE_CHANGED);
        assertThat(ids(TARGETS)).containsExactly(ONE);
        assertThat(save(BEN, new Remove(TARGETS, ONE, Map.of("measure", "Writing", "about", "Year 6")))
                        .conflicts())
                .isEmpty();
        assertThat(ids(TARGETS)).isEmpty();
    }

    @Test
    void anEntryOfTheCatalogueThatTwoTickIsThereOnce() {
        save(ANNA, new Add(PRIORITIES, ONE, PlanEdit.FIRST, Map.of("code", "teaching")));

        PlanSaved saved = save(BEN, new Add(PRIORITIES, TWO, PlanEdit.FIRST, Map.of("code", "teaching")));

        assertThat(saved.conflicts()).isEmpty();
        assertThat(ids(PRIORITIES)).containsExactly(ONE);
    }

    @Test
    void aLineIsMovedWithinItsSection() {
        save(ANNA, target(ONE, "Writing"), new Add(TARGETS, TWO, ONE, Map.of("measure", "Reading")));

        save(BEN, new Move(TARGETS, TWO, PlanEdit.FIRST));

        assertThat(ids(TARGETS)).containsExactly(TWO, ONE);
    }

    @Test
    void whatCannotBeKeptIsRefusedByEditAndTheRestIsStored() {
        PlanSaved saved = save(
                ANNA,
                support("", "x".repeat(2_001)),
                new PlanEdit.Type(SUPPORT, PlanFields.ITSELF, "colour", "", "red"),
                new PlanEdit.Type(TARGETS, TWO, "measure", "", "Writing"),
                new Add(TARGETS, "no id", PlanEdit.FIRST, Map.of()),
                new Add(TARGETS, TWO, PlanEdit.FIRST, Map.of("by", "31 July")),
                new Add(PRIORITIES, TWO, PlanEdit.FIRST, Map.of("code", "chess")),
                target(ONE, "Writing"));

        assertThat(saved.refused())
                .extracting(Refused::problem)
                .extracting(problem -> problem.field() + " " + problem.messageKey())
                .containsExactly(
                        "support error.text.tooLong",
                        "colour error.bid.plan.unreadable",
                        " error.bid.plan.unknownLine",
                        " error.bid.plan.unknownLine",
                        "by error.bid.plan.unreadable",
                        "code error.bid.plan.unreadable");
        assertThat(ids(TARGETS)).containsExactly(ONE);
    }

    @Test
    void moreLinesThanFitAreRefused() {
        for (int i = 0; i < TARGETS.maxLines(); i++) {
            save(ANNA, new Add(TARGETS, UUID.randomUUID().toString(), PlanEdit.FIRST, Map.of("measure", "Writing")));
        }

        PlanSaved saved = save(ANNA, target(ONE, "One more"));

        assertThat(saved.refused())
                .extracting(refused -> refused.problem().messageKey())
                .containsExactly("error.bid.plan.tooManyLines");
        assertThat(ids(TARGETS)).hasSize(TARGETS.maxLines());
    }

    @Test
    void aSchoolsStrengthsAndNeedsAreThereAsSoonAsTheyAreTypedAndNotLostToAnothers() {
        PlanEdit.Type hers = new PlanEdit.Type(SKILLS, ONE, "strengths", "", "attendance");
        save(ANNA, hers);

        PlanSaved his = save(
                BEN,
                new PlanEdit.Type(SKILLS, ONE, "strengths", "", "behaviour"),
                new PlanEdit.Type(SKILLS, ONE, "needs", "", "behaviour"));

        assertThat(his.conflicts())
                .extracting(Conflict::field, Conflict::stored)
                .containsExactly(tuple("strengths", "attendance"));
        assertThat(stored(SKILLS, ONE, "strengths")).isEqualTo("attendance");
        assertThat(stored(SKILLS, ONE, "needs")).isEqualTo("behaviour");
        assertThat(save(
                                ANNA,
                                new PlanEdit.Type(SKILLS, "no id", "needs", "", "behaviour"),
                                new PlanEdit.Type(SKILLS, TWO, "needs", "", "chess"),
                                new PlanEdit.Type(SKILLS, TWO, "needs", "seen", "behaviour"))
                        .refused())
                .extracting(refused -> refused.problem().messageKey())
                .containsExactly("error.bid.plan.unknownLine", "error.bid.plan.unreadable");
        assertThat(ids(SKILLS)).containsExactly(ONE);
    }

    @Test
    void aLineThatIsAddedAgainSinceTheAnswerWasLostDoesNotHideWhatOthersTypedInIt() {
        UUID batch = UUID.randomUUID();
        List<PlanEdit> edits = List.of(target(ONE, "Writing"));
        logIn.run(ANNA, () -> drafting.change(bid, batch, edits));
        save(
                BEN,
                new PlanEdit.Type(TARGETS, ONE, "measure", "Writing", "Writing well"),
                new PlanEdit.Type(TARGETS, ONE, "about", "", "Year 6"));

        PlanSaved again = logIn.as(ANNA, () -> drafting.change(bid, batch, edits));

        assertThat(again.conflicts())
                .extracting(Conflict::field, Conflict::stored)
                .containsExactly(tuple("measure", "Writing well"));
        assertThat(stored(TARGETS, ONE, "measure")).isEqualTo("Writing well");
    }

    @Test
    void theRecordHoldsEachFieldBeforeAndAfterAndCutsLongTexts() {
        save(ANNA, target(ONE, "Writing"));
        save(ANNA, new PlanEdit.Type(TARGETS, ONE, "measure", "Writing", "Reading"), support("", "x".repeat(2_000)));

        String details = jdbc.sql("select details from audit_record where bid_id = ? order by id desc limit 1")
                .param(bid.toString())
                .query(String.class)
                .single();

        assertThat(details)
                .contains("\"before.targets 1 measure\":\"Writing\"", "\"after.targets 1 measure\":\"Reading\"")
                .contains("\"after.support\":\"" + "x".repeat(200) + "…\"");
    }

    @Test
    void nothingIsChangedWhileThePlanIsWithTheAdviser() {
        BidId submitted = fixtures.submittedBid("deal-learning-alliance");

        assertThatThrownBy(() -> logIn.run(
                        "lead.deal-learning-alliance",
                        () -> drafting.change(submitted, UUID.randomUUID(), List.of(support("", "x")))))
                .isInstanceOf(BidNotInStage.class);
    }

    @Test
    void aPlanOfAForeignCollaborationIsNotChanged() {
        assertThatThrownBy(() -> logIn.run(
                        "lead.deal-learning-alliance",
                        () -> drafting.change(bid, UUID.randomUUID(), List.of(support("", "x")))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void aSaveTakesAsManyStatementsForALargePlanAsForASmallOne() {
        save(ANNA, target(ONE, "Writing"));
        int small = Statements.of(() -> save(ANNA, support("", "One"))).size();
        for (int i = 0; i < 30; i++) {
            save(ANNA, new Add(TARGETS, UUID.randomUUID().toString(), ONE, Map.of("measure", "Reading")));
        }

        int large = Statements.of(() -> save(ANNA, support("One", "Two"))).size();

        assertThat(small).isGreaterThan(3);
        assertThat(large).isEqualTo(small);
    }

    @Test
    void whoElseIsThereAndWhereTheirHandIsIsSeenByOneStatement() {
        UUID hers = UUID.randomUUID();
        UUID his = UUID.randomUUID();
        FieldPlace place = new FieldPlace(SUPPORT, PlanFields.ITSELF, "support");
        logIn.run(ANNA, () -> presence.here(bid, hers, place));
        logIn.run(BEN, () -> presence.here(bid, his, null));

        logIn.as(BEN);
        assertThat(Statements.of(() -> assertThat(presence.look(bid, his))
                        .isEqualTo(new PlanPresence.Look(
                                1, List.of(new Other("Lead, Hythe Hub (demo)", false, place, false))))))
                .filteredOn(sent -> !sent.sql().equals("commit"))
                .hasSize(1);

        clock.stopAt(clock.instant().plus(PlanPresence.SILENT).plusSeconds(1));
        assertThat(presence.look(bid, his).others()).isEmpty();
        clock.stopAt(clock.instant().minusSeconds(2));
        logIn.run(ANNA, () -> presence.gone(bid, hers));
        assertThat(presence.look(bid, his).others()).isEmpty();
        assertThatThrownBy(() -> logIn.as("lead.deal-learning-alliance", () -> presence.look(bid, his)))
                .isInstanceOf(AccessRefused.class);
    }
}
