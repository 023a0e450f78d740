package org.schoolcollab.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.AuditQueries;
import org.schoolcollab.audit.AuditQueries.Entry;
import org.schoolcollab.audit.AuditQueries.Filter;
import org.schoolcollab.audit.AuditVerification;
import org.schoolcollab.audit.AuditVerification.Verdict;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.Page;

/** Who did what, in which role and when, newest first; and whether the trail is whole. */
@Route("audit")
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
@Menu(order = 70, title = "audit.view.title")
public class AuditView extends Page implements BeforeEnterObserver {

    private static final int PAGE = 50;

    private final transient AuditQueries queries;
    private final transient AuditVerification verification;
    private final Sentences sentences = new Sentences(this);
    private final AuditFilterForm filters;
    private final OrderedList records = new OrderedList();
    private final Paragraph count = new Paragraph();
    private final Button more = new Button(getTranslation("audit.view.more"), e -> showMore());
    private final Paragraph verdict = new Paragraph();
    private final Div card = new Div();
    private Filter filter = new Filter(null, null, null, null, null);
    private @Nullable Long last;

    AuditView(AuditQueries queries, AuditVerification verification) {
        this.queries = queries;
        this.verification = verification;
        title(getTranslation("audit.view.title"));
        subtitle(getTranslation("audit.view.subtitle"));
        Button check = new Button(getTranslation("audit.view.check"), e -> showVerdict());
        check.setDisableOnClick(true);
        check.addClickListener(e -> check.setEnabled(true));
        actions(check);
        verdict.getElement().setAttribute("role", "status");
        count.getElement().setAttribute("role", "status");
        count.addClassName("hint");
        filters = new AuditFilterForm(queries.actions(), sentences, this::show);
        records.addClassName("rows");
        records.getElement().setAttribute("aria-label", getTranslation("audit.view.records"));
        card.add(records);
        card.addClassNames("card", "flush");
        add(verdict, filters, count, card, more);
    }

    private void show(QueryParameters parameters) {
        getUI().ifPresent(ui -> ui.navigate(AuditView.class, parameters));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = filters.read(event.getLocation().getQueryParameters());
        records.removeAll();
        last = null;
        showMore();
    }

    private void showMore() {
        List<Entry> page = queries.page(filter, last, PAGE + 1);
        List<Entry> shown = page.size() > PAGE ? page.subList(0, PAGE) : page;
        shown.forEach(entry -> records.add(new ListItem(new AuditRecord(entry, sentences))));
        if (!shown.isEmpty()) {
            last = shown.getLast().id();
        }
        boolean further = page.size() > PAGE;
        more.setVisible(further);
        int total = records.getComponentCount();
        card.setVisible(total > 0);
        count.setText(
                total == 0
                        ? getTranslation("audit.view.empty")
                        : getTranslation(further ? "audit.view.countMore" : "audit.view.count", total));
    }

    private void showVerdict() {
        Verdict found = verification.verify();
        verdict.setClassName("notice");
        verdict.addClassName(found.firstBreak().isPresent() ? "notice-warn" : "notice-good");
        verdict.setText(found.firstBreak()
                .map(broken -> getTranslation(
                        "audit.view.broken",
                        broken.stream(),
                        Long.toString(broken.position()),
                        getTranslation("enum.Fault." + broken.fault().name())))
                .orElseGet(() -> getTranslation("audit.view.whole", found.records(), found.chains())));
    }
}
