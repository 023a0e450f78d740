package org.schoolcollab.board.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.Page;

/** A page about the meeting that stands in the address. */
abstract class MeetingPage extends Page implements BeforeEnterObserver {

    static final String MEETING = "meetingId";

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            open(event.getRouteParameters().get(MEETING).map(MeetingId::of).orElseThrow(NotFound::new), event);
        } catch (NotFound | IllegalArgumentException unknown) {
            NotFoundException notFound = new NotFoundException();
            notFound.initCause(unknown);
            throw notFound;
        } catch (AccessRefused refused) {
            event.rerouteToError(refused, "");
        }
    }

    /** Reads through a use case, which refuses whom it must, and shows. */
    abstract void open(MeetingId id, BeforeEnterEvent event);
}
