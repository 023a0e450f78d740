package org.schoolcollab.bid.attachment;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.attachment.FileRefused.Reason;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Files beside a plan: its lead adds and removes them while the plan is with them; whoever may see the bid reads them. */
@UseCase
public class Attachments {

    /** Files that a plan may have. */
    public static final int MOST = 20;

    /** Files looked into at once; what comes while so many are waits a little. */
    private static final int AT_ONCE = 2;

    private static final int WAITS_SECONDS = 10;

    private final BidQueries bids;
    private final LeadsBid leadsBid;
    private final AttachmentStore store;
    private final RevisionFiles files;
    private final AuditTrail audit;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Attachments(BidQueries bids, LeadsBid leadsBid, AttachmentStore store, RevisionFiles files, AuditTrail audit) {
        this.bids = bids;
        this.leadsBid = leadsBid;
        this.store = store;
        this.files = files;
        this.audit = audit;
    }

    /**
     * The attachments of a bid, the oldest first.
     *
     * @throws org.schoolcollab.security.AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<Attachment> of(BidId bid) {
        bids.summary(bid);
        return store.of(bid);
    }

    /**
     * Adds a file that has arrived.
     *
     * @param givenName as the browser gave it
     * @param file where it lies for now; the caller removes it
     * @throws FileRefused with the reason why it is not taken
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public Attachment add(BidId id, String givenName, Path file) {
        requireWithLead(leadsBid.read(id));
        FileCheck.Checked checked = checked(givenName, file);
        requireWithLead(leadsBid.lock(id));
        if (store.of(id).size() >= MOST) {
            throw new FileRefused(Reason.TOO_MANY, MOST);
        }
        Attachment added = store.add(id, checked, file, leadsBid.actor().id());
        audit.record(Act.onBid(id.value(), "bid.attachmentAdded", Roles.COLLABORATION_LEAD)
                .with("name", added.name())
                .with("size", added.size())
                .with("sha256", added.sha256()));
        return added;
    }

    private FileCheck.Checked checked(String givenName, Path file) {
        try {
            if (!turns.tryAcquire(WAITS_SECONDS, TimeUnit.SECONDS)) {
                throw new FileRefused(Reason.BUSY);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FileRefused(Reason.BUSY);
        }
        try {
            return FileCheck.check(givenName, file);
        } finally {
            turns.release();
        }
    }

    /**
     * Takes a file away. That it was there stays in the history.
     *
     * @throws org.schoolcollab.shared.NotFound if there is none
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void remove(UUID id) {
        Attachment attachment = store.get(id);
        requireWithLead(leadsBid.lock(attachment.bid()));
        store.remove(store.get(id).id(), leadsBid.actor().id());
        audit.record(Act.onBid(attachment.bid().value(), "bid.attachmentRemoved", Roles.COLLABORATION_LEAD)
                .with("name", attachment.name())
                .with("sha256", attachment.sha256()));
    }

    /**
     * The content of a file, read piece by piece; the caller closes it. Of one that was taken away only if the plan was submitted
     * with it.
     *
     * @throws org.schoolcollab.shared.NotFound if there is none
     * @throws org.schoolcollab.security.AccessRefused if its bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public InputStream open(UUID id) {
        Attachment attachment = files.readable(id);
        bids.summary(attachment.bid());
        return store.open(attachment);
    }

    private static void requireWithLead(Bid bid) {
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
    }
}
