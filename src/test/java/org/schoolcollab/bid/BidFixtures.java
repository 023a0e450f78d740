package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.List;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.testing.LogIn;
import org.springframework.stereotype.Component;

/** A ladder of bids, each made by its lead ({@code lead.<slug>}) through the use cases; who was logged in stays logged in. */
@Component
public class BidFixtures {

    private final BidStart start;
    private final PlanDrafting drafting;
    private final BidSubmission submission;
    private final CollaborationDirectory collaborations;
    private final LogIn logIn;

    BidFixtures(
            BidStart start,
            PlanDrafting drafting,
            BidSubmission submission,
            CollaborationDirectory collaborations,
            LogIn logIn) {
        this.start = start;
        this.drafting = drafting;
        this.submission = submission;
        this.collaborations = collaborations;
        this.logIn = logIn;
    }

    /** A bid just started, with an empty plan. */
    public BidId draftBid(String slug) {
        var collaboration = collaborations.findBySlug(slug).orElseThrow();
        return logIn.as("lead." + slug, () -> start.start(collaboration.id()));
    }

    /** A bid with a plan that can be submitted, for 21,000 with 10,500 matched. */
    public BidId completeDraft(String slug) {
        return completeDraft(slug, "21000", "10500");
    }

    /** The same for other amounts in pounds. */
    public BidId completeDraft(String slug, String pounds, String matchedPounds) {
        BidId bid = draftBid(slug);
        logIn.run("lead." + slug, () -> drafting.save(bid, completePlan(1, pounds, matchedPounds)));
        return bid;
    }

    /** A bid for 21,000 with its adviser. */
    public BidId submittedBid(String slug) {
        return submittedBid(slug, "21000", "10500");
    }

    /** The same for other amounts in pounds. */
    public BidId submittedBid(String slug, String pounds, String matchedPounds) {
        BidId bid = completeDraft(slug, pounds, matchedPounds);
        logIn.run("lead." + slug, () -> submission.submit(bid));
        return bid;
    }

    /** A plan with nothing missing. */
    public static PlanDraft completePlan(int version, String pounds, String matchedPounds) {
        return new PlanDraft(
                version,
                List.of(Item.ofCatalogue("teaching"), Item.ofWords("Reading for pleasure")),
                List.of(Item.ofCatalogue("development-days"), Item.ofWords("Paired reading between schools")),
                List.of(new Target(
                        null,
                        "Pupils at level 4 or above in writing, percent",
                        "Year 6 of all member schools",
                        "78",
                        "84.5",
                        LocalDate.of(2015, 7, 31))),
                List.of(new BudgetLine(null, BudgetCategory.STAFF_RELEASE, "Cover for joint observations", pounds)),
                true,
                "A teaching school trains the moderators.",
                "Two schools are new to the collaboration and need more release time.",
                matchedPounds,
                "All member schools in equal parts.");
    }
}
