package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people in finance do at their screens, found by the words that they read. The books are checked after each test. */
@PortalTest
abstract class FinanceScreens extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theLedgerHolds() {
        LedgerAssertions.holds(jdbc);
    }

    void open(String username, String address) {
        logIn.as(username);
        int query = address.indexOf('?');
        UI.getCurrent()
                .navigate(
                        query < 0 ? address : address.substring(0, query),
                        QueryParameters.fromString(query < 0 ? "" : address.substring(query + 1)));
    }

    String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    List<Button> buttons(String text) {
        return find(Button.class).withText(text).all();
    }

    void click(String text) {
        test(buttons(text).getFirst()).click();
    }

    void clickLast(String text) {
        test(buttons(text).getLast()).click();
    }

    void amount(String pounds) {
        test(amountField()).setValue(pounds);
    }

    TextField amountField() {
        return find(TextField.class).withLabel("Amount").all().getLast();
    }

    TextArea area(String label) {
        return find(TextArea.class).withLabel(label).all().getLast();
    }

    void reason(String text) {
        area("Reason").setValue(text);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void select(String label, String item) {
        Select field = selectField(label);
        test(field).selectItem(item);
    }

    @SuppressWarnings("rawtypes")
    Select selectField(String label) {
        return find(Select.class).withLabel(label).single();
    }

    /** What the open dialog says above its fields. */
    String refusal() {
        return find(Paragraph.class).withClassName("refusal").single().getText();
    }

    void noDialog() {
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }
}
