package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanFile;
import org.schoolcollab.bid.PlanRevision;
import org.schoolcollab.bid.PlanRevisions;
import org.schoolcollab.bid.attachment.Attachments;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Refusals;

/** What was kept of a plan: any two of them compared field by field, and an earlier one taken up again. */
@Route("bids/:bidId/revisions")
@RouteAlias("bids/:bidId/revisions/:earlier/:later")
@RolesAllowed(Roles.PERSON)
public class RevisionsView extends BidPage {

    private final transient BidQueries bids;
    private final transient PlanRevisions revisions;
    private final transient PlanDrafting drafting;
    private final transient PlanCatalogue catalogue;
    private final transient Attachments attachments;
    private final transient CurrentUser currentUser;
    private final Div content = new Div();
    /** Label of the choice that made this page show another comparison: the person is still there. */
    private String goneOnFrom = "";

    RevisionsView(
            BidQueries bids,
            PlanRevisions revisions,
            PlanDrafting drafting,
            PlanCatalogue catalogue,
            Attachments attachments,
            CurrentUser currentUser) {
        this.bids = bids;
        this.revisions = revisions;
        this.drafting = drafting;
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.currentUser = currentUser;
        content.addClassName("stack");
        add(content);
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary bid = bids.summary(id);
        List<PlanRevision> kept = revisions.of(id);
        title(getTranslation("bid.revisions.title", bid.collaborationName()));
        subtitle(getTranslation("bid.plan.subtitle", bid.roundName(), bid.revision()));
        content.removeAll();
        content.add(new Anchor(address(id, "plan"), getTranslation("bid.revisions.back")));
        if (kept.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("bid.revisions.none"));
            none.addClassName("empty");
            content.add(none);
            return;
        }
        int earlier = number(
                event,
                "earlier",
                kept,
                kept.size() > 1 ? kept.get(1).number() : kept.getFirst().number());
        int later =
                number(event, "later", kept, kept.size() > 1 ? kept.getFirst().number() : PlanRevisions.NOW);
        content.add(new H2(getTranslation("bid.revisions.compare")), choice(id, kept, earlier, later));
        content.add(new RevisionDifferences(
                revisions.difference(id, earlier, later),
                catalogue,
                attachments,
                getTranslation("bid.revisions.earlier"),
                getTranslation("bid.revisions.later")));
        content.add(new H2(getTranslation("bid.revisions.all")), table(bid, kept));
    }

    /** @throws NotFound if the address names none that was kept */
    private static int number(BeforeEnterEvent event, String name, List<PlanRevision> kept, int otherwise) {
        return event.getRouteParameters()
                .get(name)
                .map(typed -> numbers(kept)
                        .filter(number -> typed.equals(Integer.toString(number)))
                        .findFirst()
                        .orElseThrow(NotFound::new))
                .orElse(otherwise);
    }

    /** The plan as it is now, then all that was kept, the latest first. */
    private static Stream<Integer> numbers(List<PlanRevision> kept) {
        return Stream.concat(Stream.of(PlanRevisions.NOW), kept.stream().map(PlanRevision::number));
    }

    private Component choice(BidId id, List<PlanRevision> kept, int earlier, int later) {
        Select<Integer> from = select("bid.revisions.earlier", kept, earlier);
        Select<Integer> to = select("bid.revisions.later", kept, later);
        from.addValueChangeListener(e -> go(id, from, to, from));
        to.addValueChangeListener(e -> go(id, from, to, to));
        Stream.of(from, to)
                .filter(select -> select.getLabel().equals(goneOnFrom))
                .forEach(Select::focus);
        goneOnFrom = "";
        Div row = new Div(from, to);
        row.addClassName("row");
        return row;
    }

    private Select<Integer> select(String label, List<PlanRevision> kept, int chosen) {
        Select<Integer> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.setWidth("22rem");
        select.setMaxWidth("100%");
        select.setItems(numbers(kept).toList());
        select.setItemLabelGenerator(number -> kept.stream()
                .filter(revision -> revision.number() == number)
                .map(this::name)
                .findFirst()
                .orElseGet(() -> getTranslation("bid.revisions.now")));
        select.setValue(chosen);
        return select;
    }

    private String name(PlanRevision revision) {
        return getTranslation(
                "bid.revisions." + revision.kind().name(), revision.revision(), Dates.moment(revision.at()));
    }

    private void go(BidId id, Select<Integer> from, Select<Integer> to, Select<Integer> changed) {
        goneOnFrom = changed.getLabel();
        getUI().ifPresent(ui -> ui.navigate(address(id) + "/revisions/" + from.getValue() + "/" + to.getValue()));
    }

    private Component table(BidSummary bid, List<PlanRevision> kept) {
        boolean mayRestore =
                bid.status().isWithLead() && currentUser.actor().has(Role.COLLABORATION_LEAD, bid.places());
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(getTranslation("bid.revisions.revision")),
                Column.text(getTranslation("bid.revisions.by")),
                Column.number(getTranslation("bid.amount.requested"))));
        Map<Integer, List<PlanFile>> files = revisions.files(bid.id());
        if (!files.isEmpty()) {
            columns.add(Column.text(getTranslation("bid.files.title")));
        }
        if (mayRestore) {
            columns.add(Column.text(getTranslation("bid.revisions.takeUp")));
        }
        DataTable table = new DataTable(getTranslation("bid.revisions.all"), columns.toArray(Column[]::new));
        table.stacked();
        kept.forEach(revision -> {
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(name(revision)),
                    new Span(revision.by()),
                    new Span(revision.requested().format())));
            if (!files.isEmpty()) {
                cells.add(files(files.getOrDefault(revision.number(), List.of())));
            }
            if (mayRestore) {
                cells.add(restore(bid, revision));
            }
            table.row(cells.toArray(Component[]::new));
        });
        return table;
    }

    private Component files(List<PlanFile> files) {
        Div cell = new Div();
        files.forEach(one -> cell.add(new Div(
                one.opens()
                        ? FileLink.to(attachments, one.file())
                        : new Span(one.file().name()))));
        return cell;
    }

    private Button restore(BidSummary bid, PlanRevision revision) {
        Button button = new Button(getTranslation("bid.revisions.restore"), e -> ask(bid, revision));
        button.setAriaLabel(getTranslation("bid.revisions.restore.of", name(revision)));
        return button;
    }

    private void ask(BidSummary bid, PlanRevision revision) {
        PlanDraft draft = drafting.open(bid.id()).draft();
        new CheckDialog(
                        getTranslation("bid.revisions.restore.title"),
                        new RevisionDifferences(
                                revisions
                                        .difference(bid.id(), PlanRevisions.NOW, revision.number())
                                        .ofThePlan(),
                                catalogue,
                                attachments,
                                getTranslation("bid.revisions.restore.now"),
                                getTranslation("bid.revisions.restore.then")),
                        getTranslation("bid.revisions.restore.next"),
                        getTranslation("bid.revisions.restore.verb", revision.requested()),
                        () -> {
                            drafting.restore(bid.id(), revision.number(), draft.version());
                            Refusals.done(getTranslation("bid.revisions.restore.done"));
                            getUI().ifPresent(ui -> ui.navigate(address(bid.id()) + "/plan"));
                        })
                .open();
    }
}
