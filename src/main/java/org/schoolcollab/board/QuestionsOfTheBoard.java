package org.schoolcollab.board;

import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanNotice;
import org.schoolcollab.board.domain.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the lead the board's questions, beside the plan. */
@Component
class QuestionsOfTheBoard implements PlanNotice {

    private final Referrals referrals;

    QuestionsOfTheBoard(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String heading() {
        return "board.plan.questions";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Returned> of(BidId bid) {
        return referrals.of(bid).stream()
                .filter(Referrals.Kept::isDeferral)
                .map(kept -> new Returned(kept.byName(), kept.at(), kept.words()))
                .toList();
    }
}
