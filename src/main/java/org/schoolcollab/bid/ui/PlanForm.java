package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanSection;

/** The whole plan in fields, section by section; each stores what is typed in it and takes in what others stored. */
class PlanForm extends PlanPageForm {

    private final transient List<SectionFields> sections = new ArrayList<>();
    private final transient PointsAtFields points;
    private final transient PlanFields plan;
    private final transient Map<PlanSection, H2> headings = new EnumMap<>(PlanSection.class);

    PlanForm(Drafting drafting, PlanCatalogue catalogue, PlanWriting writing) {
        points = writing.points();
        plan = writing.known();
        SupportFields support = new SupportFields(drafting.round(), writing);
        section(new ItemsFields(PlanSection.PRIORITIES, catalogue.entries(Kind.PRIORITY), writing));
        section(new ItemsFields(PlanSection.ACTIVITIES, catalogue.entries(Kind.ACTIVITY), writing));
        section(new TargetFields(drafting.round(), writing));
        section(new BudgetFields(
                drafting.guide(), drafting.members(), catalogue.labels(Kind.ACTIVITY), support::requestIs, writing));
        section(support);
        sections.forEach(section -> section.merge(plan));
    }

    private void section(SectionFields fields) {
        PlanSection section = fields.section();
        H2 heading = new H2(getTranslation("enum.PlanSection." + section.name()));
        heading.setId("plan-" + section.name().toLowerCase(Locale.ROOT));
        heading.getElement().setAttribute("tabindex", "-1");
        headings.put(section, heading);
        sections.add(fields);
        Section box = new Section(heading, SaidHere.atSection(points.beside(section, plan)), fields);
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

    @Override
    void merge(PlanFields stored) {
        sections.forEach(section -> section.merge(stored));
    }

    @Override
    void name(PlanFields saved, FieldNames names) {
        sections.forEach(section -> section.name(
                saved.lines(section.section()).stream()
                        .filter(line -> !line.nothingTyped())
                        .toList(),
                names));
    }
}
