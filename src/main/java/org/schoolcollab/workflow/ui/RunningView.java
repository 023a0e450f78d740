package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.workflow.ProcessRuns;
import org.schoolcollab.workflow.publish.ProcessVersions;
import org.schoolcollab.workflow.publish.ProcessVersions.Entry;
import org.schoolcollab.workflow.running.BidPauses;
import org.schoolcollab.workflow.running.BidTokens;
import org.schoolcollab.workflow.running.StuckJobs;

/** How a process runs: what failed, and for each version how long its steps take and which bids are under way. */
@Route("processes/running/:key")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
public class RunningView extends ProcessPage {

    private final transient ProcessRuns runs;
    private final transient ProcessVersions versions;
    private final transient StuckJobs jobs;
    private final transient BidPauses pauses;
    private final transient BidTokens tokens;
    private final boolean mayAct;
    private final Div content = new Div();

    RunningView(
            ProcessRuns runs,
            ProcessVersions versions,
            StuckJobs jobs,
            BidPauses pauses,
            BidTokens tokens,
            CurrentUser currentUser) {
        super(versions);
        this.runs = runs;
        this.versions = versions;
        this.jobs = jobs;
        this.pauses = pauses;
        this.tokens = tokens;
        Actor actor = currentUser.actor();
        this.mayAct = actor.has(Role.ADMINISTRATOR) || actor.has(Role.PROCESS_PUBLISHER);
        content.addClassName("stack");
        add(content);
    }

    @Override
    void open(String key, List<Entry> entries) {
        title(getTranslation(
                "workflow.running.title", entries.getFirst().version().name()));
        subtitle(getTranslation("workflow.running.subtitle"));
        content.removeAll();
        content.add(new H2(getTranslation("workflow.running.stuck")), new StuckPart(jobs, mayAct));
        entries.forEach(entry -> content.add(version(key, entry)));
        Div ways = new Div(
                new Anchor("processes/versions/" + key, getTranslation("workflow.publish.versions")),
                new Anchor("processes", getTranslation("workflow.running.differences")));
        ways.addClassName("row");
        content.add(ways);
    }

    private Component version(String key, Entry entry) {
        int number = entry.version().number();
        Div part = new Div(
                new H2(getTranslation("workflow.running.version", number, entry.running())),
                new UnderWayPart(runs, pauses, tokens, key, number, mayAct),
                new DurationsPart(
                        entry.version().name(), number, versions.bpmn(key, number), runs.durations(key, number)));
        part.addClassName("stack");
        return part;
    }
}
