package org.schoolcollab.outcome.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Optional;
import org.schoolcollab.bid.BidAddress;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.ReportAcceptance;
import org.schoolcollab.outcome.ReportQueries;
import org.schoolcollab.outcome.ReportState;
import org.schoolcollab.outcome.ReportStatus;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** What accepting either report has in common: the report to read, then accept or return with a reason. */
abstract class AcceptancePage extends Page implements BeforeEnterObserver {

    private final transient BidQueries bids;
    private final transient ReportQueries reports;
    private final transient ReportAcceptance acceptance;
    private final transient CurrentUser currentUser;
    private final Kind kind;
    private final Div content = new Div();

    AcceptancePage(
            BidQueries bids, ReportQueries reports, ReportAcceptance acceptance, CurrentUser currentUser, Kind kind) {
        this.bids = bids;
        this.reports = reports;
        this.acceptance = acceptance;
        this.currentUser = currentUser;
        this.kind = kind;
        content.addClassNames("card", "stack");
        add(content);
    }

    /** The report to read, once submitted. */
    abstract Optional<Component> report(ReportQueries queries, BidId id);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BidAddress.open(event, this::load);
    }

    private void load(BidId id) {
        BidSummary bid = bids.summary(id);
        if (!currentUser.actor().has(Role.ADVISER, bid.places())) {
            throw new AccessRefused("adviser of " + bid.districtCode());
        }
        content.removeAll();
        title(getTranslation(key("title")));
        subtitle(getTranslation("outcome.report.about", bid.collaborationName(), bid.roundName(), bid.areaName()));
        ReportState state = reports.state(id, kind);
        report(reports, id).ifPresent(content::add);
        if (state.status() != ReportStatus.SUBMITTED) {
            content.add(
                    new Paragraph(getTranslation("outcome.acceptance.notWithYou")),
                    new Anchor(BidAddress.of(id), getTranslation("outcome.report.toCase")));
            return;
        }
        decision(bid);
    }

    private void decision(BidSummary bid) {
        ErrorSummary errors = new ErrorSummary();
        String accept = getTranslation("outcome.acceptance.accept");
        Button acceptButton = new Button(
                accept,
                event -> check(
                        bid,
                        accept,
                        getTranslation(key("next")),
                        getTranslation(key("done")),
                        () -> acceptance.accept(bid.id(), kind)));
        acceptButton.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        TextArea reason = new TextArea(getTranslation("outcome.acceptance.reason"));
        reason.setHelperText(getTranslation("outcome.acceptance.reason.hint"));
        reason.setWidthFull();
        errors.register("reason", reason);
        String back = getTranslation("outcome.acceptance.return");
        Button returnButton = new Button(back, event -> {
            errors.clear();
            try {
                Texts.reason(ReportAcceptance.REASON, reason.getValue());
            } catch (ValidationFailed failed) {
                errors.show(failed.problems());
                return;
            }
            check(
                    bid,
                    back,
                    getTranslation("outcome.acceptance.nextReturn"),
                    getTranslation("outcome.acceptance.doneReturn"),
                    () -> acceptance.returnReport(bid.id(), kind, reason.getValue()));
        });
        Div form = new Div(
                errors,
                new H2(getTranslation("outcome.acceptance.decide")),
                new Div(acceptButton),
                new H2(getTranslation("outcome.acceptance.returnTitle")),
                reason,
                new Div(returnButton));
        form.addClassNames("form", "stack");
        content.add(form);
    }

    private void check(BidSummary bid, String verb, String next, String done, Runnable step) {
        Facts answers = new Facts()
                .fact(getTranslation("outcome.acceptance.report"), getTranslation(key("report")))
                .fact(getTranslation("outcome.acceptance.collaboration"), bid.collaborationName());
        new CheckDialog(getTranslation("outcome.acceptance.check"), answers, next, verb, () -> {
                    step.run();
                    Refusals.done(done);
                    getUI().ifPresent(ui -> ui.navigate(BidAddress.of(bid.id())));
                })
                .open();
    }

    private String key(String element) {
        return (kind == Kind.MARCH ? "outcome.marchAcceptance." : "outcome.octoberAcceptance.") + element;
    }
}
