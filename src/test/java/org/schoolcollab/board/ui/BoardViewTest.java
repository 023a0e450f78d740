package org.schoolcollab.board.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.RefusalView;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BoardViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    Voting voting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theChairSeesInterestsAndTheEnvelopeAndOpensTheBallot() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        open("chair.south", bid, "ballot");
        assertThat(find(Span.class).withText("Votes").all()).hasSize(5);
        assertThat(find(Span.class)
                        .withText("Takes no part: leads a member school")
                        .all())
                .hasSize(1);
        assertThat(find(Span.class).withText("Left £379,000").all()).hasSize(1);

        test(amount()).setValue("20000");
        assertThat(find(Span.class).withText("Left £380,000").all()).hasSize(1);
        click("Check and open the ballot");
        click("Put £20,000 to the vote");

        assertThat(jdbc.sql("select amount_pence from board_ballot where bid_id = ?")
                        .param(bid.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2_000_000);
    }

    @Test
    void theChairReadsThatTheLastBallotIsVoidBecauseTheBidChanged() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        jdbc.sql("update bid_bid set revision = revision + 1 where id = ?")
                .param(bid.toString())
                .update();
        for (String member : List.of("board2.south", "board3.south", "board4.south")) {
            logIn.run(member, () -> voting.cast(bid, VoteChoice.APPROVE, ""));
        }

        open("chair.south", bid, "ballot");

        assertThat(find(Paragraph.class)
                        .withText("The last ballot on £21,000 is void, because the bid changed.")
                        .all())
                .hasSize(1);
    }

    @Test
    void refusesAmountsThatAreNegativeTooFineAboveTheRequestOrBeyondTheEnvelope() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        jdbc.sql("update programme_envelope set given_pence = 2000000 where area_code = 'SOUTH'")
                .update();
        jdbc.sql("delete from ledger_envelope where area_code = 'SOUTH'").update();
        open("chair.south", bid, "ballot");
        assertThat(amount().getValue()).isEqualTo("20,000");

        refusedAmount("-1", "Enter an amount of zero or more");
        refusedAmount("1.005", "Enter at most two decimals: pounds and pence, such as 42000.50");
        refusedAmount("21000.01", "Enter at most what was requested: £21,000");
        refusedAmount("20000.01", "Enter at most what the envelope still holds: £20,000");
        refusedAmount("", "Enter the amount to put to the vote");
    }

    @Test
    void aMemberVotesAndLearnsHowManyHaveButNotWhat() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        open("board2.south", bid, "vote");
        choose(VoteChoice.APPROVE);

        click("Check your vote");
        assertThat(find(CheckDialog.class).all()).hasSize(1);
        click("Approve £21,000");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        open("board2.south", bid, "vote");
        assertThat(notice()).isEqualTo("You have voted. Votes cast: 1 of 5.");
        assertThat(find(RadioButtonGroup.class).all()).isEmpty();
    }

    @Test
    void aRefusalRequiresAReasonAndKeepsTheChoice() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        open("board2.south", bid, "vote");
        click("Check your vote");
        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();

        choose(VoteChoice.REFUSE);
        click("Check your vote");
        assertThat(reason().getErrorMessage()).isEqualTo("Enter why you refuse");
        assertThat(find(CheckDialog.class).all()).isEmpty();

        test(reason()).setValue("<script>alert(1)</script> too vague");
        click("Check your vote");
        click("Refuse");
        assertThat(jdbc.sql("select reason from board_vote").query(String.class).single())
                .isEqualTo("<script>alert(1)</script> too vague");
    }

    @Test
    void aRecusedMemberSeesASentenceAndNoBallot() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        logIn.run("board2.south", () -> voting.cast(bid, VoteChoice.APPROVE, ""));

        open("board1.south", bid, "vote");

        assertThat(notice()).contains("so you take no part in the decision");
        assertThat(find(RadioButtonGroup.class).all()).isEmpty();
        assertThat(find(Span.class).withTextContaining("1 of 5").all()).isEmpty();
        assertThat(find(Button.class).withText("Check your vote").all()).isEmpty();
    }

    @Test
    void theBoardTabHidesTheBallotFromARecusedMemberUntilTheDecision() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        openTab("board1.south", bid);
        assertThat(find(Span.class).withText("0 of 5").all()).isEmpty();
        openTab("auditor", bid);
        assertThat(find(Span.class).withText("0 of 5").all()).hasSize(1);

        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);

        openTab("board1.south", bid);
        assertThat(find(Span.class).withText("Approved £21,000").all()).isNotEmpty();
    }

    @Test
    void onlyTheChairIsLedToTheOpeningWhileFreeOfInterests() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        openTab("board2.south", bid);
        assertThat(find(Anchor.class).withText("Open the ballot").all()).isEmpty();

        openTab("chair.south", bid);
        assertThat(find(Anchor.class).withText("Open the ballot").all()).hasSize(1);
    }

    @Test
    void aMemberWithAnInterestOfTheirOwnStepsAside() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        open("board2.south", bid, "vote");
        click("I have an interest");
        click("Take no part");

        open("board2.south", bid, "vote");
        assertThat(notice()).startsWith("You declared an interest");
        assertThat(find(RadioButtonGroup.class).all()).isEmpty();
    }

    @Test
    void theChairBreaksATieThroughTheScreen() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        for (String member : java.util.List.of("board2.south", "board3.south")) {
            logIn.run(member, () -> voting.cast(bid, VoteChoice.APPROVE, ""));
        }
        for (String member : java.util.List.of("board4.south", "board5.south")) {
            logIn.run(member, () -> voting.cast(bid, VoteChoice.REFUSE, "vague"));
        }
        logIn.run("chair.south", () -> voting.cast(bid, VoteChoice.ABSTAIN, ""));

        open("chair.south", bid, "casting-vote");
        choose(VoteChoice.APPROVE);
        click("Check your casting vote");
        click("Approve £21,000");

        assertThat(bids.get(bid).agreed()).isEqualTo(Money.ofPounds(21_000));
    }

    @Test
    void membersOfOtherBoardsAreRefused() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        for (String page : java.util.List.of("vote", "ballot", "casting-vote")) {
            open("chair.east", bid, page);
            assertThat(getCurrentView()).isInstanceOf(RefusalView.class);
        }
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private void open(String username, BidId bid, String page) {
        logIn.as(username);
        UI.getCurrent().navigate("bids/" + bid + "/" + page);
    }

    private void openTab(String username, BidId bid) {
        open(username, bid, "case/board");
    }

    private void refusedAmount(String typed, String message) {
        test(amount()).setValue(typed);
        click("Check and open the ballot");
        assertThat(amount().getErrorMessage()).isEqualTo(message);
        assertThat(amount().getValue()).isEqualTo(typed);
        assertThat(find(CheckDialog.class).all()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void choose(VoteChoice choice) {
        ((RadioButtonGroup<VoteChoice>) find(RadioButtonGroup.class).single()).setValue(choice);
    }

    private String notice() {
        return find(Paragraph.class).withClassName("notice").single().getText();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    private MoneyField amount() {
        return find(MoneyField.class).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
