package org.schoolcollab.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ReportModuleTest {

    private static final String SLUG = "hythe-hub";
    private static final String LEAD = "lead.hythe-hub";
    private static final String ADVISER = "adviser.south";

    @Autowired
    MarchReporting march;

    @Autowired
    OctoberReporting october;

    @Autowired
    ReportAcceptance acceptance;

    @Autowired
    ReportQueries queries;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDraftIsSavedWithoutBeingValidAndReadByItsLeadOnly() {
        BidId bid = inMarch();
        logIn.as(LEAD);
        MarchReport blank = march.open(bid);
        assertThat(blank.items()).extracting(MarchReport.Item::words).hasSize(2).contains("Reading for pleasure");

        MarchReport saved = march.save(
                bid,
                new MarchDraft(
                        0,
                        List.of(new MarchDraft.Item(blank.items().get(1).priority(), Progress.SOME, "<b>Ŵyn</b> 🏫")),
                        "",
                        ""));

        assertThat(saved.state().version()).isEqualTo(1);
        assertThat(saved.items().get(1).comment()).isEqualTo("<b>Ŵyn</b> 🏫");
        assertThat(queries.march(bid)).isPresent();
        assertThat(logIn.as(ADVISER, () -> queries.march(bid))).isEmpty();
    }

    @Test
    void aStaleDraftIsRefused() {
        BidId bid = inMarch();
        logIn.as(LEAD);
        march.save(bid, new MarchDraft(0, List.of(), "first", ""));

        refused(LEAD, () -> march.save(bid, new MarchDraft(0, List.of(), "second", "")), "error.changedMeanwhile");
        assertThat(march.open(bid).selfAssessment()).isEqualTo("first");
    }

    @Test
    void aReportWithGapsIsNotSubmitted() {
        BidId bid = inMarch();
        logIn.as(LEAD);

        assertThat(catchThrowable(() -> march.submit(bid, new MarchDraft(0, List.of(), "", ""))))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems()).hasSize(6));
        assertThat(queries.state(bid, Kind.MARCH).status()).isEqualTo(ReportStatus.DRAFT);
    }

    @Test
    void nothingIsWrittenBeforeTheWindowOpens() {
        BidId bid = fixtures.releasedBid(SLUG);

        refused(LEAD, () -> march.save(bid, new MarchDraft(0, List.of(), "", "")), "error.outcome.tooEarly");
    }

    @Test
    void lateIsTakenAndMarkedLate() {
        BidId bid = fixtures.releasedBid(SLUG);
        jobs.runUntil(Instant.parse("2015-04-01T09:00:00Z"));
        logIn.as(LEAD);

        march.submit(bid, fixtures.completeMarch(bid));

        assertThat(queries.state(bid, Kind.MARCH).late()).isTrue();
    }

    @Test
    void onTimeIsNotLate() {
        BidId bid = fixtures.marchSubmitted(SLUG);

        assertThat(logIn.as(ADVISER, () -> queries.state(bid, Kind.MARCH)).late())
                .isFalse();
    }

    @Test
    void aSubmittedReportIsNotChanged() {
        BidId bid = fixtures.marchSubmitted(SLUG);
        logIn.as(LEAD);
        MarchDraft draft = fixtures.completeMarch(bid);

        refused(LEAD, () -> march.save(bid, draft), "error.outcome.report.SUBMITTED");
        refused(LEAD, () -> march.submit(bid, draft), "error.outcome.report.SUBMITTED");
    }

    @Test
    void aReturnedReportIsMendedAndSubmittedAgain() {
        BidId bid = fixtures.marchSubmitted(SLUG);
        as(ADVISER, () -> acceptance.returnReport(bid, Kind.MARCH, "Say more about reading"));
        assertThat(logIn.as(LEAD, () -> march.open(bid)).state().returnReason()).isEqualTo("Say more about reading");

        as(LEAD, () -> march.submit(bid, fixtures.completeMarch(bid)));
        as(ADVISER, () -> acceptance.accept(bid, Kind.MARCH));

        assertThat(logIn.as(ADVISER, () -> queries.state(bid, Kind.MARCH)).status())
                .isEqualTo(ReportStatus.ACCEPTED);
    }

    @Test
    void aReturnNeedsAReason() {
        BidId bid = fixtures.marchSubmitted(SLUG);

        refused(ADVISER, () -> acceptance.returnReport(bid, Kind.MARCH, ""), "error.validation");
    }

    @Test
    void aReportIsDecidedOnce() {
        BidId bid = fixtures.marchAccepted(SLUG);

        refused(ADVISER, () -> acceptance.accept(bid, Kind.MARCH), "error.outcome.report.ACCEPTED");
        refused(ADVISER, () -> acceptance.returnReport(bid, Kind.MARCH, "x"), "error.outcome.report.ACCEPTED");
    }

    @Test
    void nothingIsAcceptedBeforeItIsSubmitted() {
        BidId bid = inMarch();

        refused(ADVISER, () -> acceptance.accept(bid, Kind.MARCH), "error.outcome.report.DRAFT");
    }

    @Test
    void anAdviserWhoLeadsTheCollaborationDecidesNothing() {
        BidId bid = fixtures.marchSubmitted(SLUG);
        transaction.executeWithoutResult(status -> people.grant(
                people.principal(ADVISER).orElseThrow().actor().id(),
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(bid).collaborationId().value()))));

        refused(ADVISER, () -> acceptance.accept(bid, Kind.MARCH), "error.outcome.adviserInvolved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adviser.east", "lead.hythe-hub", "finance.officer", "admin", "auditor", "chair.south"})
    void onlyTheAdviserOfTheDistrictDecides(String username) {
        BidId bid = fixtures.marchSubmitted(SLUG);

        assertThat(catchThrowable(() -> logIn.run(username, () -> acceptance.accept(bid, Kind.MARCH))))
                .isInstanceOf(AccessRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.m7-partnership", "head.hythe-hub", "adviser.south", "admin", "auditor"})
    void onlyTheLeadOfTheCollaborationWrites(String username) {
        BidId bid = inMarch();

        assertThat(catchThrowable(() ->
                        logIn.run(username, () -> march.save(bid, new MarchDraft(0, List.of(), "", "")))))
                .isInstanceOf(AccessRefused.class);
        assertThat(catchThrowable(() -> logIn.run(username, () -> march.open(bid))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void theOctoberReportWaitsForTheAcceptedMarchReport() {
        BidId bid = fixtures.marchSubmitted(SLUG);
        jobs.runUntil(BidFixtures.OCTOBER);

        refused(LEAD, () -> october.save(bid, new OctoberDraft(0, List.of(), "")), "error.outcome.marchFirst");
    }

    @Test
    void anAcceptedOctoberReportClosesTheBid() {
        BidId bid = fixtures.octoberSubmitted(SLUG);
        OctoberReport report = logIn.as(ADVISER, () -> queries.october(bid)).orElseThrow();
        assertThat(report.count(Verdict.MET)).isEqualTo(1);

        as(ADVISER, () -> acceptance.accept(bid, Kind.OCTOBER));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.CLOSED);
        assertThat(jdbc.sql("select action from audit_record where bid_id = ? order by id")
                        .param(bid.toString())
                        .query(String.class)
                        .list())
                .containsSubsequence(
                        "outcome.marchSubmitted",
                        "outcome.marchAccepted",
                        "outcome.octoberSubmitted",
                        "outcome.octoberAccepted",
                        "bid.closed");
        LedgerAssertions.holds(jdbc);
    }

    private BidId inMarch() {
        BidId bid = fixtures.releasedBid(SLUG);
        jobs.runUntil(BidFixtures.MARCH);
        return bid;
    }

    private void as(String username, Runnable step) {
        logIn.run(username, step);
    }

    private void refused(String username, ThrowingCallable step, String key) {
        logIn.as(username);
        assertThat(catchThrowable(step))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
