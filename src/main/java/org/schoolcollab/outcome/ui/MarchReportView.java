package org.schoolcollab.outcome.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.outcome.MarchDraft;
import org.schoolcollab.outcome.MarchReport;
import org.schoolcollab.outcome.MarchReporting;
import org.schoolcollab.outcome.Progress;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Facts;

/** The lead writes the March report. */
@Route("bids/:bidId/march-report")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class MarchReportView extends WritingPage {

    /** The fields of one priority. */
    private record Row(UUID priority, String words, RadioButtonGroup<Progress> progress, TextArea comment) {}

    private final transient MarchReporting reporting;
    private final transient List<Row> rows = new ArrayList<>();
    private TextArea selfAssessment = new TextArea();
    private TextArea nextSteps = new TextArea();
    private transient @org.jspecify.annotations.Nullable MarchReport report;

    MarchReportView(MarchReporting reporting) {
        super("outcome.march");
        this.reporting = reporting;
    }

    @Override
    void load(BidId id) {
        MarchReport opened = reporting.open(id);
        report = opened;
        show(opened.bid(), opened.state(), form(opened));
    }

    private Div form(MarchReport opened) {
        Div form = new Div();
        form.addClassNames("form", "stack");
        rows.clear();
        for (int i = 0; i < opened.items().size(); i++) {
            MarchReport.Item item = opened.items().get(i);
            RadioButtonGroup<Progress> progress =
                    new RadioButtonGroup<>(getTranslation("outcome.march.progress", item.words()));
            progress.setItems(Progress.values());
            progress.setItemLabelGenerator(value -> getTranslation("enum.Progress." + value.name()));
            progress.setValue(item.progress());
            register("items[" + i + "].progress", progress);
            TextArea comment = text(
                    "items[" + i + "].comment",
                    getTranslation("outcome.march.comment", item.words()),
                    getTranslation("outcome.march.comment.hint"),
                    item.comment());
            rows.add(new Row(item.priority(), item.words(), progress, comment));
            form.add(new H2(getTranslation("outcome.march.priority", i + 1, item.words())), progress, comment);
        }
        selfAssessment = text(
                "selfAssessment",
                getTranslation("outcome.march.selfAssessment"),
                getTranslation("outcome.march.selfAssessment.hint"),
                opened.selfAssessment());
        nextSteps = text(
                "nextSteps",
                getTranslation("outcome.march.nextSteps"),
                getTranslation("outcome.march.nextSteps.hint"),
                opened.nextSteps());
        form.add(new H2(getTranslation("outcome.march.whole")), selfAssessment, nextSteps);
        return form;
    }

    private MarchReport opened() {
        return java.util.Objects.requireNonNull(report);
    }

    private MarchDraft typed() {
        return new MarchDraft(
                opened().state().version(),
                rows.stream()
                        .map(row -> new MarchDraft.Item(
                                row.priority(),
                                row.progress().getValue(),
                                row.comment().getValue()))
                        .toList(),
                selfAssessment.getValue(),
                nextSteps.getValue());
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
                row.words(),
                getTranslation("enum.Progress." + row.progress().getValue().name())));
        return facts.fact(getTranslation("outcome.march.selfAssessment"), selfAssessment.getValue())
                .fact(getTranslation("outcome.march.nextSteps"), nextSteps.getValue());
    }
}
