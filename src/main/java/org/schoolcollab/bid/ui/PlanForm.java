package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanSection;

/** The whole plan in fields, section by section. What is typed stays in the fields until the person leaves. */
class PlanForm extends Div {

    private final ItemsFields priorities;
    private final ItemsFields activities;
    private final TargetFields targets;
    private final BudgetFields budget;
    private final SupportFields support;
    private final Map<PlanSection, H2> headings = new EnumMap<>(PlanSection.class);
    private int version;

    PlanForm(Drafting drafting, PlanCatalogue catalogue) {
        addClassNames("plan-form", "stack");
        priorities = new ItemsFields("priorities", catalogue.entries(Kind.PRIORITY));
        activities = new ItemsFields("activities", catalogue.entries(Kind.ACTIVITY));
        targets = new TargetFields(drafting.round());
        support = new SupportFields(drafting.round());
        budget = new BudgetFields(drafting.guide(), drafting.members(), support::requestIs);
        section(PlanSection.PRIORITIES, priorities);
        section(PlanSection.ACTIVITIES, activities);
        section(PlanSection.TARGETS, targets);
        section(PlanSection.BUDGET, budget);
        section(PlanSection.SUPPORT, support);
        show(drafting.draft());
    }

    private void section(PlanSection section, Component fields) {
        H2 heading = new H2(getTranslation("enum.PlanSection." + section.name()));
        heading.setId("plan-" + section.name().toLowerCase(java.util.Locale.ROOT));
        heading.getElement().setAttribute("tabindex", "-1");
        headings.put(section, heading);
        Section box = new Section(heading, fields);
        box.addClassName("card");
        add(box);
    }

    /** Leads to a section, by eye and by keyboard. */
    void go(PlanSection section) {
        H2 heading = headings.get(section);
        if (heading != null) {
            heading.getElement().executeJs("this.scrollIntoView(); this.focus({preventScroll: true})");
        }
    }

    private void show(PlanDraft draft) {
        version = draft.version();
        priorities.show(draft.priorities());
        activities.show(draft.activities());
        targets.show(draft.targets());
        support.show(draft);
        budget.show(draft.budget(), draft.variance());
    }

    /** Takes out lines in which nothing is typed, so that refusals count the lines as the person sees them. */
    void dropBlank() {
        List.of(priorities, activities).forEach(ItemsFields::dropBlank);
        targets.dropBlank();
        budget.dropBlank();
    }

    /** What is typed now, the version it was made from with it. */
    PlanDraft read(FieldNames names) {
        support.name(names);
        return new PlanDraft(
                version,
                priorities.read(names),
                activities.read(names),
                targets.read(names),
                budget.read(names),
                support.skillsAuditDone(),
                support.support(),
                budget.variance(),
                support.matchedAmount(),
                support.matchedBy());
    }

    /** Goes on from what was saved; the fields stay as they are. */
    void saved(PlanDraft draft) {
        version = draft.version();
        priorities.keepIds(draft.priorities());
        activities.keepIds(draft.activities());
        targets.keepIds(draft.targets());
        budget.keepIds(draft.budget());
    }

    int version() {
        return version;
    }

    /** Lets the person save over what somebody else saved as this version. */
    void overwrite(int otherVersion) {
        version = otherVersion;
    }
}
