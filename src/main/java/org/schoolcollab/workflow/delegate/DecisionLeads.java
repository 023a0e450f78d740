package org.schoolcollab.workflow.delegate;

import java.util.List;
import org.flowable.engine.delegate.DelegateExecution;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.DecisionLeaders;
import org.springframework.beans.factory.ObjectProvider;

/** Asked when a step of the decision opens: whose queue it belongs in. */
@Delegate
public class DecisionLeads {

    private final ObjectProvider<DecisionLeaders> leaders;

    DecisionLeads(ObjectProvider<DecisionLeaders> leaders) {
        this.leaders = leaders;
    }

    /** The task groups of those who lead the decision. */
    public List<String> groups(DelegateExecution execution) {
        return leaders.getObject().groups(BidId.of(execution.getProcessInstanceBusinessKey()));
    }
}
