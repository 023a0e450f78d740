package org.schoolcollab.bid.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a round suggests a collaboration asks for: a sum for each member school of the bid by its phase (§11). */
@Component
public class GuideAmount {

    /** The amount and the number of members it comes from. */
    public record Guide(Money amount, int members) {}

    private final CollaborationDirectory collaborations;
    private final JdbcClient jdbc;

    GuideAmount(CollaborationDirectory collaborations, JdbcClient jdbc) {
        this.collaborations = collaborations;
        this.jdbc = jdbc;
    }

    /** From the schools that are members of the collaboration's bid on this day. */
    public Guide on(LocalDate day, CollaborationId collaboration, Round round) {
        List<Member> members = membersOn(day, collaboration, round.id());
        Money amount =
                members.stream().map(member -> round.guideFor(member.phase())).reduce(Money.ZERO, Money::plus);
        return new Guide(amount, members.size());
    }

    /** The members of the collaboration on this day without those taken out of its bid in the round; lead school first, then by name. */
    public List<Member> membersOn(LocalDate day, CollaborationId collaboration, RoundId round) {
        Set<String> takenOut = new HashSet<>(jdbc.sql("""
                        select s.school_id from bid_school s join bid_bid b on b.id = s.bid_id
                        where b.collaboration_id = ? and b.round_id = ? and s.taken_out_at is not null""")
                .params(collaboration.toString(), round.toString())
                .query(String.class)
                .list());
        return collaborations.membersAt(collaboration, day).stream()
                .filter(member -> !takenOut.contains(member.school().toString()))
                .toList();
    }
}
