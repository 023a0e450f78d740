package org.schoolcollab.ledger;

import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;

/**
 * What one school has of an award.
 *
 * @param member whether it is a member of the collaboration today; only members can get a share
 * @param share of the award
 * @param paid what of it is with the school: paid, less reversed and taken back
 * @param movable what of it is neither paid nor requested, so that it can go to another school
 */
public record SchoolMoney(
        EstablishmentId school, String name, boolean member, Money share, Money paid, Money movable) {}
