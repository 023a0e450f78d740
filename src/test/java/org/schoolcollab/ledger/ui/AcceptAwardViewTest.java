package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.domain.SplitByGuide;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AcceptAwardViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theRunningTotalSaysWhatIsLeftAndNothingIsLostOnAnError() {
        BidId bid = open(fixtures.agreedBid("hythe-hub"));
        click("All to the lead school");
        assertThat(totals()).contains("The shares come to £21,000, the whole award.");
        List<MoneyField> shares = shares();
        test((TextField) shares.getFirst()).setValue("20,000");
        assertThat(totals()).contains("The shares come to £20,000 of £21,000. Another £1,000 is to be shared out.");
        test((TextField) shares.get(1)).setValue("1000.005");

        click("Check and accept");

        assertThat(shares.get(1).getErrorMessage()).contains("pence");
        assertThat(shares.get(1).getValue()).isEqualTo("1000.005");
        assertThat(find(CheckDialog.class).all()).isEmpty();
        test((TextField) shares.get(1)).setValue("900");
        click("Check and accept");
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Share out another £100: the shares come to £20,900, and the award is £21,000");
        test((TextField) shares.get(1)).setValue("1000");
        click("Check and accept");
        clickInDialog("Accept £21,000");

        assertThat(jdbc.sql("select count(*) from ledger_acceptance")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void theSharesStartLikeThoseOfThePlanAndScaleToWhatWasAgreed() {
        BidId bid = fixtures.agreedBid("hythe-hub");
        // Finance reduced it meanwhile: the plan asked for 21,000.
        jdbc.sql("update ledger_award set committed_pence = 1000001, returned_pence = 1099999 where bid_id = ?")
                .param(bid.toString())
                .update();
        open(bid);

        List<Money> planned = planned(bid);
        assertThat(planned).hasSizeGreaterThan(1);
        assertThat(amounts()).containsExactlyElementsOf(SplitByGuide.split(Money.ofPence(1_000_001), planned));
        assertThat(amounts().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(Money.ofPence(1_000_001));
        assertThat(totals().getFirst()).contains("£10,000.01, the whole award");
    }

    @Test
    void theKeyForSharesLikeThePlanPutsThemBack() {
        BidId bid = open(fixtures.agreedBid("hythe-hub"));
        List<Money> atFirst = amounts();
        click("All to the lead school");
        assertThat(amounts().getFirst()).isEqualTo(Money.ofPounds(21_000));
        assertThat(amounts().subList(1, atFirst.size())).containsOnly(Money.ZERO);

        click("Share out like the plan");

        assertThat(amounts()).isEqualTo(atFirst).isEqualTo(planned(bid));
        click("Check and accept");
        clickInDialog("Accept £21,000");
        assertThat(jdbc.sql("select sum(pence) from ledger_share")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_100_000);
    }

    @Test
    void whereThoseThatPledgedHaveLeftNobodyIsPutDownForTheirPledges() {
        BidId bid = fixtures.agreedBid("hythe-hub");
        jdbc.sql("update bid_school set pledge_pence = 0 where bid_id = ?")
                .param(bid.toString())
                .update();
        open(bid);

        assertThat(amounts()).isEqualTo(planned(bid));
        assertThat(pledges()).isNotEmpty().allMatch(field -> field.getValue().isEmpty());
        assertThat(totals().getLast()).contains("Another £10,500");
        click("Check and accept");
        assertThat(find(CheckDialog.class).all()).isEmpty();
        test((TextField) pledges().get(1)).setValue("10,500");
        click("Check and accept");
        clickInDialog("Accept £21,000");
        assertThat(jdbc.sql("select count(*) from ledger_acceptance")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void decliningNeedsAReason() {
        BidId bid = open(fixtures.agreedBid("hythe-hub"));
        click("Check and decline");
        TextArea reason = find(TextArea.class).withLabel("Reason").single();
        assertThat(reason.getErrorMessage()).isEqualTo("Give a reason");

        reason.setValue("<b>Two</b> schools have left 🏫");
        click("Check and decline");
        clickInDialog("Decline £21,000 for good");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.WITHDRAWN);
    }

    @Test
    void whoComesLaterReadsWhoAcceptedIt() {
        open(fixtures.awardedBid("hythe-hub"));
        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .contains("accepted already, by Lead, Hythe Hub (demo)");
        assertThat(find(Button.class).withText("Check and accept").all()).isEmpty();
    }

    private BidId open(BidId bid) {
        logIn.as("lead.hythe-hub");
        UI.getCurrent().navigate("bids/" + bid + "/award");
        return bid;
    }

    /** Shares of the plan, in the order of the schools. */
    private List<Money> planned(BidId bid) {
        return jdbc.sql("""
                        select s.share_pence from bid_school s join bid_bid b on b.id = s.bid_id
                          join collaboration_member m on m.school_id = s.school_id and m.collaboration_id = b.collaboration_id
                          join establishment_school e on e.id = s.school_id
                        where s.bid_id = ? order by m.lead desc, e.name, e.id""")
                .param(bid.toString())
                .query((row, n) -> Money.ofPence(row.getLong(1)))
                .list();
    }

    private List<Money> amounts() {
        return shares().stream()
                .map(field -> Objects.requireNonNullElse(field.money(), Money.ZERO))
                .toList();
    }

    private List<MoneyField> shares() {
        return find(MoneyField.class).all().stream()
                .filter(field -> field.getLabel().startsWith("Share of"))
                .toList();
    }

    private List<MoneyField> pledges() {
        return find(MoneyField.class).all().stream()
                .filter(field -> !field.getLabel().startsWith("Share of"))
                .toList();
    }

    private List<String> totals() {
        return find(Paragraph.class).withClassName("part-total").all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    private void clickInDialog(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }
}
