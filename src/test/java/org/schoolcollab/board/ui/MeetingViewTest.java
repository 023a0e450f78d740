package org.schoolcollab.board.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.board.Attendance;
import org.schoolcollab.board.InterestDeclaration;
import org.schoolcollab.board.Majority;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingDraft;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.RulesOfTheBoard;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.RefusalView;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
@ViewPackages(packages = "org.schoolcollab")
class MeetingViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    Voting voting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDemoHasOnePlannedMeetingOfEachBoard() {
        become("auditor");
        goTo("meetings");

        assertThat(text()).contains("South Area Board, 22 July 2014", "West Area Board, 22 July 2014", "Planned");
        assertThat(find(Button.class).withText("Plan a meeting").all()).isEmpty();
        become("board3.south");
        goTo("meetings");
        assertThat(text()).contains("South Area Board, 22 July 2014").doesNotContain("West Area Board");
    }

    @Test
    void theChairPlansAMeetingThroughTheForm() {
        become("chair.south");
        goTo("meetings");
        click("Plan a meeting");
        click("Plan this meeting");
        assertThat(text()).contains("Enter date and time", "Enter an answer");
        test(find(DatePicker.class).withLabel("Date").single()).setValue(LocalDate.of(2014, 6, 16));
        test(find(TextField.class).withLabel("Place").single()).setValue("<b>Town hall</b>");
        click("Plan this meeting");

        assertThat(find(H1.class).single().getText()).isEqualTo("South Area Board, 16 June 2014");
        assertThat(text()).contains("16 June 2014, 16:00, <b>Town hall</b>", "No bid is on the agenda yet");
    }

    @Test
    void theChairBuildsTheAgendaAndTriesOutAmounts() {
        fixtures.recommendedBid("hythe-hub");
        fixtures.recommendedBid("deal-learning-alliance", "38000", "19000");
        MeetingId id = planned();
        become("chair.south");
        goTo("meetings/" + id);
        press("Put on the agenda: Deal Learning Alliance");
        press("Put on the agenda: Hythe Hub");
        assertThat(text())
                .contains("1. Deal Learning Alliance", "2. Hythe Hub")
                .contains("Rest of this list £59,000", "Left £341,000", "leads a member school");

        press("Move Hythe Hub up");
        assertThat(text()).contains("1. Hythe Hub", "2. Deal Learning Alliance");
        MoneyField amount = find(MoneyField.class).all().getLast();
        test(amount).setValue("30000");
        assertThat(text()).contains("Rest of this list £51,000", "Left £349,000");
        test(amount).setValue("1.005");
        assertThat(amount.isInvalid()).isTrue();
        press("Take Hythe Hub off the agenda");
        assertThat(text()).contains("1. Deal Learning Alliance").doesNotContain("2. Deal");
    }

    @Test
    void anItemIsDecidedOnItsOwnPage() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = open(bid);
        become("chair.south");
        goTo("meetings/" + id + "/items/1");
        assertThat(text()).contains("£21,000", "Not decided yet", "This amount £21,000");
        test(find(MoneyField.class).single()).setValue("20000");
        assertThat(text()).contains("This amount £20,000", "Left £380,000");
        test(find(TextArea.class).withLabel("Conditions").single()).setValue("Name a moderator 📚");
        test(find(IntegerField.class).single()).setValue(101);
        click("Check and open the ballot");
        assertThat(text()).contains("Enter a whole share from 1 to 100 percent");
        test(find(IntegerField.class).single()).setValue(50);
        click("Check and open the ballot");
        click("Put £20,000 to the vote");
        assertThat(text()).contains("Voting is open", "0 of 5", "Name a moderator 📚", "What was voted stays hidden");

        for (String member : List.of("board2.south", "chair.south")) {
            logIn.run(member, () -> voting.cast(bid, VoteChoice.APPROVE, ""));
        }
        logIn.run("board3.south", () -> voting.cast(bid, VoteChoice.ABSTAIN, ""));
        goTo("meetings/" + id + "/items/1");
        assertThat(text()).contains("3 of 5").doesNotContain("Approved");
        click("End the voting");
        clickInDialog("End the voting");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(text()).contains("Approved in part: £20,000");
    }

    @Test
    void whoHasAnInterestSeesASentenceAndNoBallotAtTheItem() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = open(bid);
        logIn.run("chair.south", () -> opening.open(bid, org.schoolcollab.shared.Money.ofPounds(20_000)));

        become("board1.south");
        goTo("meetings/" + id + "/items/1");
        assertThat(text()).contains("so you take no part").doesNotContain("Voting is open", "0 of 5");
        assertThat(find(Anchor.class).withText("Plan and recommendation").all()).isEmpty();
        goTo("meetings/" + id);
        assertThat(text()).doesNotContain("0 of 5", "Voting is open");
        become("board2.south");
        goTo("meetings/" + id + "/items/1");
        assertThat(find(Anchor.class).withText("Vote").all()).hasSize(1);
    }

    @Autowired
    org.schoolcollab.board.BallotOpening opening;

    @Test
    void theChairDefersWithQuestionsThatTheLeadReads() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = open(bid);
        become("chair.south");
        goTo("meetings/" + id + "/items/1");
        click("Defer with questions…");
        click("Defer the bid");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        test(find(TextArea.class).withLabel("Questions to the lead").single()).setValue("Which <i>pupils</i>?");
        click("Defer the bid");
        assertThat(text()).contains("Deferred with questions", "Which <i>pupils</i>?");

        become("lead.hythe-hub");
        goTo("bids/" + bid + "/plan");
        assertThat(text())
                .contains("The board has questions", "Which <i>pupils</i>?")
                .doesNotContain("The adviser asks");
        goTo("bids/" + bid + "/letter");
        assertThat(text()).contains("Questions of the board", "Which <i>pupils</i>?");
    }

    @Test
    void whereTooFewAreLeftTheBidIsPassedOnAndNotPutToTheVote() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.run(
                "admin", () -> rules.change(new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, null, "EAST")));
        MeetingId id = open(bid);
        for (String member : List.of("board3.south", "board4.south", "board5.south")) {
            logIn.run(member, () -> interests.declare(bid, ""));
        }
        become("chair.south");
        goTo("meetings/" + id + "/items/1");
        assertThat(text()).contains("2 members are without an interest, below the quorum of 3");
        assertThat(find(Button.class).withText("Check and open the ballot").all())
                .isEmpty();
        click("Pass to another board…");
        assertThat(find(com.vaadin.flow.component.dialog.Dialog.class)
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("The East board decides instead");
        test(find(TextArea.class).single()).setValue("Four of six have an interest");
        click("Pass the bid on");
        assertThat(text()).contains("Passed to another board");

        logIn.run("chair.east", () -> opening.open(bid, org.schoolcollab.shared.Money.ofPounds(20_000)));
        become("board2.east");
        goTo("bids/" + bid + "/vote");
        assertThat(text()).contains("East Area Board").doesNotContain("South Area Board");
    }

    @Autowired
    RulesOfTheBoard rules;

    @Autowired
    InterestDeclaration interests;

    @Test
    void aMemberDeclaresAnInterestAtTheItem() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = planned();
        logIn.run("chair.south", () -> planning.putOn(id, bid));
        become("board4.south");
        goTo("meetings/" + id + "/items/1");
        click("I have an interest");
        click("Take no part");

        assertThat(text()).contains("You declared an interest");
        become("chair.south");
        goTo("meetings/" + id);
        assertThat(text()).contains("Board member 4, South (demo): declared an interest");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void theChairNotesAttendanceClosesAndSigns() {
        MeetingId id = planned();
        become("chair.south");
        goTo("meetings/" + id);
        click("Open the meeting");
        clickInDialog("Open the meeting");
        Select first = find(Select.class).all().getFirst();
        test(first).selectItem("Present");
        assertThat(text()).contains("1 of 6 members present");
        click("Close the meeting");
        assertThat(find(com.vaadin.flow.component.dialog.Dialog.class).all()).isEmpty();
        assertThat(text())
                .contains("Note whether Board member 3, South (demo) was present")
                .doesNotContain("Note whether Chair");
        click("Mark the rest absent");
        assertThat(find(Button.class).withText("Mark the rest absent").all()).isEmpty();
        click("Close the meeting");
        clickInDialog("Close the meeting");
        assertThat(text()).contains("1 of 6 members present", "Closed, minutes not signed");
        goTo("meetings/" + id + "/minutes");
        assertThat(text()).contains("Draft, made from what was recorded");
        click("Sign the minutes");
        clickInDialog("Sign the minutes");

        assertThat(text()).contains("Signed by Chair, South Area Board (demo)", "SHA-256 of the signed content");
        assertThat(find(Button.class).withText("Sign the minutes").all()).isEmpty();
        assertThat(find(Anchor.class).withText("Download as PDF").all()).hasSize(1);
    }

    @Test
    void aMeetingIsNotOfferedForOpeningBeforeItsDay() {
        MeetingId id = planned();
        logIn.run(
                "chair.south",
                () -> planning.change(
                        id,
                        new MeetingDraft(
                                "SOUTH",
                                MeetingKind.MEETING,
                                LocalDate.of(2014, 7, 8),
                                LocalTime.of(16, 0),
                                "Town hall",
                                null,
                                null)));
        become("chair.south");
        goTo("meetings/" + id);

        assertThat(find(Button.class).withText("Open the meeting").all()).isEmpty();
        assertThat(text()).contains("Can be opened from", "8 July 2014");
    }

    @Test
    void whoeverVotedIsShownAsPresentWithoutAChoice() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        MeetingId id = open(bid);
        logIn.run("chair.south", () -> opening.open(bid, org.schoolcollab.shared.Money.ofPounds(20_000)));
        logIn.run("board2.south", () -> voting.cast(bid, VoteChoice.APPROVE, ""));

        become("chair.south");
        goTo("meetings/" + id);

        assertThat(text()).contains("Present, voted", "2 of 6 members present");
        assertThat(find(Select.class).all()).hasSize(5);
    }

    @Test
    void pagesOfOtherBoardsAndUnknownOnesAreRefused() {
        MeetingId id = planned();
        become("chair.east");
        for (String page : List.of("", "/minutes", "/items/1")) {
            goTo("meetings/" + id + page);
            assertThat(getCurrentView()).as(page).isInstanceOf(RefusalView.class);
        }
        become("chair.south");
        goTo("meetings/" + id + "/items/7");
        assertThat(text()).contains("does not exist");
        goTo("meetings/" + id + "/minutes");
        assertThat(text()).contains("The meeting has not been opened yet");
        become("board2.south");
        goTo("meetings/plan");
        assertThat(getCurrentView()).isInstanceOf(RefusalView.class);
    }

    @Test
    void theAdministratorChangesTheRulesOfABoard() {
        become("admin");
        goTo("meetings");
        click("Change how the South board decides");
        IntegerField quorum =
                find(IntegerField.class).withLabel("Quorum in percent").single();
        test(quorum).setValue(0);
        click("Save");
        assertThat(quorum.getErrorMessage()).isEqualTo("Enter a whole share from 1 to 100 percent");
        test(quorum).setValue(60);
        click("Save");

        assertThat(text()).contains("60 % of the members without an interest, at least 3");
        assertThat(jdbc.sql("select quorum_percent from board_rules where area_code = 'SOUTH'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        become("chair.south");
        goTo("meetings");
        assertThat(find(Button.class)
                        .withText("Change how the South board decides")
                        .all())
                .isEmpty();
    }

    private MeetingId planned() {
        return logIn.as(
                "chair.south",
                () -> planning.plan(new MeetingDraft(
                        "SOUTH",
                        MeetingKind.MEETING,
                        LocalDate.of(2014, 6, 16),
                        LocalTime.of(16, 0),
                        "Town hall",
                        null,
                        null)));
    }

    private MeetingId open(BidId bid) {
        MeetingId id = planned();
        logIn.run("chair.south", () -> {
            planning.putOn(id, bid);
            conduct.open(id);
            conduct.note(id, org.schoolcollab.security.PersonId.of(personOf("chair.south")), Attendance.PRESENT);
        });
        return id;
    }

    private String personOf(String username) {
        return jdbc.sql("select id from security_person where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private void become(String username) {
        cleanVaadinEnvironment();
        logIn.as(username);
        initVaadinEnvironment();
    }

    private static void goTo(String address) {
        UI.getCurrent().navigate(address);
    }

    private String text() {
        return ((com.vaadin.flow.component.Component) getCurrentView())
                .getElement()
                .getTextRecursively();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private void clickInDialog(String text) {
        var dialog = find(com.vaadin.flow.component.dialog.Dialog.class).single();
        test(find(Button.class, dialog).withText(text).single()).click();
    }

    private void press(String name) {
        Button button = find(Button.class).all().stream()
                .filter(candidate ->
                        candidate.getAriaLabel().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
        test(button).click();
    }
}
