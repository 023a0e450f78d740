package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.ui.BidsView;
import org.schoolcollab.bid.ui.PlanView;

/** The list of bids. */
class BidsViewTest extends BidScreen {

    @Test
    void theLeadStartsABidFromTheEmptyList() {
        navigate(BidsView.class);
        assertThat(text()).contains("You have not started a bid in round 2014/15 yet", "18 July 2014");

        test(button("Start a bid for Hythe Hub")).click();

        assertThat(getCurrentView()).isInstanceOf(PlanView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Plan of Hythe Hub");
        assertThat(jdbc.sql("select status from bid_bid").query(String.class).single())
                .isEqualTo("DRAFTING");
        assertThat(text()).contains("Not started");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theListTakesFiltersAndOrderFromTheAddress() {
        fixtures.submittedBid(HYTHE);
        fixtures.completeDraft("canterbury-collaborative", "9000", "4500");
        logIn.as("auditor");

        UI.getCurrent().navigate(BidsView.class, QueryParameters.fromString("sort=requested&order=desc"));
        Grid<BidSummary> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(test(grid).getRow(0).collaborationName()).isEqualTo("Hythe Hub");

        UI.getCurrent().navigate(BidsView.class, QueryParameters.fromString("area=EAST&status=DRAFTING&q=canter"));
        grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(text()).contains("1 bid");

        UI.getCurrent().navigate(BidsView.class, QueryParameters.fromString("area=WEST"));
        assertThat(text()).contains("No bid fits what you look for");
    }

    @Test
    void aPersonWithoutBidsIsToldWhy() {
        logIn.as("adviser.west");

        navigate(BidsView.class);

        assertThat(text()).contains("No bid has come to you yet");
    }
}
