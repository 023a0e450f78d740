package org.schoolcollab.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.AuditQueries.Filter;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.DayField;

/** What of the trail to show. Its state stands in the address, so that a view of the trail can be kept and passed on. */
class AuditFilterForm extends Div {

    private final DayField from = new DayField();
    private final DayField to = new DayField();
    private final ComboBox<String> action = new ComboBox<>();
    private final TextField person = new TextField();
    private final TextField text = new TextField();

    AuditFilterForm(List<String> actions, Sentences sentences, Consumer<QueryParameters> show) {
        addClassName("chips");
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("audit.view.filters"));
        from.setLabel(getTranslation("audit.view.from"));
        to.setLabel(getTranslation("audit.view.to"));
        action.setLabel(getTranslation("audit.view.action"));
        person.setLabel(getTranslation("audit.view.person"));
        text.setLabel(getTranslation("audit.view.text"));
        action.setItems(actions);
        action.setItemLabelGenerator(sentences::of);
        action.setClearButtonVisible(true);
        person.setMaxLength(100);
        text.setMaxLength(100);
        Button go = new Button(getTranslation("audit.view.show"), e -> {
            // A day that cannot be read says so at its field; without it the list would show something else than was
            // asked for.
            if (from.isInvalid()) {
                from.focus();
            } else if (to.isInvalid()) {
                to.focus();
            } else {
                show.accept(parameters());
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        Button all = new Button(getTranslation("audit.view.all"), e -> show.accept(QueryParameters.empty()));
        add(from, to, action, person, text, go, all);
    }

    /** Takes the state from the address; what cannot be read is left out. */
    Filter read(QueryParameters address) {
        from.setValue(date(address, "from"));
        to.setValue(date(address, "to"));
        action.setValue(address.getSingleParameter("action").orElse(null));
        person.setValue(address.getSingleParameter("person").orElse(""));
        text.setValue(address.getSingleParameter("text").orElse(""));
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        return new Filter(
                first == null ? null : first.atStartOfDay(PortalClock.LONDON).toInstant(),
                last == null
                        ? null
                        : last.plusDays(1).atStartOfDay(PortalClock.LONDON).toInstant(),
                action.getValue(),
                person.getValue(),
                text.getValue());
    }

    private QueryParameters parameters() {
        Map<String, String> chosen = new HashMap<>();
        put(chosen, "from", from.getValue());
        put(chosen, "to", to.getValue());
        put(chosen, "action", action.getValue());
        put(chosen, "person", person.getValue());
        put(chosen, "text", text.getValue());
        return QueryParameters.simple(chosen);
    }

    private static void put(Map<String, String> chosen, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            chosen.put(name, value.toString().strip());
        }
    }

    private static @Nullable LocalDate date(QueryParameters address, String name) {
        try {
            return address.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
