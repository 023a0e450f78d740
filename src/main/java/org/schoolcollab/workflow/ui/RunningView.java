package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.ProcessRuns;
import org.schoolcollab.workflow.publish.ProcessVersions;
import org.schoolcollab.workflow.publish.ProcessVersions.Entry;

/** How a process runs: how long its steps take on each version, and what is stuck. */
@Route("processes/running/:key")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
public class RunningView extends Page implements BeforeEnterObserver {

    private final transient ProcessRuns runs;
    private final transient ProcessVersions versions;
    private final transient Actor actor;
    private final Div content = new Div();
    private final Div stuck = new Div();

    RunningView(ProcessRuns runs, ProcessVersions versions, CurrentUser currentUser) {
        this.runs = runs;
        this.versions = versions;
        this.actor = currentUser.actor();
        content.addClassName("stack");
        stuck.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        List<Entry> entries;
        try {
            entries = versions.of(key);
        } catch (NotFound unknown) {
            NotFoundException missing = new NotFoundException();
            missing.initCause(unknown);
            throw missing;
        }
        title(getTranslation(
                "workflow.running.title", entries.getFirst().version().name()));
        subtitle(getTranslation("workflow.running.subtitle"));
        content.removeAll();
        content.add(new H2(getTranslation("workflow.running.stuck")), stuck);
        showStuck();
        entries.forEach(entry -> content.add(times(entry)));
        content.add(new Anchor("processes/versions/" + key, getTranslation("workflow.publish.versions")));
    }

    private Component times(Entry entry) {
        int number = entry.version().number();
        Div part = new Div(new H2(getTranslation("workflow.running.version", number, entry.running())));
        part.addClassName("stack");
        List<ProcessRuns.StepTime> times = runs.durations(entry.version().key(), number);
        if (times.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("workflow.running.none"));
            none.addClassName("empty");
            part.add(none);
            return part;
        }
        DataTable table = new DataTable(
                getTranslation("workflow.running.times", number),
                Column.text(getTranslation("workflow.difference.step")),
                Column.number(getTranslation("workflow.running.count")),
                Column.number(getTranslation("workflow.running.median")),
                Column.number(getTranslation("workflow.running.most")));
        times.forEach(time ->
                table.row(time.name(), Integer.toString(time.times()), words(time.median()), words(time.most())));
        part.add(table);
        return part;
    }

    private String words(Duration time) {
        return time.toDays() > 0
                ? getTranslation("workflow.running.days", time.toDays())
                : getTranslation("workflow.running.hours", time.toHours());
    }

    private void showStuck() {
        stuck.removeAll();
        List<ProcessRuns.Stuck> jobs = runs.stuck();
        if (jobs.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("workflow.running.stuck.none"));
            none.addClassName("empty");
            stuck.add(none);
            return;
        }
        DataTable table = new DataTable(
                getTranslation("workflow.running.stuck"),
                Column.text(getTranslation("workflow.running.process")),
                Column.text(getTranslation("workflow.running.element")),
                Column.text(getTranslation("workflow.running.since")),
                Column.text(getTranslation("workflow.running.message")),
                Column.text(getTranslation("workflow.versions.acts")));
        jobs.forEach(job -> table.row(
                new Anchor(BidPage.address(job.bid(), "process"), job.process()),
                new Span(job.element()),
                new Span(Dates.moment(job.since())),
                new Span(String.valueOf(job.message())),
                retry(job)));
        stuck.add(table);
    }

    private Component retry(ProcessRuns.Stuck job) {
        if (!actor.has(Role.ADMINISTRATOR) && !actor.has(Role.PROCESS_PUBLISHER)) {
            return new Span();
        }
        return new Button(getTranslation("workflow.running.retry"), e -> {
            try {
                runs.retry(job.job());
                Refusals.done(getTranslation("workflow.running.retried"));
            } catch (BusinessRuleViolation refused) {
                Refusals.show(this, refused);
            }
            showStuck();
        });
    }
}
