package org.schoolcollab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.NextRound;
import org.schoolcollab.bid.attachment.AttachedFiles;
import org.schoolcollab.review.TwoAdvisers;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan that grows out of that of the last round, has files, comes back, and is seen by two advisers. */
class NextRoundJourneyTest extends PlanJourney {

    @Autowired
    NextRound nextRound;

    @Autowired
    TwoAdvisers advisers;

    @Test
    void aPlanGrowsOutOfTheLastOneAndIsSeenTwice() {
        fixtures.closedBid(SLUG);
        advisers.seenTwice(nextRound.open(), Money.ZERO);
        BidId bid = leadStartsAgain();
        leadCopiesTheLastPlan(bid);
        leadAdds(bid, "Letter.pdf");
        leadSubmits(bid, "Draft plan");

        adviserReturns(bid);
        leadExchangesTheFileAndAnswers(bid);
        assertThat(status(bid)).isEqualTo(BidStatus.IN_REVIEW);

        adviserComparesTheTwo(bid);
        advisers.add();
        adviserAsksForASecondView(bid);
        colleagueDiffers(bid);
        become(TwoAdvisers.FIRST);
        takes(bid, "Review plan");
        press("Check and recommend");
        pressInDialog("Recommend £20,000");
        assertThat(status(bid)).isEqualTo(BidStatus.BEFORE_BOARD);

        goTo("compare");
        assertThat(text()).contains("Hythe Hub", "£20,000");
        become("board3.south");
        goTo(bid, "case/review");
        assertThat(text()).contains("Colleague of the South differed from £20,000: £18,000 would do.");
        goTo(bid, "case/files");
        assertThat(new String(download("Letter, signed.pdf"), StandardCharsets.ISO_8859_1))
                .contains("Letter, signed.pdf");
    }

    private BidId leadStartsAgain() {
        become("lead." + SLUG);
        goTo("bids");
        press("Start a bid for Hythe Hub");
        return BidId.of(
                jdbc.sql("select b.id from bid_bid b join programme_round r on r.id = b.round_id where r.name = ?")
                        .param(NextRound.NAME)
                        .query(String.class)
                        .single());
    }

    private void leadCopiesTheLastPlan(BidId bid) {
        goTo(bid, "last-round");
        assertThat(text()).contains("Bid of 2014/15", "84.50: Met");
        press("Choose all");
        press("Copy what is chosen");
        assertThat(find(TextField.class).withLabel("Value now").single().getValue())
                .isEqualTo("84.50");
        type("Value to be reached", "90");
        typeDate("To be reached by", LocalDate.of(2016, 7, 31));
        type("Matched funding from school budgets", "10,500");
    }

    private void leadAdds(BidId bid, String file) {
        goTo(bid, "case/files");
        upload(file, "application/pdf", AttachedFiles.pdf(file));
        assertThat(text()).contains(file);
    }

    private void adviserReturns(BidId bid) {
        become(TwoAdvisers.FIRST);
        takes(bid, "Review plan");
        type("What the lead should change, and why", "Have the letter signed.");
        press("Check and return");
        pressInDialog("Return the plan");
        assertThat(status(bid)).isEqualTo(BidStatus.RETURNED);
    }

    private void leadExchangesTheFileAndAnswers(BidId bid) {
        become("lead." + SLUG);
        goTo(bid, "case/files");
        press("Remove");
        pressInDialog("Remove");
        leadAdds(bid, "Letter, signed.pdf");
        takes(bid, "Revise plan");
        assertThat(text()).contains("Have the letter signed.");
        choose("Did you do it?", "Yes");
        type("What you did, or why not", "It is signed now.");
        press("Save answer");
        type("About whom", "Year 6 pupils with free school meals");
        submits();
    }

    private void adviserComparesTheTwo(BidId bid) {
        become(TwoAdvisers.FIRST);
        goTo("bids/" + bid + "/revisions/1/3");
        assertThat(text()).contains("Year 6 pupils with free school meals", "Letter.pdf", "Letter, signed.pdf");
        assertThat(download("Letter.pdf")).isEqualTo(AttachedFiles.pdf("Letter.pdf"));
    }

    private void adviserAsksForASecondView(BidId bid) {
        takes(bid, "Review plan");
        answerAll("Yes");
        answerAll("3");
        typeAll("Reason", "The targets show it.");
        type("What you think of the plan as a whole", "A sound plan.");
        type("Recommended amount", "20,000");
        press("Check and recommend");
        pressInDialog("Ask for a view of £20,000");
    }

    private void colleagueDiffers(BidId bid) {
        become(TwoAdvisers.COLLEAGUE);
        takes(bid, "Review plan");
        choose("Do you agree?", "I differ");
        type("Why", "£18,000 would do.");
        press("Check your view");
        pressInDialog("Give this view");
        assertThat(status(bid)).isEqualTo(BidStatus.IN_REVIEW);
    }
}
