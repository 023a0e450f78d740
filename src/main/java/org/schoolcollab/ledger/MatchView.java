package org.schoolcollab.ledger;

import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;

/** Matched funding of one school for an award (§44): what it pledged, and what finance has seen proof of. */
public record MatchView(EstablishmentId school, String name, Money pledged, Money evidenced) {

    /** Whether all of it is proved. */
    public boolean isProved() {
        return !pledged.isMoreThan(evidenced);
    }
}
