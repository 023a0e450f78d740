package org.schoolcollab.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.WhereItStands;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ProcessesViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    ProcessTab tab;

    @Autowired
    BidRegister bids;

    @Autowired
    WhereItStands where;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void listsTheProcessesAndFindsThatAllAgrees() {
        lifecycle.submitted();
        logIn.as("editor");
        UI.getCurrent().navigate("processes");
        assertThat(find(ProcessesView.class).single().getElement().getTextRecursively())
                .contains("Everything agrees");
    }

    @Test
    void namesADifferenceInWords() {
        lifecycle.submitted();
        jdbc.sql("delete from inbox_work_item where state = 'OPEN'").update();
        logIn.as("auditor");
        UI.getCurrent().navigate("processes");
        assertThat(find(ProcessesView.class).single().getElement().getTextRecursively())
                .contains("is open in the engine, but nobody is shown it");
    }

    @Test
    void theTabSaysWhoCanActAndWhatIsDoneAndToCome() {
        BidId bid = lifecycle.submitted();
        logIn.as(Lifecycle.LEAD);
        String words = tab.content(bids.get(bid)).getElement().getTextRecursively();
        assertThat(words)
                .contains("Review plan: Adviser")
                .contains("By 30 June 2014: 10 working days after submission.")
                .contains("Draft plan done")
                .contains("Review plan now")
                .contains("Accept October report to come");
    }

    @Test
    void theTabSaysWhatABidInDeliveryWaitsFor() {
        BidId bid = lifecycle.inDelivery();
        logIn.as(Lifecycle.LEAD);
        assertThat(tab.content(bids.get(bid)).getElement().getTextRecursively())
                .contains("Waits for the March window, which opens on 1 March 2015");
        assertThat(where.of(bid)).isEmpty();
    }

    @Test
    void theTabOfAnEndedBidSaysSo() {
        BidId bid = lifecycle.submitted();
        lifecycle.withdraw(bid);
        logIn.as(Lifecycle.LEAD);
        assertThat(tab.content(bids.get(bid)).getElement().getTextRecursively())
                .contains("Nobody: the process of this bid has ended.")
                .doesNotContain("to come");
    }
}
