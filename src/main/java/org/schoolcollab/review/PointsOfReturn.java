package org.schoolcollab.review;

import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanPoints;
import org.schoolcollab.review.domain.Points;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the adviser's return asks of the lead, for the rules of submission and for the form of the plan. */
@Component
class PointsOfReturn implements PlanPoints {

    private final Points points;

    PointsOfReturn(Points points) {
        this.points = points;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Point> of(BidId bid) {
        return points.ofReturn(bid).stream()
                .map(point -> new Point(
                        point.id(),
                        point.place(),
                        point.placeName(),
                        point.words(),
                        point.toAnswer(),
                        point.answer() != null))
                .toList();
    }
}
