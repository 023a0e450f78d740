package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.shared.Money;

/** Splits an amount in proportion to guide amounts, to the penny. */
public final class SplitByGuide {

    private SplitByGuide() {}

    /**
     * The parts in the order of the guides. They add up to the amount: pennies left by rounding down go to the first ones that have a
     * guide above nothing. Where none has, the parts are equal.
     */
    public static List<Money> split(Money amount, List<Money> guides) {
        if (guides.isEmpty()) {
            return List.of();
        }
        long sum = guides.stream().mapToLong(Money::pence).sum();
        List<Money> weights =
                sum == 0 ? guides.stream().map(guide -> Money.ofPence(1)).toList() : guides;
        long all = sum == 0 ? guides.size() : sum;
        List<Money> parts = new ArrayList<>();
        long left = amount.pence();
        for (Money weight : weights) {
            long part = java.math.BigInteger.valueOf(amount.pence())
                    .multiply(java.math.BigInteger.valueOf(weight.pence()))
                    .divide(java.math.BigInteger.valueOf(all))
                    .longValueExact();
            parts.add(Money.ofPence(part));
            left -= part;
        }
        for (int i = 0; left > 0; i++) {
            if (weights.get(i).isPositive()) {
                parts.set(i, parts.get(i).plus(Money.ofPence(1)));
                left--;
            }
        }
        return List.copyOf(parts);
    }
}
