package org.schoolcollab.bid;

/**
 * One line of one plan.
 *
 * @param id as it stands in that plan
 */
public record LinePlace(PlanSection section, String id) {}
