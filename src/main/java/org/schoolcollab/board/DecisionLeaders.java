package org.schoolcollab.board;

import java.util.List;
import org.schoolcollab.bid.BidId;

/** Whose queue the steps of a decision belong in. Asked by the process engine only, when such a step opens. */
public interface DecisionLeaders {

    /** Task groups: that of the chair, or where every chair has an interest those of each person who leads instead. */
    List<String> groups(BidId bid);
}
