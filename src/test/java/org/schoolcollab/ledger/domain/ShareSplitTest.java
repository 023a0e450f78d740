package org.schoolcollab.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.schoolcollab.shared.Money;

class ShareSplitTest {

    @Test
    void aSchoolThatGetsAllGetsEveryInstalment() {
        assertThat(ShareSplit.of(pence(60, 40), pence(100))).containsExactly(pence(60), pence(40));
    }

    @Test
    void penniesOverGoToTheLargestRemainderAndThenToTheSchoolNamedFirst() {
        assertThat(ShareSplit.of(pence(50, 50), pence(34, 33, 33)))
                .containsExactly(pence(17, 17, 16), pence(17, 16, 17));
    }

    @Test
    void amountsOfBillionsAreSplitToThePenny() {
        Money large = Money.ofPence(9_000_000_000_000_001L);
        assertThat(ShareSplit.split(
                        large, List.of(Money.ofPence(4_500_000_000_000_001L), Money.ofPence(4_500_000_000_000_000L))))
                .containsExactly(Money.ofPence(4_500_000_000_000_001L), Money.ofPence(4_500_000_000_000_000L));
    }

    @Test
    void sharesThatAreNotTheAwardAreRefused() {
        assertThatThrownBy(() -> ShareSplit.of(pence(60, 40), pence(99))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyInstalmentAddsUpAndEverySchoolGetsExactlyItsShare() {
        Random random = new Random(20_140_616);
        for (int round = 0; round < 5_000; round++) {
            List<Money> shares = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                shares.add(Money.ofPence(random.nextLong(1, random.nextBoolean() ? 20 : 5_000_000)));
            }
            long total = shares.stream().mapToLong(Money::pence).sum();
            List<Money> instalments = new ArrayList<>();
            long left = total;
            for (int i = random.nextInt(0, 3); i > 0 && left > 1; i--) {
                long part = random.nextLong(1, left);
                instalments.add(Money.ofPence(part));
                left -= part;
            }
            instalments.add(Money.ofPence(left));

            List<List<Money>> plan = ShareSplit.of(instalments, shares);

            for (int i = 0; i < instalments.size(); i++) {
                assertThat(sum(plan.get(i))).isEqualTo(instalments.get(i));
                assertThat(plan.get(i)).noneMatch(part -> part.pence() < 0);
            }
            for (int s = 0; s < shares.size(); s++) {
                int school = s;
                assertThat(sum(plan.stream().map(parts -> parts.get(school)).toList()))
                        .isEqualTo(shares.get(s));
            }
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static List<Money> pence(long... amounts) {
        return java.util.Arrays.stream(amounts).mapToObj(Money::ofPence).toList();
    }
}
