package org.schoolcollab.bid;

import java.util.Optional;

/**
 * The conditions under which money was agreed for a bid, in the words of whoever set them. A module that sets some provides a bean;
 * the first in order that knows of any for the bid is heard: the board's decision before the adviser's recommendation.
 */
public interface ConditionsOfAward {

    /** The conditions, empty text where none were set; nothing where this module has not dealt with the bid. */
    Optional<String> conditionsOf(BidId bid);
}
