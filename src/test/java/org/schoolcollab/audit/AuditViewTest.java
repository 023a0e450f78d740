package org.schoolcollab.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class AuditViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void showsTheNewestFirstAndMoreOnDemand() {
        logIn.as("auditor");
        record(60);

        open(Map.of("action", "thing.done"));

        assertThat(find(ListItem.class).all()).hasSize(50);
        test(find(Button.class).withText("Show more").single()).click();
        assertThat(find(ListItem.class).all()).hasSize(60);
    }

    @Test
    void findsByPersonAndTextGivenInTheAddress() {
        logIn.as("auditor");
        record(3);

        open(Map.of("person", "auditor", "text", "value 2"));

        assertThat(find(ListItem.class).all()).hasSize(1);
    }

    @Test
    void saysWhyTheListIsEmpty() {
        logIn.as("auditor");

        open(Map.of("from", "2031-01-01"));

        assertThat(find(Paragraph.class)
                        .withText("No record fits. Widen the dates or show all.")
                        .all())
                .hasSize(1);
    }

    @Test
    void saysThatAllChainsAreWhole() {
        logIn.as("auditor");
        open(Map.of());

        test(find(Button.class).withText("Check the chains").single()).click();

        assertThat(find(Paragraph.class).withTextContaining("all chains whole").all())
                .hasSize(1);
    }

    @Test
    void isClosedToOthersAndTheAttemptIsRecorded() {
        logIn.as("adviser.south");

        open(Map.of());

        assertThat(find(H1.class).single().getText()).isEqualTo("You may not open this page");
        assertThat(jdbc.sql("select details from audit_record where action = 'access.refused'")
                        .query(String.class)
                        .single())
                .contains("audit");
    }

    private static void open(Map<String, String> parameters) {
        UI.getCurrent().navigate("audit", QueryParameters.simple(parameters));
    }

    private void record(int times) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < times; i++) {
                trail.record(Act.on("thing", "1", "thing.done", "").with("value", "value " + i));
            }
        });
    }
}
