package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting is opened, its bids are decided, who came is noted, and it is closed. */
@PortalTest
class MeetingConductModuleTest extends MeetingScenes {

    @Autowired
    BallotEnding ending;

    @Autowired
    Referral referral;

    @Autowired
    org.schoolcollab.shared.PortalClock clock;

    @Test
    void aBidOnAnAgendaIsDecidedInItsOpenMeeting() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = planned();
        refusal("chair.south", () -> opening.open(bid, Money.ofPounds(1)), "error.board.meetingNotOpen");

        logIn.run("chair.south", () -> conduct.open(id));
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        refusal("chair.south", () -> planning.takeOff(id, bid), "error.board.stillOpen");
        refusal("chair.south", () -> conduct.close(id), "error.board.itemBallotOpen");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south", "chair.south");

        AgendaItem item = seen("auditor", id).items().getFirst();
        assertThat(item.outcome()).isEqualTo(ItemOutcome.APPROVED);
        assertThat(item.ballot()).isNotNull();
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        refusal("chair.south", () -> planning.move(id, bid, true), "error.board.itemSettled");
    }

    @Test
    void votesStayHiddenUntilTheCountAndTheBallotFromWhoeverHasAnInterest() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = opened();
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        vote(bid, VoteChoice.APPROVE, "board2.south");

        AgendaItem recused = seen("board1.south", id).items().getFirst();
        assertThat(recused.mine()).isEqualTo(Interest.HEADTEACHER_OF_MEMBER);
        assertThat(recused.ballot()).isNull();
        AgendaItem member = seen("board3.south", id).items().getFirst();
        BallotState ballot = java.util.Objects.requireNonNull(member.ballot());
        assertThat(ballot.voted()).isEqualTo(1);
        assertThat(ballot.tally()).isNull();
        assertThat(member.leads()).isFalse();
        assertThat(seen("chair.south", id).items().getFirst().leads()).isTrue();
    }

    @Test
    void attendanceIsNotedAndTheRestOfTheListWaitsForTheNextMeeting() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = planned();
        logIn.run("board5.south", () -> conduct.note(id, person("board5.south"), Attendance.APOLOGIES));
        refusal(
                "board5.south",
                () -> conduct.note(id, person("board4.south"), Attendance.APOLOGIES),
                "error.accessRefused");
        refusal(
                "chair.south",
                () -> conduct.note(id, person("chair.south"), Attendance.PRESENT),
                "error.board.meetingIs.PLANNED");
        refusal("chair.south", () -> conduct.noteTheRestAbsent(id), "error.board.meetingIs.PLANNED");
        logIn.run("chair.south", () -> conduct.open(id));
        refusal("chair.south", () -> conduct.open(id), "error.board.meetingIs.OPEN");
        logIn.run("chair.south", () -> conduct.note(id, person("chair.south"), Attendance.PRESENT));
        assertThatThrownBy(() ->
                        logIn.run("chair.south", () -> conduct.note(id, person("board1.east"), Attendance.PRESENT)))
                .isInstanceOf(org.schoolcollab.shared.NotFound.class);

        assertThat(logIn.as("chair.south", () -> openAttendance(id)))
                .containsExactlyInAnyOrder(
                        "Board member 1, South (demo)",
                        "Board member 2, South (demo)",
                        "Board member 3, South (demo)",
                        "Board member 4, South (demo)");
        logIn.run("chair.south", () -> conduct.noteTheRestAbsent(id));
        logIn.run("chair.south", () -> conduct.noteTheRestAbsent(id));
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'board.restNotedAbsent'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        logIn.run("chair.south", () -> conduct.checkMayClose(id));
        logIn.run("chair.south", () -> conduct.close(id));

        assertThat(jdbc.sql("select attendance, count(*) as n from board_attendance group by attendance order by 1")
                        .query((row, n) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("ABSENT 4", "APOLOGIES 1", "PRESENT 1");
        assertThat(seen("chair.south", id).items().getFirst().outcome()).isEqualTo(ItemOutcome.NOT_DECIDED);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        MeetingId next = planned();
        assertThat(seen("chair.south", next).items()).hasSize(1);
        refusal("chair.south", () -> planning.putOn(id, bid), "error.board.meetingIs.CLOSED");
    }

    @Test
    void whoeverVotedWasPresentWhateverIsNoted() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = opened();
        logIn.run("board5.south", () -> conduct.note(id, person("board5.south"), Attendance.APOLOGIES));
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        vote(bid, VoteChoice.APPROVE, "board2.south", "board5.south");
        refusal(
                "chair.south",
                () -> conduct.note(id, person("board2.south"), Attendance.ABSENT),
                "error.board.votedHere");
        vote(bid, VoteChoice.APPROVE, "board3.south");

        logIn.run("chair.south", () -> conduct.noteTheRestAbsent(id));
        logIn.run("chair.south", () -> conduct.close(id));

        assertThat(seen("chair.south", id).members())
                .extracting(member -> member.name() + " " + member.attendance() + " " + member.voted())
                .containsExactlyInAnyOrder(
                        "Chair, South Area Board (demo) ABSENT false",
                        "Board member 1, South (demo) ABSENT false",
                        "Board member 2, South (demo) PRESENT true",
                        "Board member 3, South (demo) PRESENT true",
                        "Board member 4, South (demo) ABSENT false",
                        "Board member 5, South (demo) PRESENT true");
    }

    @Test
    void whoeverBrokeATieWasPresent() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = opened();
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.REFUSE, "board4.south", "board5.south");
        logIn.run("chair.south", () -> ending.end(bid));
        logIn.run("chair.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""));

        assertThat(seen("chair.south", id).members())
                .filteredOn(MeetingOnScreen.Member::voted)
                .extracting(MeetingOnScreen.Member::name)
                .contains("Chair, South Area Board (demo)")
                .hasSize(5);
    }

    @Test
    void aMeetingWhereNobodyWasPresentIsNotClosed() {
        MeetingId id = opened();
        logIn.run("chair.south", () -> conduct.noteTheRestAbsent(id));

        refusal("chair.south", () -> conduct.checkMayClose(id), "error.board.attendanceMissing");
        refusal("chair.south", () -> conduct.close(id), "error.board.attendanceMissing");
        assertThat(seen("chair.south", id).meeting().status()).isEqualTo(MeetingStatus.OPEN);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(MeetingKind.class)
    void nobodyOpensAMeetingBeforeItsDayInLondon(MeetingKind kind) {
        // Half past midnight in London, still the evening before by UTC.
        LocalTime early = LocalTime.of(0, 30);
        boolean written = kind == MeetingKind.WRITTEN;
        MeetingId id = logIn.as(
                "chair.south",
                () -> planning.plan(new MeetingDraft(
                        "SOUTH",
                        kind,
                        DAY.plusDays(1),
                        early,
                        "Town hall",
                        written ? DAY.plusDays(3) : null,
                        written ? FOUR : null)));

        refusal("chair.south", () -> conduct.open(id), "error.board.meetingTooEarly");
        assertThat(seen("chair.south", id).early()).isTrue();
        refusal("chair.south", () -> conduct.close(id), "error.board.meetingIs.PLANNED");

        clock.advance(java.time.Duration.between(clock.instant(), java.time.Instant.parse("2014-06-16T23:00:00Z")));
        assertThat(seen("chair.south", id).early()).isFalse();
        logIn.run("chair.south", () -> conduct.open(id));
        assertThat(seen("chair.south", id).meeting().status()).isEqualTo(MeetingStatus.OPEN);
    }

    @Test
    void deferringPassingAndWithdrawingSettleTheItem() {
        BidId deferred = fixtures.recommendedBid("hythe-hub");
        BidId withdrawn = fixtures.recommendedBid("deal-learning-alliance");
        MeetingId id = opened();

        logIn.run("chair.south", () -> referral.defer(deferred, "Which pupils?"));
        logIn.run("chair.south", () -> opening.open(withdrawn, Money.ofPounds(1)));
        logIn.run("lead.deal-learning-alliance", () -> withdrawal.withdraw(withdrawn, "Schools merge"));

        assertThat(seen("chair.south", id).items())
                .extracting(AgendaItem::outcome)
                .containsExactly(ItemOutcome.DEFERRED, ItemOutcome.WITHDRAWN);
        assertThat(seen("chair.south", id).items().getFirst().words()).isEqualTo("Which pupils?");
        assertThat(jdbc.sql("select count(*) from board_meeting_item where on_agenda is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theChairClosesWhileAMemberVotes() throws Exception {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        opened();
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        vote(bid, VoteChoice.APPROVE, "board2.south", "chair.south");

        var start = new java.util.concurrent.CountDownLatch(1);
        try (var people = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var member = people.submit(() -> quietly(start, () -> vote(bid, VoteChoice.APPROVE, "board3.south")));
            var chair = people.submit(() -> quietly(start, () -> logIn.run("chair.south", () -> ending.end(bid))));
            start.countDown();
            String memberSaid = member.get();
            String chairSaid = chair.get();
            // Either the vote came first and settled the ballot, or the end did and the vote is refused with a
            // sentence.
            if (memberSaid.isEmpty()) {
                assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
                assertThat(chairSaid).isIn("", "error.board.decidedAlready");
            } else {
                assertThat(memberSaid).isEqualTo("error.board.decidedAlready");
                assertThat(chairSaid).isEmpty();
                assertThat(board(bid)).containsEntry("outcome", "INQUORATE");
            }
        }
    }

    private static String quietly(java.util.concurrent.CountDownLatch start, Runnable step) {
        try {
            start.await();
            step.run();
            return "";
        } catch (org.schoolcollab.shared.BusinessRuleViolation refused) {
            return refused.messageKey();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> openAttendance(MeetingId id) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ValidationFailed.class, () -> conduct.close(id))
                .problems()
                .stream()
                .filter(problem -> problem.messageKey().equals("error.board.attendanceOpen"))
                .map(problem -> problem.argumentArray()[0].toString())
                .toList();
    }
}
