package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.ByName;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The member schools of many bids in a few statements, for lists. They are the schools that each bid's own page shows: while a plan is with
 * its lead the members of today, after that those by whom it was submitted (decision 26). The caller has checked who sees the bids.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class MembersOfBids {

    private record Membership(
            String collaboration,
            String school,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    private final JdbcClient jdbc;
    private final PortalClock clock;

    MembersOfBids(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names of the schools by name, of each of these bids. */
    public Map<BidId, List<String>> names(Collection<BidSummary> bids) {
        if (bids.isEmpty()) {
            return Map.of();
        }
        List<Membership> memberships = memberships(bids);
        Map<String, Set<String>> takenOut = schools(
                "select bid_id, school_id from bid_school where bid_id in (:bids) and taken_out_at is not null", bids);
        // Answers from before a school left or was taken out do not count once it is back.
        Map<String, Set<String>> answered = schools("""
                        select distinct c.bid_id, c.school_id
                        from bid_consent c left join bid_school s on s.bid_id = c.bid_id and s.school_id = c.school_id
                        where c.bid_id in (:bids) and c.number > coalesce(s.past_answers, 0)""", bids);
        Map<BidId, List<String>> names = new HashMap<>();
        for (BidSummary bid : bids) {
            String id = bid.id().toString();
            LocalDate day = dayOf(bid);
            Set<String> out = takenOut.getOrDefault(id, Set.of());
            List<Membership> members = memberships.stream()
                    .filter(member ->
                            member.collaboration().equals(bid.collaborationId().toString()))
                    .filter(member -> member.holdsOn(day) && !out.contains(member.school()))
                    .toList();
            names.put(
                    bid.id(),
                    asked(bid, members, answered.getOrDefault(id, Set.of())).stream()
                            .map(Membership::name)
                            .toList());
        }
        return names;
    }

    private LocalDate dayOf(BidSummary bid) {
        return bid.status().isWithLead() || bid.submittedAt() == null
                ? clock.today()
                : LocalDate.ofInstant(bid.submittedAt(), PortalClock.LONDON);
    }

    /** Of a submitted bid without schools that were never asked: their joining before the submission was recorded only after it. */
    private static List<Membership> asked(BidSummary bid, List<Membership> members, Set<String> answered) {
        if (bid.status().isWithLead() || bid.submittedAt() == null) {
            return members;
        }
        List<Membership> asked = members.stream()
                .filter(member -> answered.contains(member.school()))
                .toList();
        return asked.isEmpty() ? members : asked;
    }

    private List<Membership> memberships(Collection<BidSummary> bids) {
        return jdbc
                .sql("""
                        select m.collaboration_id, m.school_id, s.name, m.valid_from, m.valid_to
                        from collaboration_member m join establishment_school s on s.id = m.school_id
                        where m.collaboration_id in (:collaborations) order by s.id""")
                .param(
                        "collaborations",
                        bids.stream()
                                .map(bid -> bid.collaborationId().toString())
                                .distinct()
                                .toList())
                .query((row, n) -> new Membership(
                        row.getString("collaboration_id"),
                        row.getString("school_id"),
                        row.getString("name"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Membership::name, ByName.ORDER))
                .toList();
    }

    private Map<String, Set<String>> schools(String select, Collection<BidSummary> bids) {
        Map<String, Set<String>> schools = new HashMap<>();
        jdbc.sql(select)
                .param("bids", bids.stream().map(bid -> bid.id().toString()).toList())
                .query(row -> {
                    schools.computeIfAbsent(row.getString("bid_id"), id -> new HashSet<>())
                            .add(row.getString("school_id"));
                });
        return schools;
    }
}
