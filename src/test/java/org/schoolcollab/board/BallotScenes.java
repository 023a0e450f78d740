package org.schoolcollab.board;

import java.util.List;
import org.schoolcollab.bid.BidId;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of how a vote ends share. */
abstract class BallotScenes extends BoardScenes {

    @Autowired
    RulesOfTheBoard rules;

    @Autowired
    org.schoolcollab.workflow.Reconciliation reconciliation;

    List<String> queues(BidId bid) {
        return jdbc.sql("select group_key from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}
