package org.schoolcollab.ledger;

import java.util.List;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;

/**
 * How the schools share an award, and what each pledges from its own budget. Schools that are left out have no part.
 *
 * @param shares of the award; together the award to the penny
 * @param pledges of matched funding (§44)
 */
public record AcceptedShares(List<Part> shares, List<Part> pledges) {

    /** One school's part. */
    public record Part(EstablishmentId school, Money amount) {}

    public AcceptedShares {
        shares = List.copyOf(shares);
        pledges = List.copyOf(pledges);
    }

    /** What the parts come to together. */
    public static Money sum(List<Part> parts) {
        return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }
}
