package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.Corrections;
import org.springframework.beans.factory.annotation.Autowired;

/** Virement and clawback at the screen, with everything that can be wrong. */
class SchoolSharesViewTest extends FinanceScreens {

    @Autowired
    Corrections corrections;

    @Test
    void anApproverMovesAPartOfAShareToAnotherSchoolWhichIsPaidIt() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        String other = otherSchool(bid);
        open("finance.approver", "bids/" + bid + "/case/money");
        assertThat(find(Anchor.class).withText("Shares of the schools").single().getHref())
                .isEqualTo("bids/" + bid + "/shares");
        open("finance.approver", "bids/" + bid + "/shares");
        click("Move a part");
        clickLast("Move this part");
        assertThat(selectField("To which school").getErrorMessage()).isEqualTo("Choose one from the list");
        assertThat(amountField().getErrorMessage()).isEqualTo("Enter an amount");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("Give a reason");
        select("To which school", other);
        reason("The training takes place there");
        amount("21,000.01");
        clickLast("Move this part");
        assertThat(amountField().getErrorMessage())
                .isEqualTo("£21,000.01 is too much: at most £21,000 can be used for this.");
        assertThat(area("Reason").getValue()).isEqualTo("The training takes place there");
        amount("4,000");
        clickLast("Move this part");
        noDialog();

        assertThat(pence(bid)).containsExactly(1_700_000L, 400_000L);
        assertThat(text()).contains("£17,000", "£4,000");
        fixtures.release(bid, 1);
        assertThat(count("select count(*) from ledger_release")).isEqualTo(1);
        open("finance.approver", "bids/" + bid + "/case/history");
        assertThat(text())
                .contains("moved a part of a school's share to another school", "The training takes place there");
    }

    @Test
    void unspentMoneyIsAskedForByAnOfficerAndTakenBackByAnother() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.officer", "bids/" + bid + "/shares");
        assertThat(buttons("Move a part")).isEmpty();
        click("Ask for money back");
        amount("12,600.01");
        reason("The cover was not needed");
        clickLast("Ask for it back");
        assertThat(refusal()).isEqualTo("£12,600.01 is too much: at most £12,600 can be used for this.");
        amount("600");
        clickLast("Ask for it back");
        noDialog();
        assertThat(text())
                .contains("Unspent money taken back", "Asked for by Finance officer (demo); another person decides");

        click("Ask for money back");
        amount("600");
        reason("The cover was not needed");
        clickLast("Ask for it back");
        assertThat(find(Notification.class).all())
                .anySatisfy(notice -> assertThat(notice.getElement().getProperty("text", ""))
                        .contains("was asked back from", "already with the same reason"));
        assertThat(count("select count(*) from ledger_correction")).isOne();

        open("finance.approver", "bids/" + bid + "/shares");
        assertThat(buttons("Ask for money back")).isEmpty();
        click("Approve £600");
        clickLast("Approve £600");
        assertThat(text()).contains("£12,000", "Approved by Finance approver (demo)");
        assertThat(count("select available_pence from ledger_envelope where area_code = 'SOUTH'"))
                .isEqualTo(40_000_000 - 2_100_000 + 60_000);
    }

    @Test
    void aRequestForMoneyBackIsRefusedWithAReason() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.officer", "bids/" + bid + "/shares");
        click("Ask for money back");
        amount("600");
        reason("The cover was not needed");
        clickLast("Ask for it back");
        open("finance.approver", "bids/" + bid + "/shares");
        click("Refuse the request");
        clickLast("Refuse the request");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("Give a reason");
        reason("It was spent in June");
        clickLast("Refuse the request");
        assertThat(text()).contains("Refused by Finance approver (demo)", "£12,600");
        assertThat(count("select count(*) from ledger_entry where kind = 'CLAWED_BACK'"))
                .isZero();
    }

    @Test
    void aSecondWindowShowsWhatIsTrueNowOnceItWasRefused() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.officer", "bids/" + bid + "/shares");
        click("Ask for money back");
        amount("600");
        reason("The cover was not needed");
        clickLast("Ask for it back");
        open("finance.approver", "bids/" + bid + "/shares");
        click("Approve £600");
        logIn.run(
                "finance.approver",
                () -> corrections.reject(corrections.all().getFirst().id(), "Decided in another window"));

        clickLast("Approve £600");
        assertThat(refusal()).contains("decided");
        clickLast("Go back");

        noDialog();
        assertThat(text()).contains("Refused by Finance approver (demo)");
        assertThat(buttons("Approve £600")).isEmpty();
    }

    @Test
    void anApproverReducesTheAward() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.approver", "bids/" + bid + "/shares");
        click("Reduce the award");
        amount("8,400.01");
        reason("One school has left");
        clickLast("Reduce the award by this amount");
        assertThat(amountField().getErrorMessage()).contains("at most £8,400");
        amount("400");
        clickLast("Reduce the award by this amount");
        noDialog();
        assertThat(text()).contains("£20,600", "£8,000");
        assertThat(count("select count(*) from ledger_entry where kind = 'REDUCED'"))
                .isEqualTo(1);
    }

    @Test
    void whoReadsOnlyMayDoNothingAndWhoHasNoBusinessThereDoesNotGetIn() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("auditor", "bids/" + bid + "/shares");
        assertThat(text()).contains("£12,600");
        assertThat(buttons("Move a part")).isEmpty();
        assertThat(buttons("Ask for money back")).isEmpty();
        assertThat(buttons("Reduce the award")).isEmpty();
        open("auditor", "bids/" + bid + "/case/money");
        assertThat(find(Anchor.class).withText("Matched funding").all()).isEmpty();
        open("lead.hythe-hub", "bids/" + bid + "/case/money");
        assertThat(find(Anchor.class).withText("Shares of the schools").all()).isEmpty();
    }

    private List<Long> pence(BidId bid) {
        return jdbc.sql("""
                        select s.pence from ledger_share s join ledger_award a on a.id = s.award_id
                        where a.bid_id = ? order by s.number""").param(bid.toString()).query(Long.class).list();
    }

    private String otherSchool(BidId bid) {
        return jdbc.sql("""
                        select s.name from bid_bid b join collaboration_member m on m.collaboration_id = b.collaboration_id
                          join establishment_school s on s.id = m.school_id
                        where b.id = ? and not m.lead order by s.name limit 1""").param(bid.toString()).query(String.class).single();
    }
}
