package org.schoolcollab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.testing.Jobs;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The promise of the portal as one story: a bid of the third round from drafted plan to released money and accepted reports, each
 * person from their own task queue, and the three other ways a bid can end.
 */
class BidJourneyTest extends FinanceJourney {

    private static final Instant MARCH = Instant.parse("2015-03-02T09:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2015-10-01T09:00:00Z");

    @Autowired
    Jobs jobs;

    @Test
    void aBidGoesFromPlanToMoneyAndReports() {
        BidId bid = leadStarts();
        leadDrafts(bid, "21,000", "10,500");
        schoolsAgree(bid);
        leadSubmits(bid, "Draft plan");
        assertThat(status(bid)).isEqualTo(BidStatus.IN_REVIEW);

        adviserRecommends(bid, "20,000");
        assertThat(status(bid)).isEqualTo(BidStatus.BEFORE_BOARD);

        chairPutsToTheVote(bid, "20,000");
        for (String member : List.of("board2.south", "board3.south", "board4.south")) {
            memberVotes(member, bid, "Approve", "20,000");
        }
        assertThat(status(bid)).isEqualTo(BidStatus.AWARDED);
        assertThat(pence("select agreed_pence from bid_bid where id = ?", bid)).isEqualTo(2_000_000);
        assertThat(envelope("available")).isEqualTo(38_000_000);
        assertThat(envelope("committed")).isEqualTo(2_000_000);

        leadAccepts(bid, "20,000");
        officerRequests(bid, "12,000");
        assertThat(envelope("released")).isZero();
        approverApproves(bid, "12,000");
        assertThat(status(bid)).isEqualTo(BidStatus.IN_DELIVERY);
        assertThat(envelope("released")).isEqualTo(1_200_000);

        jobs.runUntil(MARCH);
        leadReportsInMarch(bid);
        adviserAccepts(bid, "march");

        officerRequestsInABatch("8,000");
        approverApprovesTheBatch("8,000");
        assertThat(envelope("released")).isEqualTo(2_000_000);
        assertThat(envelope("committed")).isZero();

        List<String> references = officerExports();
        officerLoadsWhatWasPaid(references);
        auditorReadsTheStatement(bid);

        jobs.runUntil(OCTOBER);
        leadReportsInOctober(bid);
        adviserAccepts(bid, "october");
        assertThat(status(bid)).isEqualTo(BidStatus.CLOSED);
        assertThat(openWork(bid)).isZero();
        assertThat(pence(
                        "select count(*) from ledger_release r join ledger_instalment i on i.id = r.instalment_id"
                                + " join ledger_award a on a.id = i.award_id where a.bid_id = ?",
                        bid))
                .isEqualTo(2);
        LedgerAssertions.holds(jdbc);
        everyoneCanReadWhatHappened(bid);
    }

    @Test
    void aReturnedPlanComesBackChanged() {
        BidId bid = leadStarts();
        leadDrafts(bid, "21,000", "10,500");
        leadSubmits(bid, "Draft plan");

        become("adviser.south");
        takes(bid, "Review plan");
        type("What the lead should change, and why", "Name the pupils the target is about.");
        press("Check and return");
        pressInDialog("Return the plan");
        assertThat(status(bid)).isEqualTo(BidStatus.RETURNED);

        become("lead." + SLUG);
        takes(bid, "Revise plan");
        assertThat(text()).contains("Name the pupils the target is about.");
        choose("Did you do it?", "Yes");
        type("What you did, or why not", "The target names the pupils now.");
        press("Save answer");
        type("About whom", "Year 6 pupils with free school meals");
        submits();
        assertThat(status(bid)).isEqualTo(BidStatus.IN_REVIEW);
        assertThat(pence("select revision from bid_bid where id = ?", bid)).isEqualTo(2);

        adviserRecommends(bid, "21,000");
        assertThat(status(bid)).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    @Test
    void aRefusedBidEndsWithoutMoney() {
        BidId bid = leadStarts();
        leadDrafts(bid, "21,000", "10,500");
        leadSubmits(bid, "Draft plan");
        adviserRecommends(bid, "21,000");
        chairPutsToTheVote(bid, "21,000");
        for (String member : List.of("board2.south", "board3.south", "board4.south")) {
            memberVotes(member, bid, "Refuse", "21,000");
        }

        assertThat(status(bid)).isEqualTo(BidStatus.REFUSED);
        assertThat(openWork(bid)).isZero();
        assertThat(pence("select count(*) from ledger_award where bid_id = ?", bid))
                .isZero();
        LedgerAssertions.holds(jdbc);
        become("lead." + SLUG);
        goTo(bid, "case/board");
        assertThat(text()).contains("Refused");
    }

    @Test
    void aWithdrawnBidGivesItsMoneyBack() {
        BidId bid = leadStarts();
        leadDrafts(bid, "21,000", "10,500");
        leadSubmits(bid, "Draft plan");
        adviserRecommends(bid, "21,000");
        chairPutsToTheVote(bid, "21,000");
        for (String member : List.of("board2.south", "board3.south", "board4.south")) {
            memberVotes(member, bid, "Approve", "21,000");
        }
        assertThat(envelope("committed")).isEqualTo(2_100_000);

        become("lead." + SLUG);
        goTo("bids/" + bid);
        press("Withdraw the bid");
        type("Why it is withdrawn", "Two schools have left.");
        press("Withdraw the bid for good");

        assertThat(status(bid)).isEqualTo(BidStatus.WITHDRAWN);
        assertThat(openWork(bid)).isZero();
        assertThat(envelope("committed")).isZero();
        assertThat(envelope("available")).isEqualTo(40_000_000);
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void aBoardDecidesInItsMeetingAndSignsItsMinutes() {
        BidId bid = leadStarts();
        leadDrafts(bid, "21,000", "10,500");
        leadSubmits(bid, "Draft plan");
        adviserRecommends(bid, "21,000");

        String meeting = chairPlansAMeeting();
        press("Put on the agenda");
        press("Open the meeting");
        pressInDialog("Open the meeting");
        become("board5.south");
        goTo(meeting + "/items/1");
        press("I have an interest");
        type("What the interest is (optional, for the record)", "Governor of a member school");
        pressInDialog("Take no part");

        become("chair.south");
        goTo(meeting + "/items/1");
        type("Amount to put to the vote", "20,000");
        type("Conditions", "Name a moderator by 1 October");
        press("Check and open the ballot");
        pressInDialog("Put £20,000 to the vote");
        for (String member : List.of("board2.south", "board3.south")) {
            memberVotes(member, bid, "Approve", "20,000");
        }
        memberVotes("board4.south", bid, "Refuse", "20,000");
        become("chair.south");
        goTo(meeting + "/items/1");
        assertThat(text()).contains("3 of 4").doesNotContain("2 for");
        press("End the voting");
        pressInDialog("End the voting");
        assertThat(status(bid)).isEqualTo(BidStatus.AWARDED);

        goTo(meeting);
        select(0, "Present");
        press("Close the meeting");
        assertThat(text()).contains("Note whether Board member 1, South (demo) was present");
        press("Mark the rest absent");
        press("Close the meeting");
        pressInDialog("Close the meeting");
        goTo(meeting + "/minutes");
        press("Sign the minutes");
        pressInDialog("Sign the minutes");
        become("board1.south");
        goTo(meeting + "/minutes");
        assertThat(text())
                .contains("Board member 5, South (demo): declared an interest")
                .contains("Board member 1, South (demo): leads a member school")
                .contains("The board approved £20,000 of the £21,000 that were requested.")
                .contains("Name a moderator by 1 October", "The targets are too vague.", "SHA-256");

        become("lead." + SLUG);
        goTo(bid, "letter");
        assertThat(text()).contains("The board has approved £20,000 of the £21,000", "Name a moderator by 1 October");
        leadAccepts(bid, "20,000");
        assertThat(pence(
                        "select count(*) from ledger_acceptance c join ledger_award a on a.id = c.award_id"
                                + " where a.bid_id = ? and c.conditions = 'Name a moderator by 1 October'",
                        bid))
                .isEqualTo(1);
        LedgerAssertions.holds(jdbc);
    }

    private String chairPlansAMeeting() {
        become("chair.south");
        goTo("meetings");
        press("Plan a meeting");
        typeDate("Date", LocalDate.of(2014, 6, 16));
        type("Place", "Town hall");
        press("Plan this meeting");
        return "meetings/"
                + jdbc.sql("select id from board_meeting where place = 'Town hall'")
                        .query(String.class)
                        .single();
    }

    private void chairPutsToTheVote(BidId bid, String amount) {
        become("chair.south");
        takes(bid, "Open ballot");
        type("Amount to put to the vote", amount);
        press("Check and open the ballot");
        pressInDialog("Put £" + amount + " to the vote");
    }

    private void memberVotes(String member, BidId bid, String vote, String amount) {
        become(member);
        takes(bid, "Cast vote");
        String approve = "Approve £" + amount;
        choose("How do you vote?", vote.equals("Approve") ? approve : vote);
        if (vote.equals("Refuse")) {
            type("Reason", "The targets are too vague.");
        }
        press("Check your vote");
        pressInDialog(vote.equals("Approve") ? approve : vote);
    }

    private void leadAccepts(BidId bid, String amount) {
        become("lead." + SLUG);
        takes(bid, "Accept award");
        assertThat(text()).contains("£" + amount, "Shares of the schools", "Matched funding from school budgets");
        press("All to the lead school");
        press("Check and accept");
        pressInDialog("Accept £" + amount);
    }

    private void leadReportsInMarch(BidId bid) {
        become("lead." + SLUG);
        takes(bid, "Write March report");
        answerAll("On track");
        type("What was done and what came of it: Improve teaching and learning", "Joint observations every week.");
        type("Own assessment", "The schools work well together.");
        type("Next steps", "Moderation in June.");
        press("Check and submit");
        pressInDialog("Submit March report");
    }

    private void leadReportsInOctober(BidId bid) {
        become("lead." + SLUG);
        takes(bid, "Write October report");
        type("Value reached", "85");
        type("What the results say", "Writing has risen.");
        press("Check and submit");
        pressInDialog("Submit October report");
    }

    private void adviserAccepts(BidId bid, String report) {
        become("adviser.south");
        takes(bid, report.equals("march") ? "Accept March report" : "Accept October report");
        press("Accept report");
        pressInDialog("Accept report");
    }

    private void everyoneCanReadWhatHappened(BidId bid) {
        for (String person : List.of("lead." + SLUG, "adviser.south", "board2.south", "finance.officer", "auditor")) {
            become(person);
            goTo(bid, "case/history");
            assertThat(text()).as(person).contains("submitted the plan", "Lead, Hythe Hub (demo)");
            assertThat(heading()).isEqualTo("Hythe Hub");
        }
    }

    private long pence(String sql, BidId bid) {
        return jdbc.sql(sql).param(bid.toString()).query(Long.class).single();
    }

    private long envelope(String balance) {
        return jdbc.sql("select " + balance + "_pence from ledger_envelope where area_code = 'SOUTH'")
                .query(Long.class)
                .single();
    }

    private long openWork(BidId bid) {
        return pence("select count(*) from inbox_work_item where state = 'OPEN' and bid_id = ?", bid);
    }
}
