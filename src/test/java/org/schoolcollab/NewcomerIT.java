package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.testing.browser.Keyboard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who never edited a process adds a chair's sign-off after the vote; another person publishes it; bids under way are moved to
 * it; the chair signs one off; then everything goes back to the first version. Once with the mouse in the diagram, once without it from
 * the list of steps.
 */
@BrowserTest
class NewcomerIT {

    private static final String PROCESS = "Bid lifecycle";
    private static final String SIGN_OFF = "Chair's sign-off";
    private static final String REASON = "The chair sees each decision before money is committed.";
    private static final String CHAIR = "Chair, or who leads instead";
    private static final double PATIENCE_MS = 20_000;
    private static final String PUBLISHABLE = "Nothing keeps this draft from being published";
    private static final String ADDED = "Adds “" + SIGN_OFF + "” after";

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    JdbcClient jdbc;

    private BrowserJourney journey;
    private BidId voted;
    private BidId reviewed;

    @BeforeEach
    void twoBidsAreUnderWay(BrowserJourney given) {
        journey = given;
        voted = fixtures.ballotOpen("hythe-hub");
        reviewed = fixtures.submittedBid("deal-learning-alliance");
    }

    @Test
    void aSignOffIsDrawnPublishedBidsAreMovedAndMovedBackWithTheMouse() {
        Page editor = journey.open(journey.as("editor"), "processes");
        choose(editor.locator(".process-choice"), PROCESS);
        journey.press(editor, "Edit");
        editor.waitForURL("**/processes/edit/*");
        draw(editor);
        journey.press(editor, "Propose for publishing");
        journey.pressInDialog(editor, "Propose for publishing");
        assertThat(editor.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT)).isVisible();
        journey.check(editor, "Process, proposed without a reason");
        comment(editor, "Propose for publishing");
        editor.waitForURL("**/processes/publish/*");

        Page publisher = journey.open(journey.as("publisher"), "processes");
        publisher
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(PROCESS).setExact(true))
                .click();
        journey.settle(publisher);
        assertThat(publisher.locator(".differences")).containsText(ADDED);
        assertThat(publisher.locator(".differences")).containsText("2 bids under way stand before it.");
        journey.check(publisher, "Process, draft to publish");
        publish(publisher, 2);
        journey.check(publisher, "Process, its versions");

        move(2);
        signOff();

        journey.open(editor, "processes/versions/bidLifecycle");
        journey.press(editor, "Go back to version 1");
        comment(editor, "Go back to version 1");
        editor.waitForURL("**/processes/publish/*");
        assertThat(editor.locator(".differences")).containsText("Takes “" + SIGN_OFF + "” away");
        journey.open(publisher, "processes");
        publisher
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(PROCESS).setExact(true))
                .click();
        journey.settle(publisher);
        publish(publisher, 3);
        move(3);
        assertThat(versions()).containsExactly(3, 3);
    }

    /** A step is put on the way behind the vote, moved beside it, named, and given to the chair. */
    private void draw(Page page) {
        assertThat(element(page, "callActivity_DecideBid")).isVisible();
        journey.check(page, "Process, editing the diagram");
        BoundingBox vote = element(page, "callActivity_DecideBid").boundingBox();
        BoundingBox question = element(page, "gateway_IsBidApproved").boundingBox();
        page.locator("button[data-tool=task]").click();
        double between = (vote.x + vote.width + question.x) / 2;
        double height = vote.y + vote.height / 2;
        page.mouse().move(between - 20, height - 60);
        page.mouse().move(between, height);
        page.mouse().click(between, height);
        Locator name = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        assertThat(name).hasValue("New step");
        name.fill(SIGN_OFF);
        name.press("Enter");
        journey.settle(page);
        choose(page.getByLabel("Who does it"), CHAIR);
        assertThat(page.locator(".problems")).containsText(PUBLISHABLE);
        assertThat(page.locator(".editor-saved")).containsText("Saved");
        journey.check(page, "Process, a step chosen");
    }

    private void publish(Page page, int version) {
        journey.press(page, "Publish as version " + version);
        if (version == 2) {
            journey.check(page, "Process, check before publishing");
        }
        journey.pressInDialog(page, "Publish as version " + version);
        page.waitForURL("**/processes/versions/*");
        journey.settle(page);
        assertThat(page.getByText("Version " + version + ", in use")).isVisible();
    }

    private void move(int version) {
        Page page = journey.open(journey.as("admin"), "processes/versions/bidLifecycle");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Move 2 bids to the version in use"))
                .click();
        journey.settle(page);
        journey.press(page, "Try it without changing anything");
        assertThat(page.getByText("can be moved: 2")).isVisible();
        if (version == 2) {
            journey.check(page, "Move of bids, tried");
        }
        journey.press(page, "Move 2 bids");
        comment(page, "Move 2 bids");
        page.waitForURL("**/processes/moves/*");
        assertThat(page.locator(".page-subtitle"))
                .hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        assertThat(page.getByText("moved: 2")).isVisible();
        if (version == 2) {
            journey.check(page, "Move of bids, report");
        }
        assertThat(versions()).containsExactly(version, version);
    }

    private void signOff() {
        fixtures.voteUntilDecided(voted, VoteChoice.APPROVE);
        Page chair = journey.take("chair.south", SIGN_OFF, "Hythe Hub");
        assertThat(chair.url()).endsWith("/sign-off");
        journey.check(chair, "Sign-off");
        journey.press(chair, "Check and sign off");
        journey.check(chair, "Sign-off, check before");
        journey.confirm(chair, "Agree");
        assertThat(bids.get(voted).status()).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void aSignOffIsAddedPublishedBidsAreMovedAndMovedBackByKeyboardAlone() {
        addFromTheList();
        publishByKeyboard(2);
        moveByKeyboard(2);
        signOffByKeyboard();
        goBackByKeyboard();
        publishByKeyboard(3);
        moveByKeyboard(3);
        journey.doneByKeyboard("Add a step to a process from the list of steps and propose it for publishing");
        journey.doneByKeyboard("Read what a draft changes, publish it, and go back to an earlier version");
        journey.doneByKeyboard("Move bids under way to another version of their process");
        journey.doneByKeyboard("Find a step that was added in the queue and sign it off");
    }

    private void addFromTheList() {
        Page page = journey.open(journey.as("editor"), "processes");
        Keyboard keyboard = new Keyboard(journey, page);
        keyboard.choose("Process", PROCESS);
        keyboard.press("Edit");
        page.waitForURL("**/processes/edit/*");
        journey.settle(page);
        keyboard.tabTo(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Diagram")));
        keyboard.key("ArrowRight");
        keyboard.key("Enter");
        Locator steps = page.locator(".step-list-box vaadin-item");
        keyboard.tabTo(steps.first());
        keyboard.arrowTo(steps.filter(new Locator.FilterOptions().setHasText("Decide bid Starts another process")));
        keyboard.key("Enter");
        assertThat(page.locator(".element-panel h2")).hasText("Decide bid");
        keyboard.tabBackTo(button(page, "Add after …"));
        keyboard.key("Enter");
        keyboard.write(page.getByRole(AriaRole.DIALOG).getByLabel("Name"), SIGN_OFF);
        keyboard.pressInDialog("Add");
        assertThat(page.locator(".element-panel h2")).hasText(SIGN_OFF);
        keyboard.choose("Who does it", CHAIR);
        assertThat(page.locator(".problems")).containsText(PUBLISHABLE);
        assertThat(page.locator(".editor-saved")).containsText("Saved");
        journey.check(page, "Process, editing the list of steps");
        keyboard.press("Propose for publishing");
        comment(keyboard, page, "Propose for publishing");
        page.waitForURL("**/processes/publish/*");
    }

    private void publishByKeyboard(int version) {
        Page page = journey.open(journey.as("publisher"), "processes");
        Keyboard keyboard = new Keyboard(journey, page);
        keyboard.follow(PROCESS);
        page.waitForURL("**/processes/publish/*");
        journey.settle(page);
        assertThat(page.locator(".differences")).containsText(SIGN_OFF);
        keyboard.press("Publish as version " + version);
        keyboard.pressInDialog("Publish as version " + version);
        page.waitForURL("**/processes/versions/*");
    }

    private void moveByKeyboard(int version) {
        Page page = journey.open(journey.as("admin"), "processes");
        Keyboard keyboard = new Keyboard(journey, page);
        keyboard.choose("Process", PROCESS);
        keyboard.follow("Versions, their bids and history");
        page.waitForURL("**/processes/versions/*");
        journey.settle(page);
        keyboard.follow("Move 2 bids to the version in use");
        page.waitForURL("**/processes/move/**");
        journey.settle(page);
        keyboard.press("Try it without changing anything");
        keyboard.press("Move 2 bids");
        comment(keyboard, page, "Move 2 bids");
        page.waitForURL("**/processes/moves/*");
        assertThat(page.locator(".page-subtitle"))
                .hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        assertThat(versions()).containsExactly(version, version);
    }

    private void signOffByKeyboard() {
        fixtures.voteUntilDecided(voted, VoteChoice.APPROVE);
        Page page = journey.open(journey.as("chair.south"), "tasks?view=group");
        Keyboard keyboard = new Keyboard(journey, page);
        keyboard.tabTo(page.locator(".task-list vaadin-item").first());
        keyboard.key("Enter");
        page.waitForURL("**/sign-off");
        journey.settle(page);
        keyboard.press("Check and sign off");
        keyboard.pressInDialog("Agree");
        page.waitForURL("**/bids/" + voted);
        assertThat(bids.get(voted).status()).isEqualTo(BidStatus.AWARDED);
    }

    private void goBackByKeyboard() {
        Page page = journey.open(journey.as("editor"), "processes/versions/bidLifecycle");
        Keyboard keyboard = new Keyboard(journey, page);
        keyboard.press("Go back to version 1");
        comment(keyboard, page, "Go back to version 1");
        page.waitForURL("**/processes/publish/*");
    }

    private void comment(Page page, String verb) {
        page.getByRole(AriaRole.DIALOG).getByLabel("Why").fill(REASON);
        journey.pressInDialog(page, verb);
    }

    private static void comment(Keyboard keyboard, Page page, String verb) {
        keyboard.write(page.getByRole(AriaRole.DIALOG).getByLabel("Why"), REASON);
        keyboard.pressInDialog(verb);
    }

    private List<Integer> versions() {
        return jdbc.sql("""
                        select d.VERSION_ from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
                         where d.KEY_ = 'bidLifecycle' and e.PARENT_ID_ is null and e.BUSINESS_KEY_ in (?, ?)""")
                .param(voted.toString())
                .param(reviewed.toString())
                .query(Integer.class)
                .list();
    }

    private static void choose(Locator field, String words) {
        field.click();
        field.page()
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setVisible(true))
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private static Locator element(Page page, String id) {
        return page.locator("process-modeler g.djs-element[data-element-id=" + id + "]")
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
