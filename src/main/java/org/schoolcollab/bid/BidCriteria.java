package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.Role;

/** The where clause of a list of bids: what the person may see, and what they look for. */
record BidCriteria(String sql, List<Object> params) {

    static BidCriteria of(Actor actor, BidFilter filter, LocalDate today) {
        List<Object> params = new ArrayList<>();
        StringBuilder sql = new StringBuilder(" where (")
                .append(scope(actor, today, params))
                .append(')');
        if (filter.round() != null) {
            sql.append(" and b.round_id = ?");
            params.add(filter.round().toString());
        }
        if (filter.areaCode() != null) {
            sql.append(" and b.area_code = ?");
            params.add(filter.areaCode());
        }
        if (filter.districtCode() != null) {
            sql.append(" and b.district_code = ?");
            params.add(filter.districtCode());
        }
        if (filter.status() != null) {
            sql.append(" and b.status = ?");
            params.add(filter.status().name());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append(" and locate(lower(?), lower(c.name)) > 0");
            params.add(filter.text().strip());
        }
        return new BidCriteria(sql.toString(), List.copyOf(params));
    }

    private static String scope(Actor actor, LocalDate today, List<Object> params) {
        if (actor.grants().stream().anyMatch(grant -> grant.role().seesEveryBid())) {
            return "1 = 1";
        }
        List<String> ways = new ArrayList<>();
        in(ways, "b.collaboration_id in (%s)", actor.keys(Role.COLLABORATION_LEAD), params);
        in(ways, "b.district_code in (%s)", actor.keys(Role.ADVISER), params);
        in(ways, "b.submitted_at is not null and b.area_code in (%s)", actor.keys(Role.BOARD_MEMBER), params);
        in(ways, "b.submitted_at is not null and b.board_area_code in (%s)", actor.keys(Role.BOARD_MEMBER), params);
        in(ways, "b.submitted_at is not null and b.area_code in (%s)", actor.keys(Role.BOARD_CHAIR), params);
        in(ways, "b.submitted_at is not null and b.board_area_code in (%s)", actor.keys(Role.BOARD_CHAIR), params);
        Collection<String> schools = actor.keys(Role.HEADTEACHER);
        if (!schools.isEmpty()) {
            ways.add("exists (select 1 from collaboration_member m where m.collaboration_id = b.collaboration_id"
                    + " and m.valid_from <= ? and (m.valid_to is null or m.valid_to >= ?) and m.school_id in ("
                    + marks(schools) + "))");
            params.add(today);
            params.add(today);
            params.addAll(schools);
        }
        return ways.isEmpty() ? "1 = 0" : String.join(" or ", ways);
    }

    private static void in(List<String> ways, String condition, Collection<String> keys, List<Object> params) {
        if (!keys.isEmpty()) {
            ways.add(condition.formatted(marks(keys)));
            params.addAll(keys);
        }
    }

    private static String marks(Collection<String> keys) {
        return String.join(", ", Collections.nCopies(keys.size(), "?"));
    }
}
