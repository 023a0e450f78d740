package org.schoolcollab.ledger;

import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.Money;

/** The money of a round: what each area was given and where it is, and every award. */
public record MoneyOverview(Round round, List<EnvelopeView> envelopes, List<AwardRow> awards) {

    /** Given = available + held + committed + released + spent + lapsed, always. */
    public record EnvelopeView(
            String area,
            Money given,
            Money committed,
            Money released,
            Money available,
            Money held,
            Money spent,
            Money lapsed) {

        EnvelopeView plus(EnvelopeView other) {
            return new EnvelopeView(
                    "",
                    given.plus(other.given),
                    committed.plus(other.committed),
                    released.plus(other.released),
                    available.plus(other.available),
                    held.plus(other.held),
                    spent.plus(other.spent),
                    lapsed.plus(other.lapsed));
        }
    }

    /** One award: its amount is what waits, is ready to request, requested and released together. */
    public record AwardRow(
            BidId bid,
            String collaboration,
            String area,
            Money agreed,
            Money waiting,
            Money ready,
            Money requested,
            Money released) {

        AwardRow plus(AwardRow other) {
            return new AwardRow(
                    bid,
                    "",
                    "",
                    agreed.plus(other.agreed),
                    waiting.plus(other.waiting),
                    ready.plus(other.ready),
                    requested.plus(other.requested),
                    released.plus(other.released));
        }
    }

    /** The sums over all areas. */
    public EnvelopeView total() {
        return envelopes.stream()
                .reduce(
                        new EnvelopeView(
                                "", Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO),
                        EnvelopeView::plus);
    }

    /** The sums over all awards; meaningless where there are none. */
    public AwardRow awardTotal() {
        return awards.stream().reduce(AwardRow::plus).orElseThrow();
    }
}
