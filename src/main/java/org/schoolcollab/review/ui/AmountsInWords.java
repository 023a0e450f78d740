package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.shared.Money;

/** A recommended amount beside what was requested and the guide amount, with the differences. */
final class AmountsInWords {

    private AmountsInWords() {}

    static String againstRequest(Component asking, Money amount, Money request) {
        return request.isMoreThan(amount)
                ? asking.getTranslation("review.amount.belowRequest", request.minus(amount), request)
                : asking.getTranslation("review.amount.wholeRequest", request);
    }

    static String againstGuide(Component asking, Money amount, Money guide) {
        if (amount.equals(guide)) {
            return asking.getTranslation("review.amount.isGuide", guide);
        }
        return amount.isMoreThan(guide)
                ? asking.getTranslation("review.amount.aboveGuide", amount.minus(guide), guide)
                : asking.getTranslation("review.amount.belowGuide", guide.minus(amount), guide);
    }

    /** Both in one line. */
    static String both(Component asking, Money amount, BidSummary bid) {
        return asking.getTranslation(
                "review.amount.both",
                againstRequest(asking, amount, bid.requested()),
                againstGuide(asking, amount, bid.guide()));
    }
}
