package org.schoolcollab.review;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A review is for the advisers of the bid's district. */
public class NoAdviserOfTheDistrict extends BusinessRuleViolation {

    NoAdviserOfTheDistrict(String district) {
        super("error.review.noAdviser", district);
    }
}
