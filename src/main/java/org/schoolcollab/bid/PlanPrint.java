package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.bid.domain.PlanPaper;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.PaperPrinter;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a bid to read and to print, for whoever may see the bid. */
@UseCase
public class PlanPrint {

    private final BidQueries bids;
    private final PlanPaper papers;
    private final PaperPrinter printer;

    PlanPrint(BidQueries bids, PlanPaper papers, PaperPrinter printer) {
        this.bids = bids;
        this.papers = papers;
        this.printer = printer;
    }

    /**
     * The plan alone, as a part of a page.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Paper plan(BidId id) {
        return papers.plan(bids.summary(id), bids.plan(id), bids.outline(id));
    }

    /**
     * The plan with the facts of the bid, to stand for itself.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Paper paper(BidId id) {
        return papers.print(bids.summary(id), bids.plan(id), bids.outline(id));
    }

    /**
     * The same as tagged PDF.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public byte[] pdf(BidId id) {
        return printer.print(paper(id));
    }
}
