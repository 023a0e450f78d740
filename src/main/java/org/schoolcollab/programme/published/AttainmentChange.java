package org.schoolcollab.programme.published;

import java.util.Map;

/**
 * One line of attainment.csv (§18).
 *
 * @param asPrinted the spelling of the report's table
 * @param collaboration name as in ofsted.csv
 * @param points change from 2012 to 2013 in percentage points by measure, only where there is one
 */
public record AttainmentChange(int line, String asPrinted, String collaboration, Map<Measure, Integer> points) {

    /** What was measured; valid for results of 2013. */
    public enum Measure {
        KS2_L4_RWM("ks2_l4_rwm_change_pp"),
        KS2_TWO_LEVELS_ENGLISH("ks2_two_levels_english_change_pp"),
        KS2_TWO_LEVELS_MATHS("ks2_two_levels_maths_change_pp"),
        KS4_FIVE_AC_EM("ks4_five_ac_em_change_pp"),
        KS4_EXPECTED_PROGRESS_ENGLISH("ks4_expected_progress_english_change_pp"),
        KS4_EXPECTED_PROGRESS_MATHS("ks4_expected_progress_maths_change_pp");

        private final String column;

        Measure(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }
}
