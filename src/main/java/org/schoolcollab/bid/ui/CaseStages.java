package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;
import org.schoolcollab.shell.Steps;

/** Shows which of the six stages a bid has behind it and which it is in. */
final class CaseStages {

    private CaseStages() {}

    /** @param inDelivery the stage where the bid is in delivery */
    static Component of(BidSummary bid, Stage inDelivery) {
        UI ui = UI.getCurrent();
        Steps steps = new Steps(ui.getTranslation("bid.case.stages"));
        Stage open = firstNotDone(bid, inDelivery);
        for (Stage stage : Stage.values()) {
            steps.step(ui.getTranslation("enum.Stage." + stage.name()), state(bid, stage, open));
        }
        return steps;
    }

    private static Steps.State state(BidSummary bid, Stage stage, @Nullable Stage open) {
        if (open == null || stage.compareTo(open) < 0) {
            return Steps.State.DONE;
        }
        return stage == open && !bid.status().isEnded() ? Steps.State.NOW : Steps.State.NEXT;
    }

    private static @Nullable Stage firstNotDone(BidSummary bid, Stage inDelivery) {
        return switch (bid.status()) {
            case DRAFTING, RETURNED -> Stage.PLAN;
            case IN_REVIEW -> Stage.REVIEW;
            case BEFORE_BOARD -> Stage.BOARD;
            case AWARDED, REFUSED -> Stage.RELEASE;
            case IN_DELIVERY -> inDelivery;
            case CLOSED -> null;
            case WITHDRAWN -> whereItWasWithdrawn(bid);
        };
    }

    private static Stage whereItWasWithdrawn(BidSummary bid) {
        if (bid.agreed() != null) {
            return Stage.RELEASE;
        }
        if (bid.recommended() != null) {
            return Stage.BOARD;
        }
        return bid.submittedAt() != null ? Stage.REVIEW : Stage.PLAN;
    }

    static StatusBadge badge(BidStatus status) {
        Tone tone = switch (status) {
            case DRAFTING, WITHDRAWN -> Tone.NEUTRAL;
            case RETURNED -> Tone.WARN;
            case IN_REVIEW, BEFORE_BOARD -> Tone.ACCENT;
            case AWARDED, IN_DELIVERY, CLOSED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
        };
        return new StatusBadge(UI.getCurrent().getTranslation("enum.BidStatus." + status.name()), tone);
    }
}
