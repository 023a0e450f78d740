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
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings are planned, moved, and have their agenda; and every refusal. */
@PortalTest
class MeetingPlanningModuleTest extends MeetingScenes {

    @Autowired
    EnvelopeControl envelopes;

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

    private EnvelopePicture picture(MeetingId id) {
        return seen("chair.south", id).envelopes().getFirst();
    }

    private static EnvelopePicture envelope(int given, int left, int list) {
        return new EnvelopePicture(
                "2014/15", "SOUTH", "South", Money.ofPounds(given), Money.ofPounds(left), Money.ofPounds(list));
    }

    private List<String> gaps(MeetingDraft draft) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ValidationFailed.class, () -> planning.plan(draft))
                .problems()
                .stream()
                .map(ValidationFailed.Problem::messageKey)
                .toList();
    }
}
