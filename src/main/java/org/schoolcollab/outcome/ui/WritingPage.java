package org.schoolcollab.outcome.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import org.schoolcollab.bid.BidAddress;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.ReportState;
import org.schoolcollab.outcome.ReportStatus;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** What writing either report has in common: errors on top, the form, save and submit. Nothing typed is lost on an error. */
abstract class WritingPage extends Page implements BeforeEnterObserver {

    private final Div content = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final String key;

    /** @param key start of this screen's message keys, e.g. {@code outcome.march} */
    WritingPage(String key) {
        this.key = key;
        content.addClassNames("card", "stack");
        add(errors, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BidAddress.open(event, this::load);
    }

    /** Shows the report of this bid; called again after it was saved. */
    abstract void load(BidId id);

    /** Every gap of what is typed. */
    abstract List<Problem> gaps();

    abstract void save();

    abstract void submit();

    void show(BidSummary bid, ReportState state, Component form) {
        errors.clear();
        content.removeAll();
        title(getTranslation(key + ".title"));
        subtitle(getTranslation("outcome.report.about", bid.collaborationName(), bid.roundName(), bid.areaName()));
        if (!state.status().isWithLead()) {
            content.add(
                    ReportOnScreen.state(this, state),
                    new Anchor(BidAddress.of(bid.id()), getTranslation("outcome.report.toCase")));
            return;
        }
        if (state.status() == ReportStatus.RETURNED) {
            Paragraph returned = new Paragraph(getTranslation("outcome.report.returnedBecause", state.returnReason()));
            returned.addClassNames("notice", "notice-warn");
            content.add(returned);
        }
        Button submit = new Button(getTranslation("outcome.report.check"), event -> check(bid));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button save = new Button(getTranslation("outcome.report.save"), event -> saveDraft(bid));
        Div buttons = new Div(submit, save);
        buttons.addClassName("row");
        content.add(form, buttons);
    }

    private void saveDraft(BidSummary bid) {
        errors.clear();
        try {
            save();
            load(bid.id());
            Refusals.done(getTranslation("outcome.report.saved"));
        } catch (ValidationFailed failed) {
            errors.show(failed.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private void check(BidSummary bid) {
        List<Problem> gaps = gaps();
        if (!gaps.isEmpty()) {
            errors.show(gaps);
            return;
        }
        errors.clear();
        Facts answers = answers();
        new CheckDialog(
                        getTranslation("outcome.report.checkTitle"),
                        answers,
                        getTranslation(key + ".next"),
                        getTranslation(key + ".submit"),
                        () -> {
                            submit();
                            Refusals.done(getTranslation(key + ".done"));
                            getUI().ifPresent(ui -> ui.navigate(BidAddress.of(bid.id())));
                        })
                .open();
    }

    /** What is typed, once more. */
    abstract Facts answers();

    TextArea text(String name, String label, String hint, String value) {
        TextArea area = new TextArea(label);
        area.setHelperText(hint);
        area.setValue(value);
        area.addClassName("wide");
        area.setWidthFull();
        errors.register(name, area);
        return area;
    }

    void register(String name, Component field) {
        errors.register(name, field);
    }
}
