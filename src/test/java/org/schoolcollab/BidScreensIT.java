package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.review.SecondViews;
import org.schoolcollab.review.TwoAdvisers;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Screens of a bid and its review with what their forms lack, or with what two people did at once. */
@BrowserTest
class BidScreensIT {

    private static final String LEAD = "lead.hythe-hub";
    private static final String COLLABORATION = "Hythe Hub";

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    SecondViews secondViews;

    @Autowired
    TwoAdvisers advisers;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LogIn logIn;

    private BrowserJourney journey;

    @BeforeEach
    void take(BrowserJourney given) {
        journey = given;
    }

    @Test
    void schoolsAndTheirConsents() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        Page members = journey.open(journey.as(LEAD), "collaborations/hythe-hub/members");
        journey.press(members, "Record the joining");
        journey.check(members, "Members of a collaboration, with gaps");

        Page schools = journey.open(journey.as(LEAD), "bids/" + bid + "/schools");
        schools.getByLabel(Pattern.compile("^Share of the money for ")).first().fill("a lot");
        journey.press(schools, "Save");
        journey.check(schools, "Member schools, with gaps");
        journey.press(schools, "Split by guide amounts");
        journey.press(schools, "Ask the schools");
        journey.pressInDialog(schools, "Ask 7 schools");

        Page head = journey.take("head.hythe-hub", "Give consent", COLLABORATION);
        head.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Decline for ")))
                .first()
                .click();
        journey.settle(head);
        journey.pressInDialog(head, "Decline");
        journey.check(head, "Consent, declined without a reason");
    }

    @Test
    void aPointWithoutItsAnswer() {
        BidId bid = fixtures.changedAfterReturn("hythe-hub");
        Page plan = journey.open(journey.as(LEAD), "bids/" + bid + "/plan");
        plan.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Save answer")))
                .first()
                .click();
        journey.settle(plan);
        journey.check(plan, "Point of a return, answered with gaps");
    }

    @Test
    void twoTextsForACost() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        Page parts = journey.open(journey.as(LEAD), "bids/" + bid + "/parts");
        Line activity = logIn.as(LEAD, () -> drafting.open(bid))
                .fields()
                .lines(PlanSection.ACTIVITIES)
                .getFirst();
        parts.getByLabel("Cost").first().focus();
        logIn.run(
                LEAD,
                () -> drafting.change(
                        bid,
                        UUID.randomUUID(),
                        List.of(new PlanEdit.Type(PlanSection.ACTIVITIES, activity.id(), "cost", "", "100"))));
        parts.getByLabel("Cost").first().fill("200");
        parts.getByLabel("Cost").first().blur();
        assertThat(parts.locator(".two-texts")).isVisible();
        journey.check(parts, "Links, dates and costs, with two texts for a field");
    }

    @Test
    void aSecondView() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        advisers.seenTwice(bids.get(bid).roundId(), Money.ZERO);
        logIn.run(LEAD, () -> fixtures.submit(bid));
        RoleGrant ofTheDistrict =
                new RoleGrant(Role.ADVISER, Scope.district(bids.get(bid).districtCode()));
        transaction.executeWithoutResult(status -> people.grant(
                people.principal("adviser.east").orElseThrow().actor().id(), ofTheDistrict));
        logIn.run("adviser.south", () -> secondViews.ask(bid, BidFixtures.completeReview(Money.ofPounds(20_000))));
        Page view = journey.take("adviser.east", "Review plan", COLLABORATION);
        journey.press(view, "Check your view");
        journey.check(view, "Second view, with gaps");
    }
}
