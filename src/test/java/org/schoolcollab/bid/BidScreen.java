package org.schoolcollab.bid;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.schoolcollab.bid.PlanCatalogue.Entry;
import org.schoolcollab.bid.ui.PlanView;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the lead of one collaboration does at the screens of a bid, without a browser. */
@PortalTest
@ViewPackages(packages = "org.schoolcollab")
abstract class BidScreen extends SpringBrowserlessTest {

    static final String HYTHE = "hythe-hub";

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidPlans plans;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    PlanReview review;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        logIn.as("lead." + HYTHE);
        super.initVaadinEnvironment();
    }

    void plan(BidId bid) {
        navigate("bids/" + bid + "/plan", PlanView.class);
    }

    @SuppressWarnings("unchecked")
    void tick(String group, String label) {
        CheckboxGroup<Entry> boxes = find(CheckboxGroup.class).withLabel(group).single();
        test(boxes).selectItem(label);
    }

    @SuppressWarnings("unchecked")
    void choose(String label, String item) {
        Select<BudgetCategory> select = find(Select.class).withLabel(label).single();
        test(select).selectItem(item);
    }

    Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    <T extends Component> T field(Class<T> type, String label) {
        return find(type).withLabel(label).single();
    }

    int refusals() {
        return jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                .query(Integer.class)
                .single();
    }

    /** All text on the screen, dialogs with it. */
    String text() {
        return Stream.concat(
                        Stream.of(((Component) getCurrentView()).getElement()),
                        find(Dialog.class).all().stream().map(Component::getElement))
                .map(BidScreen::textOf)
                .collect(Collectors.joining(" "));
    }

    static String textOf(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        String helper = element.getProperty("helperText", "") + " " + element.getProperty("errorMessage", "");
        return element.getChildren()
                .filter(child -> child.isTextNode() || child.isVisible())
                .map(BidScreen::textOf)
                .collect(Collectors.joining(" ", "", " " + helper))
                .strip();
    }

    static long elements(Element element, String tag) {
        return element.getChildren()
                        .filter(child -> !child.isTextNode())
                        .mapToLong(child -> elements(child, tag))
                        .sum()
                + (element.getTag().equals(tag) ? 1 : 0);
    }
}
