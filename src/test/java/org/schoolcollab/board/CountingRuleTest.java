package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingRuleTest {

    private static final CountingRule TWO_THIRDS = new CountingRule(50, 3, Majority.TWO_THIRDS);

    @ParameterizedTest
    @CsvSource({"60,3,8,5", "100,3,6,6", "34,3,6,3", "67,3,6,5", "50,5,6,5"})
    void theQuorumIsTheShareRoundedUpAndNeverBelowTheFewest(int percent, int fewest, int eligible, int quorum) {
        assertThat(new CountingRule(percent, fewest, Majority.SIMPLE).quorumOf(eligible))
                .isEqualTo(quorum);
    }

    @ParameterizedTest
    @CsvSource({"4,2,true", "3,2,false", "2,1,true", "1,0,true", "0,0,false", "0,1,false"})
    void twoThirdsOfThoseForOrAgainstCarryIt(int approvals, int refusals, boolean carried) {
        assertThat(new Tally(9, approvals, refusals, 1, TWO_THIRDS).isCarried()).isEqualTo(carried);
    }

    @Test
    void underTwoThirdsThereIsNoTie() {
        assertThat(new Tally(6, 3, 3, 0, TWO_THIRDS).isTied()).isFalse();
        assertThat(new Tally(6, 3, 3, 0, TWO_THIRDS).isCarried()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"6,4,0,true", "6,3,0,false", "6,0,3,true", "6,0,2,false", "6,2,3,true"})
    void underTwoThirdsItIsSettledOnceNoVoteCanChangeIt(int eligible, int approvals, int refusals, boolean settled) {
        assertThat(new Tally(eligible, approvals, refusals, 0, TWO_THIRDS).isSettled())
                .isEqualTo(settled);
    }

    /** Whatever the votes still missing are, a settled ballot ends as it stands: tried for every board of up to nine. */
    @Test
    void noFurtherVoteChangesASettledResult() {
        for (Majority majority : Majority.values()) {
            CountingRule rule = new CountingRule(50, 3, majority);
            for (int eligible = 3; eligible <= 9; eligible++) {
                for (int approvals = 0; approvals <= eligible; approvals++) {
                    for (int refusals = 0; approvals + refusals <= eligible; refusals++) {
                        Tally now = new Tally(eligible, approvals, refusals, 0, rule);
                        if (now.isSettled()) {
                            holdsWhateverFollows(now);
                        }
                    }
                }
            }
        }
    }

    private static void holdsWhateverFollows(Tally now) {
        int missing = now.eligible() - now.votes();
        for (int more = 0; more <= missing; more++) {
            for (int against = 0; more + against <= missing; against++) {
                Tally end = new Tally(
                        now.eligible(),
                        now.approvals() + more,
                        now.refusals() + against,
                        missing - more - against,
                        now.rule());
                assertThat(end.isCarried()).as("%s then %s", now, end).isEqualTo(now.isCarried());
                assertThat(end.isTied()).as("%s then %s", now, end).isEqualTo(now.isTied());
            }
        }
    }
}
