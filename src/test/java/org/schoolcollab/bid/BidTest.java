package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** Every transition of a bid, from every status: either it leads where it should, or it is refused with the status named. */
class BidTest {

    private static final Instant NOW = Instant.parse("2014-06-16T09:00:00Z");
    private static final Money MONEY = Money.ofPounds(21_000);

    /** The steps by name, each with the statuses it starts from and where it leads. */
    record Step(String name, Consumer<Bid> act, Set<BidStatus> from, BidStatus to) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Set<BidStatus> WITH_LEAD = EnumSet.of(BidStatus.DRAFTING, BidStatus.RETURNED);

    private static final List<Step> STEPS = List.of(
            new Step("submit", bid -> bid.submit(NOW), WITH_LEAD, BidStatus.IN_REVIEW),
            new Step("return", Bid::returnForChanges, EnumSet.of(BidStatus.IN_REVIEW), BidStatus.RETURNED),
            new Step("recommend", bid -> bid.recommend(MONEY), EnumSet.of(BidStatus.IN_REVIEW), BidStatus.BEFORE_BOARD),
            new Step("award", bid -> bid.award(MONEY), EnumSet.of(BidStatus.BEFORE_BOARD), BidStatus.AWARDED),
            new Step("refuse", bid -> bid.refuse(NOW), EnumSet.of(BidStatus.BEFORE_BOARD), BidStatus.REFUSED),
            new Step("deliver", Bid::deliver, EnumSet.of(BidStatus.AWARDED), BidStatus.IN_DELIVERY),
            new Step("close", bid -> bid.close(NOW), EnumSet.of(BidStatus.IN_DELIVERY), BidStatus.CLOSED),
            new Step(
                    "withdraw",
                    bid -> bid.withdraw(NOW),
                    EnumSet.of(
                            BidStatus.DRAFTING,
                            BidStatus.IN_REVIEW,
                            BidStatus.RETURNED,
                            BidStatus.BEFORE_BOARD,
                            BidStatus.AWARDED),
                    BidStatus.WITHDRAWN));

    static Stream<Arguments> everyStepFromEveryStatus() {
        return STEPS.stream().flatMap(step -> Stream.of(BidStatus.values()).map(from -> Arguments.of(step, from)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyStepFromEveryStatus")
    void movesOnOnlyFromWhereTheStepIsOpen(Step step, BidStatus from) {
        Bid bid = bidIn(from);

        if (step.from().contains(from)) {
            step.act().accept(bid);
            assertThat(bid.status()).isEqualTo(step.to());
        } else {
            assertThatThrownBy(() -> step.act().accept(bid))
                    .isInstanceOf(BidNotInStage.class)
                    .hasMessageContaining("error.bid.notInStage." + from);
            assertThat(bid.status()).isEqualTo(from);
        }
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void keepsSumsOnlyWhileItIsWithItsLead(BidStatus status) {
        Bid bid = bidIn(status);

        if (WITH_LEAD.contains(status)) {
            bid.keepSums(MONEY, MONEY, MONEY, 7);
            assertThat(bid.requested()).isEqualTo(MONEY);
        } else {
            assertThatThrownBy(() -> bid.keepSums(MONEY, MONEY, MONEY, 7)).isInstanceOf(BidNotInStage.class);
        }
    }

    static Stream<BidStatus> everyStatus() {
        return Stream.of(BidStatus.values());
    }

    @Test
    void countsARevisionEachTimeItIsReturned() {
        Bid bid = bidIn(BidStatus.IN_REVIEW);
        assertThat(bid.revision()).isEqualTo(1);

        bid.returnForChanges();
        bid.submit(NOW);
        bid.returnForChanges();

        assertThat(bid.revision()).isEqualTo(3);
    }

    private static Bid bidIn(BidStatus status) {
        Map<BidStatus, List<String>> ways = new EnumMap<>(BidStatus.class);
        ways.put(BidStatus.DRAFTING, List.of());
        ways.put(BidStatus.IN_REVIEW, List.of("submit"));
        ways.put(BidStatus.RETURNED, List.of("submit", "return"));
        ways.put(BidStatus.BEFORE_BOARD, List.of("submit", "recommend"));
        ways.put(BidStatus.AWARDED, List.of("submit", "recommend", "award"));
        ways.put(BidStatus.IN_DELIVERY, List.of("submit", "recommend", "award", "deliver"));
        ways.put(BidStatus.CLOSED, List.of("submit", "recommend", "award", "deliver", "close"));
        ways.put(BidStatus.REFUSED, List.of("submit", "recommend", "refuse"));
        ways.put(BidStatus.WITHDRAWN, List.of("withdraw"));
        Bid bid = new Bid(
                BidId.random(), CollaborationId.random(), RoundId.random(), "SOUTH", "shepway", PersonId.random(), NOW);
        for (String name : ways.getOrDefault(status, List.of())) {
            STEPS.stream()
                    .filter(step -> step.name().equals(name))
                    .forEach(step -> step.act().accept(bid));
        }
        assertThat(bid.status()).isEqualTo(status);
        return bid;
    }
}
