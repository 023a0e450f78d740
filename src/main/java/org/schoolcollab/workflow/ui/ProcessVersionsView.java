package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.move.BidMoves;
import org.schoolcollab.workflow.move.RoundPins;
import org.schoolcollab.workflow.publish.ProcessPublishing;
import org.schoolcollab.workflow.publish.ProcessVersions;
import org.schoolcollab.workflow.publish.ProcessVersions.Entry;
import org.schoolcollab.workflow.publish.Publication;

/** Every version of a process: who published it and why, the bids on it, what differs between two, the way back, and drafts. */
@Route("processes/versions/:key")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
public class ProcessVersionsView extends ProcessPage {

    private final transient ProcessVersions versions;
    private final transient ProcessDrafts drafts;
    private final transient ProcessPublishing publishing;
    private final transient BidMoves moves;
    private final transient RoundPins pins;
    private final transient Rounds rounds;
    private final transient Actor actor;
    private final Div content = new Div();

    ProcessVersionsView(
            ProcessVersions versions,
            ProcessDrafts drafts,
            ProcessPublishing publishing,
            BidMoves moves,
            RoundPins pins,
            Rounds rounds,
            CurrentUser currentUser) {
        super(versions);
        this.versions = versions;
        this.drafts = drafts;
        this.publishing = publishing;
        this.moves = moves;
        this.pins = pins;
        this.rounds = rounds;
        this.actor = currentUser.actor();
        content.addClassName("stack");
        add(content);
    }

    @Override
    void open(String key, List<Entry> entries) {
        Entry latest = entries.getFirst();
        title(getTranslation("workflow.versions.title", latest.version().name()));
        subtitle(getTranslation("workflow.versions.subtitle"));
        content.removeAll();
        content.add(new Anchor("processes/running/" + key, getTranslation("workflow.versions.running")));
        content.add(table(entries), drafts(key), new H2(getTranslation("workflow.versions.compare")));
        List<Integer> numbers =
                entries.stream().map(entry -> entry.version().number()).toList();
        content.add(
                comparison(key, entries),
                new PinsPart(pins, key, rounds.all(), numbers, actor.has(Role.ADMINISTRATOR)),
                reports(key));
    }

    private Component table(List<Entry> entries) {
        DataTable table = new DataTable(
                        getTranslation("workflow.versions.table"),
                        Column.text(getTranslation("workflow.versions.version")),
                        Column.text(getTranslation("workflow.versions.since")),
                        Column.text(getTranslation("workflow.versions.who")),
                        Column.text(getTranslation("workflow.versions.why")),
                        Column.number(getTranslation("workflow.versions.bids")),
                        Column.text(getTranslation("workflow.versions.hash")),
                        Column.text(getTranslation("workflow.versions.acts")))
                .stacked();
        int latest = entries.getFirst().version().number();
        entries.forEach(entry -> {
            Publication made = entry.publication();
            int number = entry.version().number();
            String version =
                    getTranslation(number == latest ? "workflow.versions.inUse" : "workflow.versions.number", number);
            Span hash = new Span(entry.hash().substring(0, 12));
            hash.setTitle(entry.hash());
            table.row(
                    new Span(version),
                    new Span(Dates.day(made == null ? entry.version().deployedAt() : made.at())),
                    new Span(
                            made == null
                                    ? getTranslation("workflow.versions.shipped")
                                    : getTranslation("workflow.versions.people", made.editedBy(), made.publishedBy())),
                    new Span(made == null ? "" : made.comment()),
                    new Span(Integer.toString(entry.running())),
                    hash,
                    acts(entry, latest));
        });
        return table;
    }

    private Component acts(Entry entry, int latest) {
        Div acts = new Div();
        acts.addClassName("row");
        String key = entry.version().key();
        int number = entry.version().number();
        if (actor.has(Role.PROCESS_EDITOR)) {
            acts.add(new Button(getTranslation("workflow.versions.edit", number), e -> edit(key, number)));
            if (number != latest) {
                acts.add(new Button(
                        getTranslation("workflow.versions.back", number),
                        e -> new CommentDialog(
                                        getTranslation("workflow.versions.back.title", number),
                                        getTranslation("workflow.versions.back.next", number),
                                        getTranslation("workflow.versions.back", number),
                                        comment -> {
                                            Draft back = publishing.rollBack(key, number, comment);
                                            UI.getCurrent().navigate("processes/publish/" + back.id());
                                        })
                                .open()));
            }
        }
        boolean mayMove = actor.has(Role.ADMINISTRATOR) || actor.has(Role.PROCESS_PUBLISHER);
        if (mayMove && number != latest && entry.running() > 0) {
            acts.add(new Anchor(
                    "processes/move/" + key + "/" + number + "/" + latest,
                    getTranslation("workflow.versions.move", entry.running())));
        }
        return acts;
    }

    private void edit(String key, int version) {
        try {
            Draft draft = drafts.open(key, version);
            UI.getCurrent().navigate("processes/edit/" + draft.id());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private Component drafts(String key) {
        List<Draft> open = drafts.drafts().stream()
                .filter(draft -> draft.key().equals(key))
                .toList();
        Div box = new Div(new H2(getTranslation("workflow.versions.drafts")));
        box.addClassName("stack");
        if (open.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("workflow.versions.drafts.none"));
            none.addClassName("empty");
            box.add(none);
        } else {
            DataTable table = new DataTable(
                    getTranslation("workflow.versions.drafts"),
                    Column.text(getTranslation("workflow.versions.draft")),
                    Column.text(getTranslation("workflow.versions.saved")),
                    Column.text(getTranslation("workflow.versions.state")));
            open.forEach(draft -> table.row(
                    new Anchor(
                            "processes/publish/" + draft.id(),
                            getTranslation("workflow.versions.basedOn", draft.basedOn())),
                    new Span(getTranslation(
                            "workflow.versions.savedBy", draft.savedByName(), Dates.moment(draft.savedAt()))),
                    new Span(getTranslation("enum.DraftStatus." + draft.status().name()))));
            box.add(table);
        }
        return box;
    }

    private Component comparison(String key, List<Entry> entries) {
        Div result = new Div();
        if (entries.size() < 2) {
            result.add(new Paragraph(getTranslation("workflow.versions.compare.one")));
            return result;
        }
        List<Integer> numbers =
                entries.stream().map(entry -> entry.version().number()).toList();
        Select<Integer> from = choice("workflow.versions.from", numbers, numbers.get(1));
        Select<Integer> to = choice("workflow.versions.to", numbers, numbers.getFirst());
        Runnable show = () -> {
            result.removeAll();
            result.add(new DifferenceParts(
                    versions.difference(key, from.getValue(), to.getValue()),
                    getTranslation("workflow.versions.number", from.getValue()),
                    getTranslation("workflow.versions.number", to.getValue())));
        };
        from.addValueChangeListener(e -> show.run());
        to.addValueChangeListener(e -> show.run());
        show.run();
        Div choices = new Div(from, to);
        choices.addClassName("row");
        Div both = new Div(choices, result);
        both.addClassName("stack");
        return both;
    }

    private Select<Integer> choice(String label, List<Integer> numbers, Integer value) {
        Select<Integer> choice = new Select<>();
        choice.setLabel(getTranslation(label));
        choice.setItems(numbers);
        choice.setItemLabelGenerator(number -> getTranslation("workflow.versions.number", number));
        choice.setValue(value);
        return choice;
    }

    private Component reports(String key) {
        Div box = new Div();
        moves.of(key).forEach(report -> {
            if (box.getElement().getChildCount() == 0) {
                box.add(new H2(getTranslation("workflow.move.reports")));
            }
            box.add(new Paragraph(new Anchor(
                    "processes/moves/" + report.id(),
                    getTranslation(
                            "workflow.move.report",
                            report.plan().from(),
                            report.plan().to(),
                            Dates.moment(report.startedAt()),
                            report.startedBy()))));
        });
        return box;
    }
}
