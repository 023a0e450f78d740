package org.schoolcollab.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class BidWorkTest {

    @Autowired
    BidWork work;

    @Autowired
    Lifecycle lifecycle;

    @Test
    void stepsDoneWithinOneMomentStandInTheOrderOfTheProcess() {
        BidId bid = lifecycle.ballotOpen();

        assertThat(work.of(bid).stream()
                        .filter(item -> item.state() == WorkItem.State.DONE)
                        .map(WorkItem::doneAt)
                        .distinct())
                .as("the clock stands still")
                .hasSize(1);
        assertThat(work.of(bid).stream().map(WorkItem::taskKey).distinct())
                .startsWith("userTask_DraftPlan", "userTask_ReviewPlan")
                .endsWith("userTask_CastVote");
    }
}
