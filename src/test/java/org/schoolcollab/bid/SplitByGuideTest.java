package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.domain.SplitByGuide;
import org.schoolcollab.shared.Money;

class SplitByGuideTest {

    @Test
    void everyPennyHasASchool() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Money amount = Money.ofPence(random.nextInt(100_000_000));
            List<Money> guides = IntStream.rangeClosed(1, 1 + random.nextInt(41))
                    .mapToObj(i -> Money.ofPounds(random.nextBoolean() ? 7_000 : 12_000))
                    .toList();

            List<Money> parts = SplitByGuide.split(amount, guides);

            assertThat(parts).hasSameSizeAs(guides);
            assertThat(parts.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(amount);
        }
    }

    @Test
    void partsFollowTheGuides() {
        assertThat(SplitByGuide.split(
                        Money.ofPounds(26_000),
                        List.of(Money.ofPounds(7_000), Money.ofPounds(12_000), Money.ofPounds(7_000))))
                .containsExactly(Money.ofPounds(7_000), Money.ofPounds(12_000), Money.ofPounds(7_000));
    }

    @Test
    void anAmountLikeAPlanHasEveryPennyAndNothingForSchoolsWithoutAPart() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            Money approved = Money.ofPence(random.nextInt(100_000_000));
            List<Money> planned = IntStream.rangeClosed(0, 1 + random.nextInt(40))
                    .mapToObj(i -> Money.ofPence(i % 2 == 0 ? 0 : 1 + random.nextInt(5_000_000)))
                    .toList();

            List<Money> parts = SplitByGuide.split(approved, planned);

            assertThat(parts.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(approved);
            IntStream.range(0, parts.size())
                    .filter(i -> planned.get(i).isZero())
                    .forEach(i -> assertThat(parts.get(i)).isEqualTo(Money.ZERO));
        }
    }

    @Test
    void withoutGuidesPartsAreEqual() {
        assertThat(SplitByGuide.split(Money.ofPence(10), List.of(Money.ZERO, Money.ZERO, Money.ZERO)))
                .containsExactly(Money.ofPence(4), Money.ofPence(3), Money.ofPence(3));
        assertThat(SplitByGuide.split(Money.ofPence(10), List.of())).isEmpty();
    }
}
