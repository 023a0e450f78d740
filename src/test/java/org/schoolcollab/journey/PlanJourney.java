package org.schoolcollab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.List;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a lead, the heads of the schools and the adviser do for one bid, from the plan to the recommendation. */
abstract class PlanJourney extends Journey {

    static final String SLUG = "hythe-hub";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BidFixtures fixtures;

    BidId leadStarts() {
        become("lead." + SLUG);
        goTo("bids");
        press("Start a bid for Hythe Hub");
        return BidId.of(jdbc.sql("select id from bid_bid").query(String.class).single());
    }

    void leadDrafts(BidId bid, String request, String matched) {
        tick("Priorities of the programme", "Improve teaching and learning");
        tick("Activities of the programme", "Shared development days");
        type("What is measured", "Writing, percent at level 4 or above 📚 Ŵyn");
        type("About whom", "Year 6 of all member schools");
        type("Value now", "78");
        type("Value to be reached", "84.5");
        typeDate("To be reached by", LocalDate.of(2015, 7, 31));
        select("For", "Staff release");
        type("What the money buys", "Cover for joint lesson observation");
        type("Amount", request);
        type("Matched funding from school budgets", matched);
        type("Who pledges it", "All member schools in equal parts");
        goTo(bid, "parts");
        type("Where the value now is from", "Teacher assessment");
        typeDate("Day of the value now", LocalDate.of(2014, 5, 30));
        assertThat(status(bid)).isEqualTo(BidStatus.DRAFTING);
    }

    void schoolsAgree(BidId bid) {
        goTo(bid, "schools");
        press("Split by guide amounts");
        press("Ask the schools");
        pressInDialog("Ask 7 schools");
        for (String head : List.of("head." + SLUG, "board1.south", "heads." + SLUG)) {
            become(head);
            takes(bid, "Give consent");
            assertThat(text()).contains("Writing, percent at level 4 or above");
            for (int left = find(Button.class).withText("Check and agree").all().size(); left > 0; left--) {
                test(find(Button.class).withText("Check and agree").all().getFirst())
                        .click();
                pressInDialog("Agree to share and pledge");
            }
        }
        become("lead." + SLUG);
        goTo(bid, "schools");
        assertThat(text()).contains("7 of 7 schools agree");
    }

    /** Where the story has not told how the schools agreed, they have. */
    void leadSubmits(BidId bid, String task) {
        fixtures.consented(bid);
        become("lead." + SLUG);
        takes(bid, task);
        submits();
    }

    void submits() {
        press("Check and submit");
        pressInDialog("Submit the plan for £21,000");
    }

    void adviserRecommends(BidId bid, String amount) {
        become("adviser.south");
        takes(bid, "Review plan");
        answerAll("Yes");
        answerAll("3");
        typeAll("Reason", "The targets show it.");
        type("What you think of the plan as a whole", "A sound plan.");
        type("Recommended amount", amount);
        press("Check and recommend");
        pressInDialog("Recommend £" + amount);
    }

    BidStatus status(BidId bid) {
        return BidStatus.valueOf(jdbc.sql("select status from bid_bid where id = ?")
                .param(bid.toString())
                .query(String.class)
                .single());
    }
}
