package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.PlanPrint;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.PaperOnScreen;
import org.schoolcollab.security.Roles;

/** The plan on one page, to print or to take along as a PDF. */
@Route("bids/:bidId/plan/print")
@RouteAlias("bids/:bidId/plan/print/:changes(changes)")
@RolesAllowed(Roles.PERSON)
public class PlanPrintView extends BidPage {

    private final transient PlanPrint plans;

    PlanPrintView(PlanPrint plans) {
        this.plans = plans;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        boolean marked = event.getRouteParameters().get("changes").isPresent();
        Paper paper = plans.paper(id, marked);
        title(paper.title());
        Button print = new Button(
                getTranslation("bid.print.print"),
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        Div ways = new Div(
                print,
                PaperOnScreen.download(getTranslation("bid.print.pdf"), "plan.pdf", () -> plans.pdf(id, marked)),
                new Anchor(address(id, "plan"), getTranslation("bid.print.back")));
        plans.since(id)
                .ifPresent(since -> ways.add(
                        marked
                                ? new Anchor(address(id) + "/plan/print", getTranslation("bid.print.unmarked"))
                                : new Anchor(
                                        address(id) + "/plan/print/changes",
                                        getTranslation("bid.print.mark", since.revision()))));
        ways.addClassNames("item-ways", "not-printed");
        add(ways, PaperOnScreen.card(paper));
    }
}
