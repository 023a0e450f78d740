package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.attachment.RevisionFiles;
import org.schoolcollab.bid.domain.BesidePlan;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.PlanPaper;
import org.schoolcollab.bid.domain.PlanPaper.Since;
import org.schoolcollab.bid.domain.RevisionStore;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.PaperPrinter;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan of a bid to read and to print, for whoever may see the bid. Where it was submitted before, what changed since can be marked in
 * it.
 */
@UseCase
public class PlanPrint {

    private final BidQueries bids;
    private final BidPlans plans;
    private final RevisionStore revisions;
    private final Consents consents;
    private final RevisionFiles files;
    private final PlanPaper papers;
    private final PaperPrinter printer;

    PlanPrint(
            BidQueries bids,
            BidPlans plans,
            RevisionStore revisions,
            Consents consents,
            RevisionFiles files,
            PlanPaper papers,
            PaperPrinter printer) {
        this.bids = bids;
        this.plans = plans;
        this.revisions = revisions;
        this.consents = consents;
        this.files = files;
        this.papers = papers;
        this.printer = printer;
    }

    /**
     * The revision that changes are marked against: what was submitted last before the plan became what it is now. Empty where it was
     * not submitted before.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Optional<PlanRevision> since(BidId id) {
        boolean withLead = bids.summary(id).status().isWithLead();
        List<PlanRevision> submitted = revisions.of(id).stream()
                .filter(revision -> revision.kind() == PlanRevision.Kind.SUBMITTED)
                .toList();
        // A bid can also be withdrawn with changes that were never submitted.
        boolean asSubmitted = !withLead
                && !submitted.isEmpty()
                && revisions.content(id, submitted.getFirst().number()).equals(plans.fields(id));
        return submitted.stream().skip(asSubmitted ? 1 : 0).findFirst();
    }

    /**
     * The plan alone, as a part of a page.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Paper plan(BidId id) {
        return papers.plan(bids.summary(id), bids.outline(id), beside(id), null);
    }

    /**
     * The plan alone with what changed since the submission before marked, where there is one.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Paper marked(BidId id) {
        return papers.plan(bids.summary(id), bids.outline(id), beside(id), before(id, true));
    }

    /**
     * The plan with the facts of the bid, to stand for itself.
     *
     * @param marked whether what changed since the submission before is marked, where there is one
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Paper paper(BidId id, boolean marked) {
        return papers.print(bids.summary(id), bids.outline(id), beside(id), before(id, marked));
    }

    /**
     * The same as tagged PDF.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public byte[] pdf(BidId id, boolean marked) {
        return printer.print(paper(id, marked));
    }

    private BesidePlan beside(BidId id) {
        return new BesidePlan(consents.of(id).takenOut(), files.now(id));
    }

    private @Nullable Since before(BidId id, boolean marked) {
        return marked ? since(id).map(revision -> since(id, revision)).orElse(null) : null;
    }

    private Since since(BidId id, PlanRevision revision) {
        int number = revision.number();
        return new Since(
                revision,
                plans.outline(id, revisions.content(id, number)),
                new BesidePlan.Earlier(
                        revisions.schools(id, number), files.kept(id).getOrDefault(number, List.of())));
    }
}
