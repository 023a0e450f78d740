package org.schoolcollab.bid.domain;

import java.util.List;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.bid.PlanFile;
import org.schoolcollab.bid.SchoolAmounts;

/**
 * What stands beside the text of a plan on its paper; the schools that take part are in its outline.
 *
 * @param takenOut members of the collaboration that take no part
 * @param files the oldest first
 */
public record BesidePlan(List<MemberSchools.TakenOut> takenOut, List<PlanFile> files) {

    /**
     * The same of an earlier plan.
     *
     * @param schools empty where it is not known what they were to get
     */
    public record Earlier(List<SchoolAmounts> schools, List<PlanFile> files) {}
}
