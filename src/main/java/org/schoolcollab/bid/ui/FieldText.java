package org.schoolcollab.bid.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;

/** What is typed in a field of a plan, as people read it. */
class FieldText {

    private final PlanCatalogue catalogue;

    FieldText(PlanCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Codes and choices in words, days and amounts written out; a text as it is. */
    String shown(PlanField field, String typed) {
        if (typed.isEmpty()) {
            return field.kind() == PlanField.Kind.YES ? I18NProvider.translate("bid.plan.no") : "";
        }
        return switch (field.kind()) {
            case TEXT, NUMBER -> typed;
            case LINES ->
                I18NProvider.translate(
                        "bid.parts.chosen", PlanField.several(typed).size());
            case CODES ->
                field.catalogue() == null
                        ? typed
                        : PlanField.several(typed).stream()
                                .map(code -> catalogue.labels(field.catalogue()).getOrDefault(code, code))
                                .collect(Collectors.joining(", "));
            case AMOUNT -> PlanDraft.moneyIn(typed).map(Money::format).orElse(typed);
            case DATE -> Dates.day(LocalDate.parse(typed));
            case CHOICE -> I18NProvider.translate(field.choiceLabel(typed));
            case CODE ->
                field.catalogue() == null
                        ? typed
                        : Objects.requireNonNullElse(
                                catalogue.labels(field.catalogue()).get(typed), typed);
            case YES -> I18NProvider.translate("bid.plan.yes");
        };
    }
}
