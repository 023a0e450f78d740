package org.schoolcollab.bid.domain;

import java.time.LocalDate;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.Money;
import org.springframework.stereotype.Component;

/** What a round suggests a collaboration asks for: a sum for each member school by its phase (§11). */
@Component
public class GuideAmount {

    /** The amount and the number of members it comes from. */
    public record Guide(Money amount, int members) {}

    private final CollaborationDirectory collaborations;

    GuideAmount(CollaborationDirectory collaborations) {
        this.collaborations = collaborations;
    }

    /** From the schools that are members on this day. */
    public Guide on(LocalDate day, CollaborationId collaboration, Round round) {
        var members = collaborations.membersAt(collaboration, day);
        Money amount =
                members.stream().map(member -> round.guideFor(member.phase())).reduce(Money.ZERO, Money::plus);
        return new Guide(amount, members.size());
    }
}
