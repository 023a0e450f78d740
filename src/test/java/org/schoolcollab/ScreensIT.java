package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.security.OneTimeLinks;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Screens that lie beside the way of a bid and beside the navigation: each is held to the standard, forms with their errors too. */
@BrowserTest
class ScreensIT {

    private static final String COLLABORATION = "Hythe Hub";
    private static final String PASSWORD = "four unrelated small words";

    @Autowired
    BidFixtures fixtures;

    @Autowired
    Voting voting;

    @Autowired
    Jobs jobs;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OneTimeLinks links;

    @Autowired
    TransactionTemplate transaction;

    private BrowserJourney journey;

    @BeforeEach
    void take(BrowserJourney given) {
        journey = given;
    }

    @Test
    void peopleAreAddedAndChangedAndChooseTheirPassword() {
        Page page = journey.open(journey.as("admin"), "people");
        journey.press(page, "Add a person");
        journey.pressInDialog(page, "Add the person");
        journey.check(page, "People, adding with gaps");
        journey.pressInDialog(page, "Cancel");
        page.getByLabel("Search a name, user name or place").fill("lead.hythe-hub");
        journey.press(page, "Change Lead, Hythe Hub (demo)");
        journey.check(page, "People, changing a person");
        journey.pressInDialog(page, "Add this school");
        journey.check(page, "People, governor with gaps");
        journey.pressInDialog(page, "Make a new link to choose a password");
        journey.check(page, "People, one-time link");
        String link = page.getByRole(AriaRole.DIALOG)
                .getByLabel("Link", new Locator.GetByLabelOptions().setExact(true))
                .inputValue();

        journey.open(page, "people");
        page.getByLabel("Search a name, user name or place").fill("board5.south");
        journey.press(page, "Change Board member 5, South (demo)");
        journey.pressInDialog(page, "End as governor of Ashford Rural Schools Hub school 2 (demo)");
        journey.check(page, "People, last day as governor");

        Page stranger = journey.open(journey.stranger(), link.replaceFirst("^https?://[^/]+/", ""));
        journey.check(stranger, "Choose a password");
        choose(stranger, "short", "shorter");
        journey.press(stranger, "Save the password");
        journey.check(stranger, "Choose a password, refused");
        choose(stranger, PASSWORD, PASSWORD);
        journey.press(stranger, "Save the password");
        assertThat(stranger.locator("h1")).hasText("Your password is saved");
        journey.check(stranger, "Password saved");
        journey.check(journey.open(stranger, "choose-password/used"), "Link that does not work");
    }

    @Test
    void theFirstAdministratorIsCreatedByALink() {
        jdbc.sql("update security_person set enabled = false where username = 'admin'")
                .update();
        String secret = transaction.execute(status -> links.issue(OneTimeLinks.Purpose.FIRST_ADMINISTRATOR, null));
        Page page = journey.open(journey.stranger(), "first-administrator/" + secret);
        journey.check(page, "First administrator");
        journey.press(page, "Create the administrator");
        journey.check(page, "First administrator with gaps");
        type(page, "User name", "first.admin");
        type(page, "Name", "First administrator");
        choose(page, PASSWORD, PASSWORD);
        journey.press(page, "Create the administrator");
        assertThat(page.locator("h1")).hasText("The administrator is created");
    }

    @Test
    void theChairGivesTheCastingVote() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        List<String> voters = new ArrayList<>(fixtures.voters(bid));
        vote(bid, VoteChoice.ABSTAIN, "chair.south");
        voters.remove("chair.south");
        vote(bid, VoteChoice.APPROVE, voters.get(0), voters.get(1));
        vote(bid, VoteChoice.REFUSE, voters.get(2), voters.get(3));

        Page page = journey.take("chair.south", "Give casting vote", COLLABORATION);
        journey.check(page, "Casting vote");
        journey.press(page, "Check your casting vote");
        journey.check(page, "Casting vote with gaps");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Approve £21,000"))
                .check();
        journey.press(page, "Check your casting vote");
        journey.check(page, "Casting vote, check before giving");
        journey.confirm(page, "Approve £21,000");
    }

    @Test
    void formsSayWhatTheyLack() {
        fixtures.submittedBid("hythe-hub");
        Page review = journey.take("adviser.south", "Review plan", COLLABORATION);
        journey.press(review, "Check and recommend");
        journey.check(review, "Review with gaps");

        BidId voted = fixtures.ballotOpen("deal-learning-alliance");
        Page vote = journey.take(fixtures.voters(voted).getFirst(), "Cast vote", "Deal Learning Alliance");
        journey.press(vote, "Check your vote");
        journey.check(vote, "Vote with gaps");
        journey.press(vote, "I have an interest");
        journey.check(vote, "Vote, taking no part");
    }

    @Test
    void reportsSayWhatTheyLack() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        jobs.runUntil(BidFixtures.MARCH);
        Page march = journey.take("lead.hythe-hub", "Write March report", COLLABORATION);
        journey.press(march, "Check and submit");
        journey.check(march, "March report with gaps");
        fixtures.submitMarch(bid);
        Page acceptance = journey.take("adviser.south", "Accept March report", COLLABORATION);
        journey.press(acceptance, "Return report");
        journey.check(acceptance, "Accept March report, returned without reasons");
        fixtures.acceptMarch(bid);
        fixtures.release(bid, 2);
        jobs.runUntil(BidFixtures.OCTOBER);
        Page october = journey.take("lead.hythe-hub", "Write October report", COLLABORATION);
        journey.press(october, "Check and submit");
        journey.check(october, "October report with gaps");
    }

    @Test
    void reviewsFromEverySide() {
        BidId bid = fixtures.changedAfterReturn("hythe-hub");
        Page plan = journey.open(journey.as("lead.hythe-hub"), "bids/" + bid + "/plan");
        journey.check(plan, "Plan with points to answer");
        fixtures.answerAndSubmit(bid, "hythe-hub");
        Page review = journey.open(journey.as("adviser.south"), "bids/" + bid + "/review");
        journey.check(review, "Review of a changed plan");
        review.getByLabel("What you think of the plan as a whole").fill("Sound so far");
        assertThat(review.locator(".plan-saving")).containsText("Saved at 10:00.");
        review.getByLabel("Recommended amount").fill("lots");
        assertThat(review.locator(".plan-saving")).containsText("Not all is saved yet");
        review.getByText("Schools, shares and consents").click();
        journey.pressInDialog(review, "Stay here");
        journey.check(review, "Review with an amount that is none");
        review.reload();
        journey.settle(review);
        assertThat(review.getByLabel("What you think of the plan as a whole")).hasValue("Sound so far");
        journey.press(review, "I have an interest in this bid…");
        journey.pressInDialog(review, "Declare this interest");
        journey.check(review, "Declaring an interest with gaps");
        fixtures.recommendedBid("deal-learning-alliance");
        Page beside = journey.open(journey.as("adviser.south"), "compare");
        beside.locator(".side-schools summary").first().click();
        journey.check(beside, "Bids side by side");
        Page absences = journey.open(journey.as("adviser.south"), "absences");
        journey.press(absences, "Enter the absence");
        journey.check(absences, "Absences of advisers, with gaps");
        String round = round(bid);
        Page rubric = journey.open(journey.as("admin"), "rounds/" + round + "/rubric");
        journey.press(rubric, "Add a criterion");
        journey.press(rubric, "Save the rubric");
        journey.check(rubric, "Rubric of a round with gaps");
        journey.check(journey.open(rubric, "rounds/" + round + "/guide"), "Guide amounts of a round, fixed");
        journey.check(journey.open(rubric, "rounds/" + round + "/measures"), "Measures of a round, fixed");
    }

    @Test
    void anAdministratorSetsUpTheRound() {
        String round = round(fixtures.draftBid("hythe-hub"));
        Page guide = journey.open(journey.as("admin"), "rounds/" + round + "/guide");
        guide.getByLabel("For each primary school").fill("");
        journey.press(guide, "Save the guide amounts");
        journey.check(guide, "Guide amounts of a round with gaps");
        Page measures = journey.open(guide, "rounds/" + round + "/measures");
        journey.press(measures, "Add a measure");
        journey.press(measures, "Save the measures");
        journey.check(measures, "Measures of a round with gaps");
    }

    private String round(BidId bid) {
        return jdbc.sql("select round_id from bid_bid where id = ?")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    @Test
    void revisionsOfAPlanCompareAndThePlanIsPrinted() {
        BidId bid = fixtures.changedAfterReturn("hythe-hub");
        Page page = journey.open(journey.as("lead.hythe-hub"), "bids/" + bid + "/revisions/1/0");
        journey.check(page, "Revisions of a plan");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use as draft: Revision 1 as submitted"))
                .click();
        journey.check(page, "Revision, check before using it");
        journey.check(journey.open(page, "bids/" + bid + "/plan/print"), "Plan to print");
    }

    @Test
    void filesBesideAPlan() {
        BidId bid = fixtures.draftBid("hythe-hub");
        Page page = journey.open(journey.as("lead.hythe-hub"), "bids/" + bid + "/case/files");
        Locator chosen = page.locator("vaadin-upload input[type=file]");
        byte[] pdf = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        chosen.setInputFiles(new FilePayload("Plan of our schools.pdf", "application/pdf", pdf));
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan of our schools.pdf")))
                .isVisible();
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan of our schools.pdf"))
                        .click());
        assertThat(page.locator("vaadin-upload-file")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo("Plan of our schools.pdf");
        chosen.setInputFiles(
                new FilePayload("Picture.png", "image/png", "<script>".getBytes(StandardCharsets.US_ASCII)));
        assertThat(page.getByText("Picture.png was not added.")).isVisible();
        journey.check(page, "Files of a bid, one refused");
    }

    @Test
    void whatEverybodyReads() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        Page page = journey.open(journey.as("admin"), "collaborations/hythe-hub");
        journey.check(page, "Collaboration");
        journey.check(journey.open(page, "search?q=hythe"), "Search");
        journey.check(journey.open(page, "search?q=nothing+of+this+name"), "Search that finds nothing");
        journey.check(journey.open(page, "money"), "Money with awards");
        journey.open(page, "audit");
        page.locator(".audit-record summary").first().click();
        journey.check(page, "Audit, one record");
        journey.open(page, "demo-date");
        journey.press(page, "Move the demo date");
        journey.check(page, "Demo date with an error");
        journey.press(page, "Switch person");
        journey.check(page, "Switch of person");
        page.keyboard().press("Escape");
        page.setViewportSize(360, 860);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"))
                .click();
        journey.check(page, "Menu");

        Page lead = journey.open(journey.as("lead.hythe-hub"), "bids/" + bid);
        journey.press(lead, "Withdraw the bid");
        journey.check(lead, "Withdrawal");
    }

    private void vote(BidId bid, VoteChoice choice, String... usernames) {
        for (String username : usernames) {
            logIn.run(username, () -> voting.cast(bid, choice, "Because of the targets"));
        }
    }

    private static void choose(Page page, String password, String again) {
        type(page, "New password", password);
        type(page, "The same password again", again);
    }

    private static void type(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }
}
