package org.schoolcollab.bid;

import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;

/**
 * What a school of a bid gets and puts in.
 *
 * @param share of the money asked for
 * @param pledge of matched funding from its own budget
 */
public record SchoolAmounts(EstablishmentId id, String name, Money share, Money pledge) {}
