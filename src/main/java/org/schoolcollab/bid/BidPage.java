package org.schoolcollab.bid;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.Page;

/** A page about the bid that stands in the address. A foreign bid leads to the refusal page, an unknown one to "does not exist". */
public abstract class BidPage extends Page implements BeforeEnterObserver {

    /** Name of the address's part that holds the bid's id. */
    public static final String BID = "bidId";

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            open(event.getRouteParameters().get(BID).map(BidId::of).orElseThrow(NotFound::new), event);
        } catch (NotFound | IllegalArgumentException unknown) {
            NotFoundException notFound = new NotFoundException();
            notFound.initCause(unknown);
            throw notFound;
        } catch (AccessRefused refused) {
            event.rerouteToError(refused, "");
        }
    }

    /** Reads through a use case, which refuses whom it must, and shows. */
    protected abstract void open(BidId id, BeforeEnterEvent event);

    /** The address of a bid's case page. */
    public static String address(BidId id) {
        return "bids/" + id;
    }

    /** The address of one tab of the case page. */
    public static String address(BidId id, String tab) {
        return "bids/" + id + "/case/" + tab;
    }

    /** Leads to the case page, e.g. after a step was done. */
    public static void goToCase(BidId id) {
        UI.getCurrent().navigate(address(id));
    }
}
