package org.schoolcollab.bid.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;

/** What is typed in a field of a plan, as people read it. */
public class FieldText {

    /** Where the sentences come from: the screen's, or those of papers. */
    @FunctionalInterface
    public interface Words {
        String of(String key, Object... values);
    }

    /** What the things are called that a field names by id. */
    @FunctionalInterface
    public interface Names {
        Optional<String> of(String id);
    }

    private final PlanCatalogue catalogue;
    private final Words words;
    private final Names names;

    /** Where nothing is known of the things that fields name by id, only their number is shown. */
    public FieldText(PlanCatalogue catalogue, Words words) {
        this(catalogue, words, id -> Optional.empty());
    }

    public FieldText(PlanCatalogue catalogue, Words words, Names names) {
        this.catalogue = catalogue;
        this.words = words;
        this.names = names;
    }

    /** Codes and choices in words, days and amounts written out; a text as it is. */
    public String shown(PlanField field, String typed) {
        if (typed.isEmpty()) {
            return field.kind() == PlanField.Kind.YES ? words.of("bid.plan.no") : "";
        }
        return switch (field.kind()) {
            case TEXT, NUMBER -> typed;
            case LINES, SCHOOLS -> named(PlanField.several(typed));
            case CODES ->
                field.catalogue() == null
                        ? typed
                        : PlanField.several(typed).stream()
                                .map(code -> catalogue.labels(field.catalogue()).getOrDefault(code, code))
                                .collect(Collectors.joining(", "));
            case AMOUNT -> PlanDraft.moneyIn(typed).map(Money::format).orElse(typed);
            case DATE -> Dates.day(LocalDate.parse(typed));
            case CHOICE -> words.of(field.choiceLabel(typed));
            case CODE ->
                field.catalogue() == null
                        ? typed
                        : Objects.requireNonNullElse(
                                catalogue.labels(field.catalogue()).get(typed), typed);
            case YES -> words.of("bid.plan.yes");
        };
    }

    private String named(List<String> ids) {
        List<String> known = ids.stream().flatMap(id -> names.of(id).stream()).toList();
        return known.isEmpty() ? words.of("bid.parts.chosen", ids.size()) : String.join(", ", known);
    }
}
