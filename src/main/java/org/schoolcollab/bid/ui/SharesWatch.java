package org.schoolcollab.bid.ui;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.PlanPresence.Other;
import org.schoolcollab.bid.SchoolShares;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One window with the member schools of a bid: tells the others of itself, and looks whether they have changed what it shows. */
final class SharesWatch {

    private static final int BEATS_APART = 5;

    private final SchoolShares shares;
    private final PlanPresence presence;
    private final BidId bid;
    private final Runnable changed;
    private final UUID window = UUID.randomUUID();
    private String stamp;
    private int looks;
    private int looksAlone;

    /** @param changed reads and shows all anew */
    SharesWatch(SchoolShares shares, PlanPresence presence, BidId bid, Runnable changed) {
        this.shares = shares;
        this.presence = presence;
        this.bid = bid;
        this.changed = changed;
        this.stamp = shares.stamp(bid);
    }

    PlanCompany.Page page() {
        return new PlanCompany.Page(this::look, () -> looksAlone, this::worked, () -> presence.gone(bid, window));
    }

    /** The person did something. */
    void worked() {
        looksAlone = 0;
    }

    private List<Other> look() {
        looksAlone++;
        try {
            if (looks++ % BEATS_APART == 0) {
                presence.atSchools(bid, window);
            }
            String now = shares.stamp(bid);
            if (!now.equals(stamp)) {
                changed.run();
                stamp = now;
            }
            return presence.look(bid, window).others();
        } catch (DataAccessException | TransactionException | PersistenceException unreachable) {
            return List.of();
        }
    }
}
