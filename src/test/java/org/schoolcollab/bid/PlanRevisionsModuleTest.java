package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanRevision.Kind;
import org.schoolcollab.bid.attachment.AttachedFiles;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.springframework.beans.factory.annotation.Autowired;

/** Every submission and return is kept, two of them compare, and an earlier one is taken up again without a loss. */
class PlanRevisionsModuleTest extends BidScene {

    private static final String LEAD = "lead." + HYTHE;

    @Autowired
    PlanRevisions revisions;

    @Autowired
    SchoolShares shares;

    @Autowired
    AttachedFiles files;

    private BidId returned() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.run("adviser.south", () -> review.returnForChanges(bid, ReviewDraft.returning("Say more about reading")));
        return bid;
    }

    private void say(BidId bid, String words) {
        logIn.run(LEAD, () -> {
            PlanDraft now = drafting.open(bid).draft();
            fixtures.write(
                    bid,
                    new PlanDraft(
                            now.version(),
                            List.of(Item.ofWords(words)),
                            now.activities(),
                            now.targets(),
                            now.budget(),
                            now.skillsAuditDone(),
                            now.support(),
                            now.variance(),
                            now.matchedAmount(),
                            now.matchedBy()));
        });
    }

    @Test
    void aSubmissionAndAReturnAreKept() {
        BidId bid = returned();
        say(bid, "Reading");
        fixtures.consented(bid);
        logIn.run(LEAD, () -> {
            fixtures.answerPoints(bid);
            submission.submit(bid);
        });

        assertThat(logIn.as(LEAD, () -> revisions.of(bid)))
                .extracting(PlanRevision::number, PlanRevision::kind, PlanRevision::revision, PlanRevision::requested)
                .containsExactly(
                        tuple(3, Kind.SUBMITTED, 2, Money.ofPounds(21_000)),
                        tuple(2, Kind.RETURNED, 1, Money.ofPounds(21_000)),
                        tuple(1, Kind.SUBMITTED, 1, Money.ofPounds(21_000)));
        assertThat(logIn.as(LEAD, () -> revisions.difference(bid, 1, 2).changes()))
                .isEmpty();
        assertThat(logIn.as(
                        "adviser.south", () -> revisions.difference(bid, 1, 3).changes()))
                .extracting(PlanChange::kind)
                .contains(PlanChange.Kind.ADDED, PlanChange.Kind.REMOVED);
    }

    @Test
    void aSchoolThatWasTakenOutBetweenTwoSubmissionsGetsNothingInTheLaterOne() {
        BidId bid = returned();
        clock.advance(Duration.ofHours(1));
        MemberSchool out = logIn.as(LEAD, () -> shares.open(bid)).schools().getLast();
        logIn.run(LEAD, () -> shares.takeOut(bid, out.id(), "Joins another collaboration"));
        fixtures.answerAndSubmit(bid, HYTHE);

        PlanDifference difference = logIn.as("adviser.south", () -> revisions.difference(bid, 1, 3));

        assertThat(difference.shares())
                .filteredOn(change -> change.school().equals(out.name()))
                .extracting(
                        change -> change.before().share(),
                        change -> change.after().share())
                .containsExactly(tuple(out.share(), Money.ZERO));
        assertThat(difference.shares().stream()
                        .map(change ->
                                change.after().share().minus(change.before().share()))
                        .reduce(Money.ZERO, Money::plus))
                .as("what the others get more is what it gets less")
                .isEqualTo(Money.ZERO);
    }

    @Test
    void anEarlierRevisionTakesThePlaceOfTheDraftWhichIsKept() {
        BidId bid = returned();
        PlanDraft first = plans.draft(bid);
        say(bid, "Reading");
        say(bid, "Reading aloud");

        logIn.run(LEAD, () -> drafting.restore(bid, 1, plans.draft(bid).version()));

        assertThat(plans.draft(bid).withVersion(0)).isEqualTo(first.withVersion(0));
        assertThat(logIn.as(
                        LEAD,
                        () -> revisions.difference(bid, 1, PlanRevisions.NOW).changes()))
                .isEmpty();
        assertThat(logIn.as(LEAD, () -> revisions.of(bid)).getFirst().kind()).isEqualTo(Kind.REPLACED);
        assertThat(logIn.as(
                        LEAD,
                        () -> revisions.difference(bid, 3, PlanRevisions.NOW).changes()))
                .flatExtracting(PlanChange::fields)
                .contains(new PlanChange.Field("words", "Reading aloud", ""));
        assertThat(jdbc.sql("select action from audit_record where bid_id = ? order by id desc limit 1")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("bid.planRestored");
    }

    @Test
    void theFilesAreKeptWithARevisionAndThoseOfASubmittedOneCanBeOpenedForGood() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        UUID submitted = logIn.as(LEAD, () -> {
            UUID letter = files.add(bid, "Letter.pdf", "As it was");
            submission.submit(bid);
            return letter;
        });
        logIn.run("adviser.south", () -> review.returnForChanges(bid, ReviewDraft.returning("Another letter")));
        UUID never = logIn.as(LEAD, () -> {
            files.remove(submitted);
            files.add(bid, "Letter.pdf", "As it is");
            UUID draft = files.add(bid, "Draft.pdf", "Never submitted");
            files.remove(draft);
            return draft;
        });

        PlanDifference difference = logIn.as("adviser.south", () -> revisions.difference(bid, 1, PlanRevisions.NOW));
        assertThat(difference.files())
                .extracting(
                        change -> change.file().file().name(),
                        change -> change.file().opens(),
                        PlanDifference.FileChange::added)
                .containsExactly(tuple("Letter.pdf", true, false), tuple("Letter.pdf", true, true));
        assertThat(difference.isNothing()).isFalse();
        assertThat(logIn.as("adviser.south", () -> revisions.difference(bid, 1, 2))
                        .files())
                .isEmpty();
        assertThat(logIn.as("adviser.south", () -> files.read(submitted))).isEqualTo(AttachedFiles.pdf("As it was"));
        assertThatThrownBy(() -> logIn.as("adviser.west", () -> files.read(submitted)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as(LEAD, () -> files.read(never))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> logIn.run(LEAD, () -> files.remove(submitted))).isInstanceOf(NotFound.class);
    }

    @Test
    void aDraftThatWasReplacedHandsOutNoFileThatWasNeverSubmitted() {
        BidId bid = returned();
        UUID draft = logIn.as(LEAD, () -> {
            UUID file = files.add(bid, "Draft.pdf", "Never submitted");
            drafting.restore(bid, 1, plans.draft(bid).version());
            files.remove(file);
            return file;
        });

        assertThat(logIn.as(LEAD, () -> revisions.files(bid)).get(3))
                .singleElement()
                .satisfies(file -> assertThat(file.opens()).isFalse());
        assertThatThrownBy(() -> logIn.as(LEAD, () -> files.read(draft))).isInstanceOf(NotFound.class);
    }

    @Test
    void aDraftIsKeptWithTheSharesThatItHadWhenItWasReplaced() {
        BidId bid = fixtures.changedAfterReturn(HYTHE);
        fixtures.consented(bid);
        logIn.run(LEAD, () -> drafting.restore(bid, 1, plans.draft(bid).version()));

        assertThat(logIn.as(LEAD, () -> revisions.difference(bid, 1, 3)).shares())
                .hasSize(7)
                .allSatisfy(change -> assertThat(change.after()
                                .share()
                                .isMoreThan(change.before().share()))
                        .as("22,000 instead of 21,000 are shared out")
                        .isTrue());
        assertThat(logIn.as(LEAD, () -> revisions.difference(bid, 3, PlanRevisions.NOW))
                        .shares())
                .as("the shares stay")
                .isEmpty();
    }

    /** A row as it was written before schools and files were kept with it. */
    @Test
    void whatStoodBesideAnOlderRevisionFollowsFromItsMoment() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        UUID letter = logIn.as(LEAD, () -> files.add(bid, "Letter.pdf", "As it was"));
        clock.advance(Duration.ofHours(1));
        logIn.run(LEAD, () -> submission.submit(bid));
        jdbc.sql("""
                        insert into bid_plan_revision
                        select bid_id, 11, kind, revision, content, requested_pence, kept_by, kept_at
                        from bid_plan_revision where bid_id = ?""").param(bid.toString()).update();
        clock.advance(Duration.ofHours(1));
        logIn.run("adviser.south", () -> review.returnForChanges(bid, ReviewDraft.returning("Another letter")));
        logIn.run(LEAD, () -> {
            files.remove(letter);
            files.add(bid, "Other.pdf", "As it is");
        });
        fixtures.type(bid, "matchedAmount", "11000");
        fixtures.consented(bid);

        PlanDifference kept = logIn.as(LEAD, () -> revisions.difference(bid, 1, PlanRevisions.NOW));
        PlanDifference older = logIn.as(LEAD, () -> revisions.difference(bid, 11, PlanRevisions.NOW));

        assertThat(older.shares()).isEqualTo(kept.shares()).hasSize(7);
        assertThat(older.files()).isEqualTo(kept.files()).hasSize(2);
    }

    @Test
    void aDraftThatSomebodySavedMeanwhileIsNotReplaced() {
        BidId bid = returned();
        int seen = plans.draft(bid).version();
        say(bid, "Reading");

        assertThatThrownBy(() -> logIn.run(LEAD, () -> drafting.restore(bid, 1, seen)))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(plans.draft(bid).priorities()).extracting(Item::words).contains("Reading");
        assertThat(logIn.as(LEAD, () -> revisions.of(bid))).hasSize(2);
    }

    @Test
    void aPlanThatIsNotWithItsLeadIsNotReplaced() {
        BidId bid = fixtures.submittedBid(HYTHE);
        int version = plans.draft(bid).version();

        assertThatThrownBy(() -> logIn.run(LEAD, () -> drafting.restore(bid, 1, version)))
                .isInstanceOf(BidNotInStage.class);
    }

    @Test
    void whatWasNotKeptIsNotFound() {
        BidId bid = returned();

        assertThatThrownBy(() ->
                        logIn.as(LEAD, () -> revisions.difference(bid, 1, 9).changes()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> logIn.run(LEAD, () -> drafting.restore(bid, 9, 2)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void revisionsOfAForeignBidAreRefused() {
        BidId bid = returned();

        assertThatThrownBy(() -> logIn.as("lead.deal-learning-alliance", () -> revisions.of(bid)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as(
                        "adviser.west", () -> revisions.difference(bid, 1, 2).changes()))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void whatWasKeptCannotBeChangedOrRemoved() {
        BidId bid = returned();

        assertThatThrownBy(() -> jdbc.sql("update bid_plan_revision set content = '[]' where bid_id = ?")
                        .param(bid.toString())
                        .update())
                .rootCause()
                .hasMessageContaining("denied");
        for (String table : List.of("bid_plan_revision", "bid_plan_revision_school", "bid_plan_revision_file")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table + " where bid_id = ?")
                            .param(bid.toString())
                            .update())
                    .rootCause()
                    .hasMessageContaining("denied");
        }
    }
}
