package org.schoolcollab.programme.published;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.Continuing;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.shared.Money;

/**
 * One line of funding.csv.
 *
 * @param area null for area All: money that the authority spends itself
 * @param district null for area All and for a project of a whole area
 * @param collaboration name as in ofsted.csv; null where the line is no collaboration's
 * @param name as printed
 * @param money by name of the round, only where there is some
 */
public record FundingLine(
        int line,
        @Nullable Area area,
        Area.@Nullable District district,
        @Nullable String collaboration,
        String name,
        Map<String, Money> money,
        Continuing continuing) {

    public Money in(String round) {
        return money.getOrDefault(round, Money.ZERO);
    }
}
