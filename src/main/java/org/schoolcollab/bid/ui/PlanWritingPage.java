package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.LeaveDialog;
import org.schoolcollab.shell.Refusals;

/**
 * A page on which a plan, or a part of it, is written, alone or with others at the same time. What is typed is saved by itself, and
 * whoever leaves while something is not saved yet is asked.
 */
abstract class PlanWritingPage extends BidPage implements BeforeLeaveObserver {

    /** The parts of an open page. */
    record Open(BidId bid, PlanWriting writing, PlanPageForm form, PlanSaving saving, PlanCompany company) {}

    private final transient PlanDrafting drafting;
    private final transient PlanPresence presence;
    private final transient PlanNotices notices;

    private final ErrorSummary errors = new ErrorSummary();
    private final transient Map<String, Component> names = new HashMap<>();
    private final Div kept = new Div();
    private transient @Nullable Open open;
    private transient PointsAtFields points = new PointsAtFields(List.of());

    PlanWritingPage(PlanDrafting drafting, PlanPresence presence, PlanNotices notices) {
        this.drafting = drafting;
        this.presence = presence;
        this.notices = notices;
        kept.addClassNames("notice", "notice-warn");
        kept.getElement().setAttribute("role", "status");
        add(errors, kept);
    }

    /** Shows the plan, which is with its lead. */
    abstract void open(Drafting now, BeforeEnterEvent event);

    /** What the rules still ask of what is written here, as it is saved. */
    abstract List<Problem> gaps(BidId bid);

    /** All is saved, and this is still asked for. */
    abstract void follow(Open open, List<Problem> gaps);

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        Drafting now = drafting.open(id);
        if (!now.bid().status().isWithLead()) {
            event.forwardTo(address(id, "plan"));
            return;
        }
        points = notices.points(id);
        kept.setVisible(false);
        open(now, event);
        say();
    }

    /** Begins to write the draft in the fields that are made for it. */
    Open write(Drafting now, FieldText texts, Function<PlanWriting, PlanPageForm> fields) {
        PlanWriting writing = new PlanWriting(drafting, presence, now, texts, new OnScreen());
        PlanPageForm form = fields.apply(writing);
        Open begun = new Open(now.bid().id(), writing, form, new PlanSaving(form), new PlanCompany(writing));
        open = begun;
        return begun;
    }

    /** What is open. */
    Open shown() {
        return Objects.requireNonNull(open);
    }

    ErrorSummary errors() {
        return errors;
    }

    /** The field under this name in the gaps, null where there is none. */
    @Nullable
    Component named(String gap) {
        return names.get(gap);
    }

    /** What the writing shows. */
    private final class OnScreen implements PlanWriting.Screen {

        @Override
        public PointsAtFields points() {
            return points;
        }

        @Override
        public void merge(PlanFields fields) {
            if (open != null) {
                open.form().merge(fields);
            }
        }

        @Override
        public void say() {
            PlanWritingPage.this.say();
        }

        @Override
        public void refused(BusinessRuleViolation refusal) {
            Refusals.show(PlanWritingPage.this, refusal);
        }

        @Override
        public void lineStays(Conflict conflict) {
            kept.removeAll();
            kept.add(new Paragraph(getTranslation("bid.plan.lineStays", conflict.by(), Dates.moment(conflict.at()))));
            kept.setVisible(true);
        }

        @Override
        public void settled(PlanInput input) {
            if (open != null) {
                open.company().wake();
                open.saving().settled(input);
            }
        }
    }

    private void say() {
        Open now = open;
        if (now == null) {
            return;
        }
        now.company().wake();
        now.saving().say(now.writing());
        if (!now.writing().isInTrouble()) {
            name(now);
            List<Problem> gaps = gaps(now.bid());
            errors.keepOnly(gaps);
            follow(now, gaps);
        }
    }

    /** Saves, names each gap on top and leads there; answers whether there is none. */
    boolean check() {
        Open now = shown();
        errors.clear();
        if (!now.writing().save()) {
            errors.show(List.of(Problem.of("", "error.bid.plan.notSaved")));
            return false;
        }
        name(now);
        List<Problem> gaps = gaps(now.bid());
        if (!gaps.isEmpty()) {
            errors.show(gaps);
        }
        return gaps.isEmpty();
    }

    /** Makes the fields known under the names that gaps have for them. */
    private void name(Open now) {
        names.keySet().forEach(errors::forget);
        names.clear();
        now.form().name(now.writing().known(), (name, field) -> {
            names.put(name, field);
            errors.register(name, field);
        });
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        Open now = open;
        if (now == null || now.writing().isClosed() || now.writing().isClean()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        new LeaveDialog(now.writing()::save, leave::proceed).open();
    }
}
