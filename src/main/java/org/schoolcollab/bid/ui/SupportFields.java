package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.MoneyField;

/** Matched funding and who pledges it, the skills audit and commissioned support. */
class SupportFields extends SectionFields {

    private final transient Round round;
    private final MoneyField matched = new MoneyField(getTranslation("bid.plan.matched.label"));
    private final transient List<PlanInput> inputs;

    SupportFields(Round round, PlanWriting writing) {
        super(PlanSection.SUPPORT);
        this.round = round;
        TextArea matchedBy = new TextArea(getTranslation("bid.plan.matchedBy.label"));
        TextArea support = new TextArea(getTranslation("bid.plan.support.label"));
        Checkbox skillsAudit = new Checkbox(getTranslation("bid.plan.skillsAudit.label"));
        matchedBy.setHelperText(getTranslation("bid.plan.matchedBy.hint"));
        support.setHelperText(getTranslation("bid.plan.support.hint"));
        matchedBy.setWidthFull();
        support.setWidthFull();
        inputs = List.of(
                PlanInput.text(place("matchedAmount"), null, matched, writing),
                PlanInput.text(place("matchedBy"), null, matchedBy, writing),
                new PlanInput(
                        place("skillsAudit"),
                        null,
                        skillsAudit,
                        ticked -> ticked ? PlanField.TICKED : "",
                        PlanField.TICKED::equals,
                        writing),
                PlanInput.text(place("support"), null, support, writing));
        inputs.forEach(this::add);
    }

    /** Says how much matched funding this request needs. */
    void requestIs(Money requested) {
        matched.setHelperText(getTranslation(
                "bid.plan.matched.hint",
                round.matchedFundingPercent(),
                requested.percent(round.matchedFundingPercent())));
    }

    @Override
    void merge(PlanFields stored) {
        Line line = stored.itself(PlanSection.SUPPORT);
        inputs.forEach(input -> input.update(line.field(input.place().field())));
    }

    @Override
    void name(List<Line> saved, FieldNames names) {
        inputs.forEach(input -> names.name(input.place().field(), input.component()));
    }
}
