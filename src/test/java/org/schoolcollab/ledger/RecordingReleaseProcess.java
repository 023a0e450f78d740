package org.schoolcollab.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.schoolcollab.bid.BidSummary;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Stands in until the process itself is there. */
@Component
@Fallback
class RecordingReleaseProcess implements ReleaseProcess {

    final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public void requested(BidSummary bid, int instalment) {
        calls.add("requested " + bid.id() + " " + instalment);
    }

    @Override
    public void approved(BidSummary bid, int instalment) {
        calls.add("approved " + bid.id() + " " + instalment);
    }

    @Override
    public void rejected(BidSummary bid, int instalment) {
        calls.add("rejected " + bid.id() + " " + instalment);
    }
}
