package org.schoolcollab.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.Money;

/**
 * What the chair needs to know before a ballot is opened.
 *
 * @param given what the area was given in this round
 * @param available what of it may still be agreed
 * @param members the board as it is now
 * @param rule by which the board decides
 * @param conditions that the adviser recommended
 * @param firstPercent share of the first instalment by the round
 * @param last the ballot before, where it ended without a decision
 */
public record Agenda(
        Money given,
        Money available,
        List<BoardMember> members,
        CountingRule rule,
        String conditions,
        int firstPercent,
        @Nullable BallotState last) {

    /** Somebody on the board; interest is null where they may vote. */
    public record BoardMember(String name, @Nullable Interest interest) {}

    /** What is agreed already. */
    public Money agreed() {
        return given.minus(available);
    }

    /** How many must vote for a decision. */
    public int quorum() {
        return rule.quorumOf(eligible());
    }

    public int eligible() {
        return (int)
                members.stream().filter(member -> member.interest() == null).count();
    }
}
