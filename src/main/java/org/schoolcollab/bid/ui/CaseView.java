package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.ReleasedMoney;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.Facts;

/** One bid from every side: where it stands, its money, and a tab for each part of the case. */
@Route("bids/:bidId")
// Tabs come from beans, which the bundler does not follow.
@Uses(Upload.class)
@RouteAlias("bids/:bidId/case/:tab")
@RolesAllowed(Roles.PERSON)
public class CaseView extends BidPage {

    private static final String TAB = "tab";

    private final transient BidQueries bids;
    private final transient BidWithdrawal withdrawal;
    private final transient NextSteps nextSteps;
    private final transient ReleasedMoney released;
    private final transient List<CaseTab> tabs;
    private final transient CurrentUser currentUser;
    private final Div content = new Div();

    CaseView(
            BidQueries bids,
            BidWithdrawal withdrawal,
            NextSteps nextSteps,
            ReleasedMoney released,
            List<CaseTab> tabs,
            CurrentUser currentUser) {
        this.bids = bids;
        this.withdrawal = withdrawal;
        this.nextSteps = nextSteps;
        this.released = released;
        this.tabs =
                tabs.stream().sorted(Comparator.comparingInt(CaseTab::order)).toList();
        this.currentUser = currentUser;
        content.addClassName("stack");
        add(content);
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary bid = bids.summary(id);
        List<CaseTab> shown = tabs.stream().filter(tab -> tab.isShown(bid)).toList();
        CaseTab tab = event.getRouteParameters()
                .get(TAB)
                .map(key -> shown.stream()
                        .filter(candidate -> candidate.key().equals(key))
                        .findFirst()
                        .orElseThrow(NotFound::new))
                .orElseGet(shown::getFirst);
        title(bid.collaborationName());
        subtitle(getTranslation(
                "bid.case.subtitle",
                bid.roundName(),
                bid.districtName(),
                bid.areaName(),
                bid.memberCount(),
                bid.revision()));
        actions(buttons(bid));
        Div facts = new Div(CaseStages.badge(bid.status()), amounts(bid));
        facts.addClassName("card");
        Div top = new Div(facts, nextSteps.panel(id));
        top.addClassName("cards");
        Section part = new Section(tab.content(bid));
        part.getElement().setAttribute("aria-label", getTranslation(tab.titleKey()));
        part.addClassName("card");
        content.removeAll();
        content.add(CaseStages.of(bid, nextSteps.stageInDelivery(bid)), top, navigation(bid, shown, tab), part);
    }

    private Component amounts(BidSummary bid) {
        Facts facts = new Facts()
                .fact(getTranslation("bid.amount.requested"), bid.requested().format())
                .fact(getTranslation("bid.amount.guide"), bid.guide().format())
                .fact(getTranslation("bid.amount.matched"), bid.matched().format());
        Money recommended = bid.recommended();
        if (recommended != null) {
            facts.fact(getTranslation("bid.amount.recommended"), recommended.format());
        }
        Money agreed = bid.agreed();
        if (agreed != null) {
            facts.fact(getTranslation("bid.amount.agreed"), agreed.format());
        }
        released.releasedOf(bid.id())
                .ifPresent(money -> facts.fact(getTranslation("bid.amount.released"), money.format()));
        return facts;
    }

    private Component[] buttons(BidSummary bid) {
        List<Component> buttons = new ArrayList<>();
        if (!currentUser.actor().has(Role.COLLABORATION_LEAD, bid.places())) {
            return new Component[0];
        }
        if (bid.status().isWithLead()) {
            Button plan = new Button(
                    getTranslation("bid.case.plan"),
                    e -> getUI().ifPresent(ui -> ui.navigate(address(bid.id()) + "/plan")));
            plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(plan);
        }
        if (bid.status().isBeforeRelease()) {
            buttons.add(new Button(
                    getTranslation("bid.withdraw"),
                    e -> WithdrawDialog.open(
                            bid, withdrawal, () -> getUI().ifPresent(ui -> ui.refreshCurrentRoute(false)))));
        }
        return buttons.toArray(Component[]::new);
    }

    private Component navigation(BidSummary bid, List<CaseTab> shown, CaseTab current) {
        Nav nav = new Nav();
        nav.addClassName("case-tabs");
        nav.getElement().setAttribute("aria-label", getTranslation("bid.case.tabs"));
        for (CaseTab tab : shown) {
            Anchor link = new Anchor(address(bid.id(), tab.key()), getTranslation(tab.titleKey()));
            if (tab.key().equals(current.key())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }
}
