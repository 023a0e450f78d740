package org.schoolcollab.ledger.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.schoolcollab.shared.Money;

/**
 * Splits the instalments of an award by the schools' shares: every instalment adds up to the penny, and all instalments together give
 * each school exactly its share.
 */
public final class ShareSplit {

    private ShareSplit() {}

    /**
     * What each school gets of each instalment. An instalment is split in the proportion of what each school is still to get, pennies
     * over by largest remainder, on equal remainders to the school named first; so the last instalment gives each school its rest.
     *
     * @param instalments their amounts in order
     * @param shares what each school gets in all; both add up to the same
     * @return for each instalment the parts in the order of the shares, some of them zero
     */
    public static List<List<Money>> of(List<Money> instalments, List<Money> shares) {
        if (!sum(instalments).equals(sum(shares))) {
            throw new IllegalArgumentException("shares of " + sum(shares) + " for instalments of " + sum(instalments));
        }
        List<Money> left = new ArrayList<>(shares);
        List<List<Money>> plan = new ArrayList<>();
        for (Money instalment : instalments) {
            List<Money> parts = split(instalment, left);
            for (int i = 0; i < parts.size(); i++) {
                left.set(i, left.get(i).minus(parts.get(i)));
            }
            plan.add(parts);
        }
        return plan;
    }

    /** An amount in the proportion of weights by largest remainder; no part is more than its weight where the amount is not. */
    static List<Money> split(Money amount, List<Money> weights) {
        BigInteger total = BigInteger.valueOf(sum(weights).pence());
        BigInteger whole = BigInteger.valueOf(amount.pence());
        List<Long> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        long given = 0;
        for (Money weight : weights) {
            BigInteger[] quotient =
                    whole.multiply(BigInteger.valueOf(weight.pence())).divideAndRemainder(total);
            parts.add(quotient[0].longValueExact());
            remainders.add(quotient[1]);
            given += quotient[0].longValueExact();
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing(remainders::get).reversed());
        long over = amount.pence() - given;
        for (int i = 0; i < over; i++) {
            int school = byRemainder.get(i);
            parts.set(school, parts.get(school) + 1);
        }
        return parts.stream().map(Money::ofPence).toList();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
