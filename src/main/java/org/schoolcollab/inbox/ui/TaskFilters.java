package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxFilter.Sort;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.inbox.InboxQueries.Choice;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;

/** The row of filters above the list. */
class TaskFilters extends Div {

    private static final int CHOICES = 100;

    private final TextField text = new TextField();
    private final Select<@Nullable Stage> stage = new Select<>();
    private final Select<@Nullable String> area = new Select<>();
    private final Select<@Nullable Round> round = new Select<>();
    private final ComboBox<Choice> collaboration = new ComboBox<>();
    private final Checkbox overdue = new Checkbox();
    private final Select<Sort> sort = new Select<>();
    private final List<Round> rounds;
    private final transient InboxQueries queries;
    private View view = View.MINE;
    private boolean filling;

    TaskFilters(InboxQueries queries, Rounds rounds, Consumer<InboxFilter> changed) {
        this.rounds = rounds.all();
        this.queries = queries;
        addClassNames("chips", "task-filters");
        text.setLabel(getTranslation("inbox.filter.text"));
        text.setClearButtonVisible(true);
        stage.setLabel(getTranslation("inbox.filter.stage"));
        all(stage);
        stage.setItems(Stage.values());
        stage.setItemLabelGenerator(value ->
                value == null ? getTranslation("inbox.filter.all") : getTranslation("enum.Stage." + value.name()));
        Map<String, String> areas = queries.areas();
        area.setLabel(getTranslation("inbox.filter.area"));
        all(area);
        area.setItems(areas.keySet());
        area.setItemLabelGenerator(
                code -> code == null ? getTranslation("inbox.filter.all") : areas.getOrDefault(code, code));
        round.setLabel(getTranslation("inbox.filter.round"));
        all(round);
        round.setItems(this.rounds);
        round.setItemLabelGenerator(value -> value == null ? getTranslation("inbox.filter.all") : value.name());
        collaboration.setLabel(getTranslation("inbox.filter.collaboration"));
        collaboration.setPlaceholder(getTranslation("inbox.filter.all"));
        collaboration.setClearButtonVisible(true);
        collaboration.setItemLabelGenerator(Choice::name);
        collaboration.setItems(query -> {
            int to = query.getOffset() + query.getLimit();
            return queries.collaborations(query.getFilter().orElse(""), Math.min(to, CHOICES)).stream()
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        overdue.setLabel(getTranslation("inbox.filter.overdue"));
        sort.setLabel(getTranslation("inbox.filter.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(value -> getTranslation("inbox.sort." + value.name()));
        sort.addClassName("push-right");
        add(text, stage, area, round, collaboration, overdue, sort);
        text.addValueChangeListener(e -> changed(e.isFromClient(), changed));
        stage.addValueChangeListener(e -> changed(e.isFromClient(), changed));
        area.addValueChangeListener(e -> changed(e.isFromClient(), changed));
        round.addValueChangeListener(e -> changed(e.isFromClient(), changed));
        collaboration.addValueChangeListener(e -> changed(e.isFromClient(), changed));
        overdue.addValueChangeListener(e -> changed(e.isFromClient(), changed));
        sort.addValueChangeListener(e -> changed(e.isFromClient(), changed));
    }

    private void changed(boolean byPerson, Consumer<InboxFilter> changed) {
        if (!filling && byPerson) {
            changed.accept(filter());
        }
    }

    private <T> void all(Select<@Nullable T> select) {
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("inbox.filter.all"));
    }

    /** Shows what the address says. */
    void fill(InboxFilter filter) {
        filling = true;
        view = filter.view();
        text.setValue(filter.text());
        stage.setValue(filter.stage());
        area.setValue(filter.area());
        round.setValue(rounds.stream()
                .filter(known -> known.id().value().equals(filter.round()))
                .findFirst()
                .orElse(null));
        collaboration.setValue(choice(filter.collaboration()));
        overdue.setValue(filter.overdue());
        overdue.setVisible(view != View.DONE);
        sort.setValue(filter.sort());
        sort.setVisible(view != View.DONE);
        filling = false;
    }

    private @Nullable Choice choice(@Nullable UUID id) {
        return id == null
                ? null
                : queries.collaborations("", CHOICES).stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private InboxFilter filter() {
        Round chosenRound = round.getValue();
        Choice chosen = collaboration.getValue();
        return new InboxFilter(
                view,
                stage.getValue(),
                area.getValue(),
                chosenRound == null ? null : chosenRound.id().value(),
                chosen == null ? null : chosen.id(),
                overdue.getValue(),
                text.getValue(),
                sort.getValue());
    }
}
