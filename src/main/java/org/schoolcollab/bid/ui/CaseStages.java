package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.Steps;

/** Shows which of the six stages a bid has behind it and which it is in. */
final class CaseStages {

    private CaseStages() {}

    /** @param inDelivery the stage where the bid is in delivery */
    static Component of(BidSummary bid, Stage inDelivery) {
        UI ui = UI.getCurrent();
        Steps steps = new Steps(ui.getTranslation("bid.case.stages"));
        int done = done(bid, inDelivery);
        for (Stage stage : Stage.values()) {
            Steps.State state;
            if (stage.ordinal() < done) {
                state = Steps.State.DONE;
            } else {
                state = stage.ordinal() == done && !bid.status().isEnded() ? Steps.State.NOW : Steps.State.NEXT;
            }
            steps.step(ui.getTranslation("enum.Stage." + stage.name()), state);
        }
        return steps;
    }

    /** How many stages are behind the bid. */
    private static int done(BidSummary bid, Stage inDelivery) {
        return switch (bid.status()) {
            case DRAFTING, RETURNED -> Stage.PLAN.ordinal();
            case IN_REVIEW -> Stage.REVIEW.ordinal();
            case BEFORE_BOARD -> Stage.BOARD.ordinal();
            case AWARDED, REFUSED -> Stage.RELEASE.ordinal();
            case IN_DELIVERY -> inDelivery.ordinal();
            case CLOSED -> Stage.values().length;
            case WITHDRAWN -> doneBeforeWithdrawal(bid);
        };
    }

    private static int doneBeforeWithdrawal(BidSummary bid) {
        if (bid.agreed() != null) {
            return Stage.RELEASE.ordinal();
        }
        if (bid.recommended() != null) {
            return Stage.BOARD.ordinal();
        }
        return bid.submittedAt() != null ? Stage.REVIEW.ordinal() : Stage.PLAN.ordinal();
    }

    static StatusBadge badge(BidStatus status) {
        var tone = switch (status) {
            case DRAFTING, WITHDRAWN -> StatusBadge.Tone.NEUTRAL;
            case RETURNED -> StatusBadge.Tone.WARN;
            case IN_REVIEW, BEFORE_BOARD -> StatusBadge.Tone.ACCENT;
            case AWARDED, IN_DELIVERY, CLOSED -> StatusBadge.Tone.GOOD;
            case REFUSED -> StatusBadge.Tone.BAD;
        };
        return new StatusBadge(UI.getCurrent().getTranslation("enum.BidStatus." + status.name()), tone);
    }
}
