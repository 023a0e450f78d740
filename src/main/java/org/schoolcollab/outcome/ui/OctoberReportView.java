package org.schoolcollab.outcome.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Plan;
import org.schoolcollab.outcome.OctoberDraft;
import org.schoolcollab.outcome.OctoberReport;
import org.schoolcollab.outcome.OctoberReporting;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;

/** The lead writes the October report: a result beside each target. */
@Route("bids/:bidId/october-report")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class OctoberReportView extends WritingPage {

    /** The fields of one target. */
    private record Row(Plan.Target target, TextField actual, Checkbox noFigure, TextArea reason, TextArea comment) {}

    private final transient OctoberReporting reporting;
    private final transient List<Row> rows = new ArrayList<>();
    private TextArea summary = new TextArea();
    private transient @org.jspecify.annotations.Nullable OctoberReport report;

    OctoberReportView(OctoberReporting reporting) {
        super("outcome.october");
        this.reporting = reporting;
    }

    @Override
    void load(BidId id) {
        OctoberReport opened = reporting.open(id);
        report = opened;
        show(opened.bid(), opened.state(), form(opened));
    }

    private Div form(OctoberReport opened) {
        Div form = new Div(ReportOnScreen.warning(this));
        form.addClassNames("form", "stack");
        rows.clear();
        for (int i = 0; i < opened.items().size(); i++) {
            form.add(target(opened.items().get(i), i));
        }
        summary = text(
                "summary",
                getTranslation("outcome.october.summary"),
                getTranslation("outcome.october.summary.hint"),
                opened.summary());
        form.add(new H2(getTranslation("outcome.october.whole")), summary);
        return form;
    }

    private Div target(OctoberReport.Item item, int i) {
        Plan.Target target = item.target();
        TextField actual = new TextField(getTranslation("outcome.october.actual"));
        actual.setHelperText(getTranslation("outcome.october.actual.hint"));
        actual.setValue(item.actualTyped());
        actual.getElement().setAttribute("inputmode", "decimal");
        register("items[" + i + "].actual", actual);
        Checkbox noFigure = new Checkbox(getTranslation("outcome.october.noFigure"), item.noFigure());
        TextArea reason = text(
                "items[" + i + "].reason",
                getTranslation("outcome.october.reason"),
                getTranslation("outcome.october.reason.hint"),
                item.reason());
        reason.setVisible(item.noFigure());
        noFigure.addValueChangeListener(change -> reason.setVisible(change.getValue()));
        TextArea comment = text(
                "items[" + i + "].comment",
                getTranslation("outcome.october.comment"),
                getTranslation("outcome.october.comment.hint"),
                item.comment());
        rows.add(new Row(target, actual, noFigure, reason, comment));
        Facts facts = new Facts()
                .fact(getTranslation("outcome.october.about"), target.about())
                .fact(getTranslation("outcome.october.baseline"), ReportOnScreen.figure(target.baseline()))
                .fact(getTranslation("outcome.october.target"), ReportOnScreen.figure(target.value()))
                .fact(getTranslation("outcome.october.by"), Dates.day(target.by()));
        if (item.verdict() != null) {
            facts.fact(getTranslation("outcome.october.verdict"), ReportOnScreen.verdict(this, item));
        }
        Div section = new Div(
                new H2(getTranslation("outcome.october.targetTitle", i + 1, target.measure())),
                facts,
                actual,
                noFigure,
                reason,
                comment);
        section.addClassName("stack");
        return section;
    }

    private OctoberReport opened() {
        return java.util.Objects.requireNonNull(report);
    }

    private OctoberDraft typed() {
        return new OctoberDraft(
                opened().state().version(),
                rows.stream()
                        .map(row -> new OctoberDraft.Item(
                                row.target().id(),
                                row.actual().getValue(),
                                row.noFigure().getValue(),
                                row.reason().getValue(),
                                row.comment().getValue()))
                        .toList(),
                summary.getValue());
    }

    @Override
    List<Problem> gaps() {
        return reporting.gaps(opened().bid().id(), typed());
    }

    @Override
    void save() {
        reporting.save(opened().bid().id(), typed());
    }

    @Override
    void submit() {
        reporting.submit(opened().bid().id(), typed());
    }

    @Override
    Facts answers() {
        Facts facts = new Facts();
        rows.forEach(row -> facts.fact(
                row.target().measure(),
                row.noFigure().getValue()
                        ? getTranslation("outcome.october.noFigure")
                        : getTranslation(
                                "outcome.october.against",
                                row.actual().getValue(),
                                ReportOnScreen.figure(row.target().value()))));
        return facts.fact(getTranslation("outcome.october.summary"), summary.getValue());
    }
}
