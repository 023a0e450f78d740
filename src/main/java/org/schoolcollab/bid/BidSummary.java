package org.schoolcollab.bid;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;

/**
 * A bid in short, as every screen's header shows it.
 *
 * @param boardAreaCode the area whose board decides: the bid's own, unless that board passed it on
 * @param revision 1 for the first submission, one more each time it was returned
 * @param recommended what the adviser recommended, null before
 * @param agreed what the board agreed, null before
 */
public record BidSummary(
        BidId id,
        CollaborationId collaborationId,
        String collaborationName,
        RoundId roundId,
        String roundName,
        String areaCode,
        String areaName,
        String boardAreaCode,
        String boardAreaName,
        String districtCode,
        String districtName,
        BidStatus status,
        int revision,
        int memberCount,
        Money requested,
        Money guide,
        Money matched,
        @Nullable Money recommended,
        @Nullable Money agreed,
        @Nullable Instant submittedAt) {

    /** Where the bid lies: its collaboration, district and area. */
    public List<Scope> places() {
        return CollaborationDirectory.places(collaborationId.value(), districtCode, areaCode);
    }

    /** Where the board sits that decides on the bid. */
    public Scope board() {
        return Scope.area(boardAreaCode);
    }
}
