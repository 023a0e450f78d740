package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.MoneyField;

/** Matched funding and who pledges it, the skills audit and commissioned support. */
class SupportFields extends Div {

    private final Round round;
    private final MoneyField matched = new MoneyField(getTranslation("bid.plan.matched.label"));
    private final TextArea matchedBy = new TextArea(getTranslation("bid.plan.matchedBy.label"));
    private final Checkbox skillsAudit = new Checkbox(getTranslation("bid.plan.skillsAudit.label"));
    private final TextArea support = new TextArea(getTranslation("bid.plan.support.label"));

    SupportFields(Round round) {
        this.round = round;
        addClassName("form");
        matchedBy.setHelperText(getTranslation("bid.plan.matchedBy.hint"));
        support.setHelperText(getTranslation("bid.plan.support.hint"));
        matchedBy.setWidthFull();
        support.setWidthFull();
        add(matched, matchedBy, skillsAudit, support);
    }

    /** Says how much matched funding this request needs. */
    void requestIs(Money requested) {
        matched.setHelperText(getTranslation(
                "bid.plan.matched.hint",
                round.matchedFundingPercent(),
                requested.percent(round.matchedFundingPercent())));
    }

    void show(PlanDraft draft) {
        matched.setValue(draft.matchedAmount());
        matchedBy.setValue(draft.matchedBy());
        skillsAudit.setValue(draft.skillsAuditDone());
        support.setValue(draft.support());
    }

    void name(FieldNames names) {
        names.name("matchedAmount", matched);
        names.name("matchedBy", matchedBy);
        names.name("support", support);
    }

    String matchedAmount() {
        return matched.getValue();
    }

    String matchedBy() {
        return matchedBy.getValue();
    }

    boolean skillsAuditDone() {
        return skillsAudit.getValue();
    }

    String support() {
        return support.getValue();
    }
}
