package org.schoolcollab.ledger.domain;

import java.util.List;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.Money;

/** How an award is paid by the round's rules: one instalment, or two whose amounts add up to the award to the penny. */
public record InstalmentPlan(List<Part> parts) {

    /**
     * One instalment to be laid out.
     *
     * @param needsMatch whether it waits for proof of matched funding too
     */
    public record Part(int number, Money amount, DueCondition condition, boolean needsMatch) {

        public Part(int number, Money amount, DueCondition condition) {
            this(number, amount, condition, false);
        }
    }

    /** The first part is the round's share rounded down to the penny, the second the rest. A part of nothing is left out. */
    public static InstalmentPlan of(Money award, Round round) {
        return of(award, round.firstInstalmentPercent(), round);
    }

    /** The same with a share that the board set for this award instead of the round's. */
    public static InstalmentPlan of(Money award, int firstPercent, Round round) {
        Money first = award.percent(firstPercent);
        Money second = award.minus(first);
        if (first.isZero() || second.isZero()) {
            return new InstalmentPlan(List.of(new Part(1, award, DueCondition.ON_AWARD)));
        }
        DueCondition later =
                round.laterNeedsMarchReport() ? DueCondition.AFTER_MARCH_REPORT : DueCondition.AFTER_FIRST_RELEASE;
        return new InstalmentPlan(List.of(
                new Part(1, first, DueCondition.ON_AWARD), new Part(2, second, later, round.laterNeedsMatchProof())));
    }
}
