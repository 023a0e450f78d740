package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Page;
import org.schoolcollab.workflow.move.BidMoves;
import org.schoolcollab.workflow.move.MoveId;
import org.schoolcollab.workflow.move.MovePlan;
import org.schoolcollab.workflow.move.MovePlan.Place;
import org.schoolcollab.workflow.move.MoveRun;
import org.schoolcollab.workflow.move.Trial;

/** Before bids are moved to another version: which step becomes which, and a dry run of every bid. */
@Route("processes/move/:key/:from/:to")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
public class MoveBidsView extends Page implements BeforeEnterObserver {

    private final transient BidMoves moves;
    private final transient MoveRun run;
    private final Div content = new Div();
    private final Div result = new Div();
    private transient @Nullable MovePlan plan;

    MoveBidsView(BidMoves moves, MoveRun run) {
        this.moves = moves;
        this.run = run;
        content.addClassName("stack");
        result.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        try {
            int from = Integer.parseInt(event.getRouteParameters().get("from").orElse(""));
            int to = Integer.parseInt(event.getRouteParameters().get("to").orElse(""));
            plan = moves.plan(key, from, to);
            show(plan);
        } catch (NotFound | NumberFormatException unknown) {
            NotFoundException missing = new NotFoundException();
            missing.initCause(unknown);
            throw missing;
        }
    }

    private void show(MovePlan now) {
        title(getTranslation("workflow.move.title", now.from(), now.to()));
        subtitle(getTranslation("workflow.move.subtitle"));
        content.removeAll();
        result.removeAll();
        List<Place> places = moves.places(now.key(), now.from(), now.to());
        if (places.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("error.workflow.move.nothing"));
            none.addClassName("empty");
            content.add(none);
            return;
        }
        Button dry = new Button(getTranslation("workflow.move.dry"), e -> dryRun());
        dry.setDisableOnClick(true);
        dry.addClickListener(e -> dry.setEnabled(true));
        dry.addThemeVariants(ButtonVariant.PRIMARY);
        content.add(new H2(getTranslation("workflow.move.steps")), mapping(now, places), dry, result);
        content.add(new Anchor("processes/versions/" + now.key(), getTranslation("workflow.publish.versions")));
    }

    private Component mapping(MovePlan now, List<Place> places) {
        DataTable table = new DataTable(
                getTranslation("workflow.move.steps"),
                Column.text(getTranslation("workflow.move.from", now.from())),
                Column.number(getTranslation("workflow.versions.bids")),
                Column.text(getTranslation("workflow.move.to", now.to())));
        places.forEach(place ->
                table.row(new Span(place.name()), new Span(Integer.toString(place.bids())), choice(now, place)));
        return table;
    }

    private Component choice(MovePlan now, Place place) {
        if (place.targets().isEmpty()) {
            return new Span(getTranslation("workflow.move.noTarget"));
        }
        Select<MovePlan.Target> choice = new Select<>();
        choice.setAriaLabel(getTranslation("workflow.move.choose", place.name()));
        choice.setItems(place.targets());
        choice.setItemLabelGenerator(target -> target == null ? "" : target.name());
        choice.setPlaceholder(getTranslation("workflow.move.placeholder"));
        place.targets().stream()
                .filter(target -> target.step().equals(now.mapping().get(place.step())))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(e -> {
            MovePlan before = plan;
            if (before != null && e.getValue() != null) {
                plan = before.mapped(place.step(), e.getValue().step());
                result.removeAll();
            }
        });
        return choice;
    }

    private void dryRun() {
        MovePlan now = plan;
        if (now == null) {
            return;
        }
        result.removeAll();
        List<Trial> trials = moves.bids(now).stream()
                .map(instance -> moves.tryOne(now, instance))
                .toList();
        long can = trials.stream()
                .filter(trial -> trial.result() == Trial.Result.CAN_MOVE)
                .count();
        result.add(new H2(getTranslation("workflow.move.dry.result")), new Trials(trials));
        if (can > 0) {
            Button move = new Button(
                    getTranslation("workflow.move.verb", can),
                    e -> confirm(now, can).open());
            move.addThemeVariants(ButtonVariant.PRIMARY);
            result.add(move);
        }
    }

    private CommentDialog confirm(MovePlan now, long bids) {
        return new CommentDialog(
                getTranslation("workflow.move.title", now.from(), now.to()),
                getTranslation("workflow.move.next"),
                getTranslation("workflow.move.verb", bids),
                comment -> {
                    MoveId id = moves.begin(now, comment);
                    run.take(id);
                    UI.getCurrent().navigate("processes/moves/" + id);
                });
    }
}
