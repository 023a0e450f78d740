package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings: planned, opened, decided in, closed; and every refusal on the way. */
@PortalTest
class MeetingModuleTest extends BoardScenes {

    private static final LocalDate DAY = LocalDate.of(2014, 6, 16);
    private static final LocalTime FOUR = LocalTime.of(16, 0);

    @Autowired
    MeetingPlanning planning;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    MeetingQueries meetings;

    @Autowired
    BallotEnding ending;

    @Autowired
    Referral referral;

    @Autowired
    EnvelopeControl envelopes;

    @Autowired
    org.schoolcollab.shared.PortalClock clock;

    @Test
    void theChairPlansAMeetingPutsReviewedBidsOnItAndOrdersThem() {
        BidId hythe = fixtures.recommendedBid("hythe-hub");
        BidId deal = fixtures.recommendedBid("deal-learning-alliance");
        MeetingId id = planned();

        MeetingOnScreen before = seen("board2.south", id);
        assertThat(before.items()).extracting(item -> item.bid().id()).containsExactly(hythe, deal);
        logIn.run("chair.south", () -> planning.move(id, deal, true));

        MeetingOnScreen after = seen("board2.south", id);
        assertThat(after.items()).extracting(item -> item.bid().id()).containsExactly(deal, hythe);
        assertThat(after.items()).extracting(AgendaItem::number).containsExactly(1, 2);
        assertThat(after.meeting().status()).isEqualTo(MeetingStatus.PLANNED);
        assertThat(after.runs()).isFalse();
        assertThat(after.items().get(1).interests())
                .containsExactly(
                        new BallotState.Recused("Board member 1, South (demo)", Interest.HEADTEACHER_OF_MEMBER));
        assertThat(logIn.as("chair.south", () -> meetings.waiting(id))).isEmpty();
        logIn.run("chair.south", () -> planning.takeOff(id, deal));
        assertThat(logIn.as("chair.south", () -> meetings.waiting(id)))
                .extracting(bid -> bid.id())
                .containsExactly(deal);
    }

    @Test
    void thePictureOfTheEnvelopeMovesWithTheAmountsOfTheList() {
        BidId hythe = fixtures.recommendedBid("hythe-hub");
        BidId deal = fixtures.recommendedBid("deal-learning-alliance", "38000", "19000");
        MeetingId id = opened();
        assertThat(picture(id)).isEqualTo(envelope(400_000, 400_000, 59_000));

        logIn.run("chair.south", () -> planning.propose(id, deal, Money.ofPounds(30_000)));
        assertThat(picture(id)).isEqualTo(envelope(400_000, 400_000, 51_000));

        logIn.run("chair.south", () -> opening.open(hythe, Money.ofPounds(20_000)));
        assertThat(picture(id)).isEqualTo(envelope(400_000, 400_000, 50_000));
        fixtures.voteUntilDecided(hythe, VoteChoice.APPROVE);
        assertThat(picture(id)).isEqualTo(envelope(400_000, 380_000, 30_000));
        assertThat(picture(id).agreed()).isEqualTo(Money.ofPounds(20_000));

        logIn.run(
                "chair.south",
                () -> envelopes.holdBack(
                        bids.get(deal).roundId(), "SOUTH", Money.ofPounds(5_000), "For later", UUID.randomUUID()));
        assertThat(picture(id)).isEqualTo(envelope(395_000, 375_000, 30_000));
        assertThat(picture(id).agreed()).isEqualTo(Money.ofPounds(20_000));
        assertThat(logIn.as("chair.south", () -> board.agenda(deal)).agreed()).isEqualTo(Money.ofPounds(20_000));
    }

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
    void aBidIsOnOneOpenAgendaAtMost() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        planned();
        MeetingId other = logIn.as("chair.south", () -> planning.plan(meeting("SOUTH")));

        refusal("chair.south", () -> planning.putOn(other, bid), "error.board.onAnAgenda");
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into board_meeting_item (id, meeting_id, position, bid_id, on_agenda, revision)
                                values (uuid(), ?, 1, ?, ?, 1)""")
                        .params(other.toString(), bid.toString(), bid.toString())
                        .update())
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void onlyBidsThatWaitForThisBoardComeOnItsAgenda() {
        BidId review = fixtures.submittedBid("hythe-hub");
        BidId voting = fixtures.ballotOpen("deal-learning-alliance");
        MeetingId south = logIn.as("chair.south", () -> planning.plan(meeting("SOUTH")));
        MeetingId east = logIn.as("chair.east", () -> planning.plan(meeting("EAST")));

        refusal("chair.south", () -> planning.putOn(south, review), "error.board.notBeforeThisBoard");
        refusal("chair.south", () -> planning.putOn(south, voting), "error.board.stillOpen");
        refusal("chair.east", () -> planning.putOn(east, voting), "error.board.notBeforeThisBoard");
        refusal("chair.east", () -> planning.putOn(south, voting), "error.accessRefused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"board2.south", "chair.east"})
    void othersDoNotRunTheMeetingsOfABoard(String username) {
        fixtures.recommendedBid("hythe-hub");
        MeetingId id = planned();

        refusal(username, () -> planning.plan(meeting("SOUTH")), "error.accessRefused");
        refusal(username, () -> planning.change(id, meeting("SOUTH")), "error.accessRefused");
        refusal(username, () -> conduct.open(id), "error.accessRefused");
        refusal(username, () -> conduct.close(id), "error.accessRefused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chair.east", "board1.west"})
    void meetingsAreReadByThoseWhoSitOnTheBoard(String username) {
        MeetingId id = logIn.as("chair.south", () -> planning.plan(meeting("SOUTH")));

        refusal(username, () -> meetings.meeting(id), "error.accessRefused");
        assertThat(logIn.as(username, meetings::all))
                .extracting(Meeting::areaCode)
                .doesNotContain("SOUTH");
        assertThat(logIn.as("board3.south", meetings::all))
                .extracting(Meeting::id)
                .contains(id);
    }

    @Test
    void aPlanNamesEveryGap() {
        logIn.as("chair.south");
        assertThat(gaps(new MeetingDraft("SOUTH", MeetingKind.MEETING, null, null, " ", null, null)))
                .containsExactly("error.board.dateAndTime.date", "error.text.required");
        assertThat(gaps(new MeetingDraft(
                        "SOUTH", MeetingKind.MEETING, LocalDate.of(2014, 6, 1), FOUR, "Town hall", null, null)))
                .containsExactly("error.board.meetingInThePast");
        assertThat(gaps(new MeetingDraft("SOUTH", MeetingKind.WRITTEN, DAY, FOUR, "", DAY, LocalTime.of(9, 0))))
                .containsExactly("error.board.closesBeforeItStarts");
        assertThat(gaps(new MeetingDraft("SOUTH", MeetingKind.WRITTEN, DAY, FOUR, "", null, FOUR)))
                .containsExactly("error.board.dateAndTime.closes");
        assertThat(gaps(new MeetingDraft("SOUTH", MeetingKind.MEETING, DAY, FOUR, "x".repeat(201), null, null)))
                .containsExactly("error.text.tooLong");
    }

    @Test
    void aPlannedMeetingIsMovedAnOpenOneIsNot() {
        MeetingId id = logIn.as("chair.south", () -> planning.plan(meeting("SOUTH")));
        logIn.run(
                "chair.south",
                () -> planning.change(
                        id,
                        new MeetingDraft(
                                "SOUTH", MeetingKind.MEETING, DAY.plusDays(1), FOUR, "Folkestone 🏫 Tŷ", null, null)));
        assertThat(seen("chair.south", id).meeting().place()).isEqualTo("Folkestone 🏫 Tŷ");

        refusal("chair.south", () -> conduct.open(id), "error.board.meetingTooEarly");
        logIn.run("chair.south", () -> planning.change(id, meeting("SOUTH")));
        logIn.run("chair.south", () -> conduct.open(id));
        refusal("chair.south", () -> planning.change(id, meeting("SOUTH")), "error.board.meetingIs.OPEN");
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

    /** A planned meeting of the South board with every bid that waits for it. */
    private MeetingId planned() {
        return logIn.as("chair.south", () -> {
            MeetingId id = planning.plan(meeting("SOUTH"));
            List.copyOf(meetings.waiting(id)).stream()
                    .sorted(java.util.Comparator.comparing(
                            (org.schoolcollab.bid.BidSummary bid) -> bid.collaborationName(),
                            java.util.Comparator.reverseOrder()))
                    .forEach(bid -> planning.putOn(id, bid.id()));
            return id;
        });
    }

    private MeetingId opened() {
        MeetingId id = planned();
        logIn.run("chair.south", () -> conduct.open(id));
        return id;
    }

    private static MeetingDraft meeting(String area) {
        return new MeetingDraft(area, MeetingKind.MEETING, DAY, FOUR, "Town hall", null, null);
    }

    private MeetingOnScreen seen(String username, MeetingId id) {
        return logIn.as(username, () -> meetings.meeting(id));
    }

    private EnvelopePicture picture(MeetingId id) {
        return seen("chair.south", id).envelopes().getFirst();
    }

    private static EnvelopePicture envelope(int given, int left, int list) {
        return new EnvelopePicture(
                "2014/15", "SOUTH", "South", Money.ofPounds(given), Money.ofPounds(left), Money.ofPounds(list));
    }

    private List<String> openAttendance(MeetingId id) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ValidationFailed.class, () -> conduct.close(id))
                .problems()
                .stream()
                .filter(problem -> problem.messageKey().equals("error.board.attendanceOpen"))
                .map(problem -> problem.argumentArray()[0].toString())
                .toList();
    }

    private List<String> gaps(MeetingDraft draft) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ValidationFailed.class, () -> planning.plan(draft))
                .problems()
                .stream()
                .map(ValidationFailed.Problem::messageKey)
                .toList();
    }
}
