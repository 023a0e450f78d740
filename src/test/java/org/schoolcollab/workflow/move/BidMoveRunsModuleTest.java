package org.schoolcollab.workflow.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.workflow.Definitions;
import org.springframework.beans.factory.annotation.Autowired;

/** A move of many bids: tried first, stopped and resumed, reported; and rounds that pin a version. */
class BidMoveRunsModuleTest extends BidMoveScenes {

    @Autowired
    RoundPins pins;

    @Test
    void aDryRunChangesNothing() {
        BidId bid = lifecycle.recommended();
        deploy("boardVote", Definitions.voteWithFiveDays());
        logIn.as("admin");
        long records =
                jdbc.sql("select count(*) from audit_record").query(Long.class).single();
        assertThat(tried(moves.plan("boardVote", 1, 2)))
                .extracting(Trial::result)
                .containsExactly(Trial.Result.CAN_MOVE);
        assertThat(version(bid, "boardVote")).isEqualTo(1);
        assertThat(lifecycle.openTask(bid).getDueDate().toInstant()).isAfter(Instant.parse("2014-06-27T00:00:00Z"));
        assertThat(jdbc.sql("select count(*) from audit_record")
                        .query(Long.class)
                        .single())
                .isEqualTo(records);
    }

    @Test
    void everyBidHasItInItsHistoryAndTheReportIsKept() {
        BidId bid = lifecycle.recommended();
        deploy("boardVote", Definitions.voteWithFiveDays());
        MoveReport report = moveAll("boardVote");
        assertThat(report.status()).isEqualTo(MoveReport.Status.DONE);
        assertThat(moves.of("boardVote")).extracting(MoveReport::id).containsExactly(report.id());
        assertThat(jdbc.sql("select details from audit_record where bid_id = ? and action = 'process.moved'")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .contains("\"before.version\":\"1\"")
                .contains("\"after.version\":\"2\"");
        assertThatThrownBy(() -> moves.stop(report.id())).isInstanceOf(NothingToMove.class);
        assertThatThrownBy(() -> moves.begin(report.plan(), "Again")).isInstanceOf(NothingToMove.class);
    }

    @Test
    void aMoveIsStoppedAndResumed() {
        lifecycle.recommended();
        deploy("boardVote", Definitions.voteWithFiveDays());
        logIn.as("admin");
        MoveId id = moves.begin(moves.plan("boardVote", 1, 2), "Shorter");
        moves.stop(id);
        run.take(id);
        assertThat(moves.report(id).bids()).extracting(Trial::result).containsExactly(Trial.Result.WAITING);
        moves.resume(id);
        run.take(id);
        assertThat(moves.report(id).bids()).extracting(Trial::result).containsExactly(Trial.Result.MOVED);
    }

    @Test
    void aBidThatWentOnMeanwhileIsLeftAlone() {
        BidId bid = lifecycle.recommended();
        deploy("boardVote", Definitions.voteWithFiveDays());
        logIn.as("admin");
        MoveId id = moves.begin(moves.plan("boardVote", 1, 2), "Shorter");
        lifecycle.withdraw(bid);
        logIn.as("admin");
        run.take(id);
        assertThat(moves.report(id).bids()).satisfiesExactly(trial -> {
            assertThat(trial.result()).isEqualTo(Trial.Result.CANNOT);
            assertThat(trial.reasonKey()).isEqualTo("error.workflow.move.elsewhere");
        });
    }

    @Test
    void newBidsOfARoundThatPinsAVersionTakeThatOne() {
        deploy("boardVote", Definitions.voteWithFiveDays());
        logIn.as("admin");
        RoundId round =
                new RoundId(java.util.UUID.fromString(jdbc.sql("select id from programme_round where status = 'OPEN'")
                        .query(String.class)
                        .single()));
        pins.pin(round, "boardVote", 1);
        assertThat(pins.of(round)).containsEntry("boardVote", 1);
        BidId bid = lifecycle.recommended();
        assertThat(version(bid, "boardVote")).isEqualTo(1);
        logIn.as("admin");
        pins.release(round, "boardVote");
        assertThat(pins.of(round)).isEmpty();
        assertThatThrownBy(() -> pins.pin(round, "boardVote", 9)).isInstanceOf(org.schoolcollab.shared.NotFound.class);
    }
}
