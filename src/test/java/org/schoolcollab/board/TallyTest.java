package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @ParameterizedTest
    @CsvSource({"0,3", "1,3", "2,3", "3,3", "4,3", "5,3", "6,3", "7,4", "8,4", "9,5", "12,6"})
    void quorumIsHalfOfThoseWithoutAnInterestAndNeverFewerThanThree(int eligible, int quorum) {
        assertThat(CountingRule.STANDARD.quorumOf(eligible)).isEqualTo(quorum);
    }

    @Test
    void abstentionsCountForTheQuorum() {
        assertThat(new Tally(6, 1, 0, 2).isQuorate()).isTrue();
        assertThat(new Tally(6, 1, 0, 1).isQuorate()).isFalse();
    }

    @Test
    void abstentionsCountForNeitherSide() {
        assertThat(new Tally(6, 1, 0, 5).isCarried()).isTrue();
        assertThat(new Tally(6, 0, 1, 5).isCarried()).isFalse();
    }

    @Test
    void asManyForAsAgainstIsATie() {
        assertThat(new Tally(6, 3, 3, 0).isTied()).isTrue();
        assertThat(new Tally(6, 0, 0, 6).isTied()).isTrue();
        assertThat(new Tally(6, 3, 2, 1).isTied()).isFalse();
    }

    @Test
    void isSettledOnceAllHaveVoted() {
        assertThat(new Tally(4, 1, 1, 1).isSettled()).isFalse();
        assertThat(new Tally(4, 1, 1, 2).isSettled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6,3,false", "6,4,true", "5,2,false", "5,3,true", "4,2,false", "4,3,true"})
    void isSettledOnceOneSideHoldsMoreThanHalf(int eligible, int votes, boolean settled) {
        assertThat(new Tally(eligible, votes, 0, 0).isSettled()).isEqualTo(settled);
        assertThat(new Tally(eligible, 0, votes, 0).isSettled()).isEqualTo(settled);
    }

    @Test
    void twoOfThreeDoNotSettleBecauseTheQuorumIsThree() {
        assertThat(new Tally(3, 2, 0, 0).isSettled()).isFalse();
        assertThat(new Tally(3, 2, 0, 1).isSettled()).isTrue();
    }
}
