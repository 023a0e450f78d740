package org.schoolcollab.bid;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.function.Consumer;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;

/** The bid that an address such as {@code bids/<id>/plan} names, for screens of every module. */
public final class BidAddress {

    /** Name of the route parameter. */
    public static final String PARAMETER = "bidId";

    private BidAddress() {}

    /**
     * Loads a screen for the bid in the address; what names nothing leads to "this page does not exist", what is not for this person
     * to "you may not open this page".
     */
    public static void open(BeforeEnterEvent event, Consumer<BidId> load) {
        try {
            load.accept(in(event));
        } catch (NotFound nothing) {
            throw new NotFoundException(nothing.getMessage());
        } catch (AccessRefused refused) {
            event.rerouteToError(refused, refused.getMessage());
        }
    }

    private static BidId in(BeforeEnterEvent event) {
        String text = event.getRouteParameters().get(PARAMETER).orElse("");
        try {
            return BidId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException("no bid " + text);
        }
    }

    /** Where the bid's case page is. */
    public static String of(BidId bid) {
        return "bids/" + bid;
    }
}
