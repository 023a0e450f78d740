package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.running.StuckJobs;
import org.schoolcollab.workflow.running.StuckJobs.Stuck;

/** What failed, with what can be done about it: one or several tried again, at once or later, and a note. Names and messages are text. */
class StuckPart extends Div {

    private final transient StuckJobs jobs;
    private final boolean mayAct;
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Button several = new Button(getTranslation("workflow.running.retry.chosen", 0), e -> retry(chosen));

    StuckPart(StuckJobs jobs, boolean mayAct) {
        this.jobs = jobs;
        this.mayAct = mayAct;
        addClassNames("stack", "stuck-list");
        show();
    }

    private void show() {
        removeAll();
        chosen.clear();
        List<Stuck> all = jobs.all();
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("workflow.running.stuck.none"));
            none.addClassName("empty");
            add(none);
            return;
        }
        DataTable table = new DataTable(
                getTranslation("workflow.running.stuck"),
                Column.text(getTranslation("workflow.running.element")),
                Column.text(getTranslation("workflow.running.bid")),
                Column.text(getTranslation("workflow.running.message")),
                Column.text(getTranslation("workflow.running.due")),
                Column.text(getTranslation("workflow.running.note")),
                Column.text(getTranslation("workflow.versions.acts")));
        all.forEach(job -> table.row(
                name(job),
                new Anchor(BidPage.address(job.bid(), "process"), job.collaborationName()),
                new Span(job.message()),
                new Span(due(job)),
                new Span(job.note() == null ? "" : job.note()),
                acts(job)));
        add(table);
        if (mayAct) {
            add(several);
            count();
        }
    }

    private Component name(Stuck job) {
        String words = getTranslation("workflow.running.of", job.name(), job.process());
        if (!mayAct) {
            return new Span(words);
        }
        Checkbox choose = new Checkbox(words);
        choose.addValueChangeListener(e -> {
            if (e.getValue()) {
                chosen.add(job.job());
            } else {
                chosen.remove(job.job());
            }
            count();
        });
        return choose;
    }

    private void count() {
        several.setText(getTranslation("workflow.running.retry.chosen", chosen.size()));
        several.setEnabled(!chosen.isEmpty());
    }

    private String due(Stuck job) {
        if (job.stuck()) {
            return getTranslation("workflow.running.stuckSince", Dates.moment(job.since()));
        }
        return job.due() == null
                ? getTranslation("workflow.running.soon")
                : getTranslation("workflow.running.again", Dates.moment(job.due()));
    }

    private Component acts(Stuck job) {
        Div acts = new Div();
        acts.addClassName("row");
        if (mayAct) {
            acts.add(
                    button("retry", job, () -> retry(Set.of(job.job()))),
                    button(
                            "later",
                            job,
                            () -> new LaterDialog(job.name(), due -> done(() -> jobs.dueAt(job.job(), due), "later"))
                                    .open()),
                    button(
                            "write",
                            job,
                            () -> new CommentDialog(
                                            getTranslation("workflow.running.write.title", job.name()),
                                            getTranslation("workflow.running.write.next"),
                                            getTranslation("workflow.running.write.verb"),
                                            note -> done(() -> jobs.note(job.job(), note), "noted"))
                                    .open()));
        }
        return acts;
    }

    private Button button(String verb, Stuck job, Runnable step) {
        Button button = new Button(getTranslation("workflow.running." + verb), e -> step.run());
        button.setAriaLabel(
                getTranslation("workflow.running.act", button.getText(), job.name(), job.collaborationName()));
        return button;
    }

    private void done(Runnable act, String what) {
        act.run();
        Refusals.done(getTranslation("workflow.running.done." + what));
        show();
    }

    private void retry(Set<String> ids) {
        try {
            int tried = jobs.retry(List.copyOf(ids));
            Refusals.done(getTranslation("workflow.running.retried", tried));
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
        show();
    }
}
