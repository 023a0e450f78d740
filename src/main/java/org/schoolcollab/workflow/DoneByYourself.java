package org.schoolcollab.workflow;

import org.schoolcollab.bid.BidNotInStage;

/** The person has done this step already, perhaps in another window. */
public class DoneByYourself extends BidNotInStage {

    DoneByYourself(String moment) {
        super("error.workflow.doneByYourself", moment);
    }
}
