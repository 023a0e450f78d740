package org.schoolcollab.bid;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Stands in until the process itself is there. */
@Component
@Fallback
class RecordingBidProcess implements BidProcess {

    final List<String> calls = new ArrayList<>();

    @Override
    public void started(BidSummary bid) {
        calls.add("started " + bid.id());
    }

    @Override
    public void submitted(BidSummary bid) {
        calls.add("submitted " + bid.id());
    }

    @Override
    public void withdrawn(BidSummary bid) {
        calls.add("withdrawn " + bid.id());
    }
}
