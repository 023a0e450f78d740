package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingDraft;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A board's meeting in a real browser, in two windows: the chair's on the projector and a member's. */
@BrowserTest
class BoardMeetingIT {

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
    LogIn logIn;

    @Test
    void aBoardDecidesInItsMeetingAndSignsTheMinutes(BrowserJourney journey) throws IOException {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        fixtures.recommendedBid("deal-learning-alliance", "38000", "19000");
        MeetingId meeting = logIn.as("chair.south", () -> {
            MeetingId id = planning.plan(new MeetingDraft(
                    "SOUTH",
                    MeetingKind.MEETING,
                    LocalDate.of(2014, 6, 16),
                    LocalTime.of(16, 0),
                    "Town hall",
                    null,
                    null));
            planning.putOn(id, bid);
            return id;
        });
        Page chair = journey.open(journey.as("chair.south"), "meetings");
        journey.check(chair, "Board meetings");
        journey.open(chair, "meetings/plan");
        journey.check(chair, "Meeting to plan");
        press(journey, chair, "Plan this meeting");
        journey.check(chair, "Meeting to plan, with gaps");
        journey.open(chair, "meetings/" + meeting);
        press(journey, chair, "Put on the agenda: Deal Learning Alliance");
        journey.check(chair, "Meeting");

        logIn.run("chair.south", () -> conduct.open(meeting));
        journey.open(chair, "meetings/" + meeting + "/items/1");
        journey.check(chair, "Item of the agenda");
        press(journey, chair, "Check and open the ballot");
        press(journey, chair, "Put £21,000 to the vote");
        assertThat(chair.getByText("0 of 5").first()).isVisible();

        Page member = journey.open(journey.as("board2.south"), "meetings/" + meeting + "/items/1");
        member.getByText("Vote", new Page.GetByTextOptions().setExact(true)).click();
        journey.settle(member);
        member.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Approve £21,000"))
                .check();
        press(journey, member, "Check your vote");
        press(journey, member, "Approve £21,000");
        // The chair's window follows by itself.
        assertThat(chair.getByText("1 of 5").first()).isVisible();
        logIn.run("board3.south", () -> voting.cast(bid, VoteChoice.APPROVE, ""));
        logIn.run("chair.south", () -> voting.cast(bid, VoteChoice.ABSTAIN, ""));
        assertThat(chair.getByText("3 of 5").first()).isVisible();
        journey.check(chair, "Item while members vote");
        press(journey, chair, "End the voting");
        chair.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End the voting"))
                .click();
        assertThat(chair.getByText("Approved £21,000").first()).isVisible();
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);

        journey.open(chair, "meetings/" + meeting);
        press(journey, chair, "Close the meeting");
        journey.check(chair, "Meeting, attendance not noted");
        press(journey, chair, "Mark the rest absent");
        press(journey, chair, "Close the meeting");
        journey.check(chair, "Meeting, check before closing");
        journey.pressInDialog(chair, "Close the meeting");
        journey.open(chair, "meetings/" + meeting + "/minutes");
        press(journey, chair, "Sign the minutes");
        chair.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign the minutes"))
                .click();
        assertThat(chair.getByText("SHA-256 of the signed content")).isVisible();
        journey.check(chair, "Minutes");
        Download pdf =
                chair.waitForDownload(() -> chair.getByText("Download as PDF").click());
        assertThat(Files.readString(pdf.path(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        Page lead = journey.open(journey.as("lead.hythe-hub"), "bids/" + bid + "/letter");
        journey.check(lead, "Letter about the decision");
    }

    private static void press(BrowserJourney journey, Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
        journey.settle(page);
    }
}
