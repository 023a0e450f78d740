package org.schoolcollab.programme.published;

import org.schoolcollab.programme.Shares;

/**
 * One collaboration of ofsted.csv.
 *
 * @param slug made from the name, unique in the table
 * @param goodOrBetterTenths share good or better as printed, in tenths of a percent: 857 is 85.7 %
 */
public record Profile(
        int line,
        int number,
        String name,
        String slug,
        int schools,
        int outstanding,
        int good,
        int requiresImprovement,
        int inadequate,
        int notInspected,
        int goodOrBetterTenths) {

    /** (outstanding + good) / all schools in tenths of a percent, half up; schools without inspection count in the total. */
    public static int goodOrBetterTenths(int outstanding, int good, int schools) {
        return Shares.tenths(outstanding + good, schools);
    }
}
