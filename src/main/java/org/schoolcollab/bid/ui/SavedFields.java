package org.schoolcollab.bid.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.ChangedFields;
import org.schoolcollab.bid.domain.FieldText;

/** Fields of a plan as the history names them, {@code targets 2 schools} or {@code variance}, in people's words. */
final class SavedFields {

    private final FieldText texts;

    SavedFields(PlanCatalogue catalogue) {
        this.texts = new FieldText(catalogue, I18NProvider::translate);
    }

    /** What people call it; empty where it is no field of a plan. */
    Optional<String> label(String name) {
        List<String> parts = parts(name);
        return field(parts).map(field -> {
            String label = field.isTheLineItself() ? "" : I18NProvider.translate(field.label());
            if (parts.size() == 1) {
                return label;
            }
            String line = I18NProvider.translate(
                    "bid.history.line",
                    I18NProvider.translate(
                            "enum.PlanSection." + section(parts.getFirst()).orElseThrow()),
                    parts.get(1));
            return label.isEmpty() ? line : I18NProvider.translate("bid.history.lineField", line, label);
        });
    }

    /** What stood in it, as it is where it is no field of a plan, or too long for the record to hold all of it. */
    String shown(String name, String value) {
        Optional<PlanField> field = field(parts(name));
        if (field.isEmpty()) {
            return value;
        }
        if (!ChangedFields.isCut(value)) {
            return texts.shown(field.get(), value);
        }
        return field.get().namesThings()
                ? I18NProvider.translate(
                        "bid.history.chosen", PlanField.several(value).size())
                : value;
    }

    private static List<String> parts(String name) {
        return Arrays.asList(name.split(" ", -1));
    }

    private static Optional<PlanField> field(List<String> parts) {
        return switch (parts.size()) {
            case 1 ->
                Arrays.stream(PlanSection.values())
                        .flatMap(section -> section.field(PlanFields.ITSELF, parts.getFirst()).stream())
                        .findFirst();
            case 3 -> section(parts.getFirst()).flatMap(section -> section.field(parts.get(1), parts.get(2)));
            default -> Optional.empty();
        };
    }

    private static Optional<PlanSection> section(String problemName) {
        return Arrays.stream(PlanSection.values())
                .filter(section -> section.problemName().equals(problemName))
                .findFirst();
    }
}
