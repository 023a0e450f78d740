package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.PlanSection;

/** Strengths and needs of each school, and below them who can help whom. */
class SkillsForm extends PlanPageForm {

    private final transient Parts parts;
    private final transient List<PlanInput> inputs = new ArrayList<>();
    private final Div matches = new Div();
    private transient PlanFields shown = PlanFields.empty();

    SkillsForm(Parts parts, PlanWriting writing) {
        this.parts = parts;
        add(SaidHere.atSection(writing.points().beside(PlanSection.SKILLS, writing.known())));
        PartInputs fields = new PartInputs(writing);
        Choices themes = new Choices(parts.themes(), theme -> true);
        Div schools = new Div();
        schools.addClassName("stack");
        for (MemberSchool school : parts.schools()) {
            Div group = new Div(new H3(school.name()));
            group.addClassNames("line", "form");
            group.getElement().setAttribute("role", "group").setAttribute("aria-label", school.name());
            for (String field : List.of("strengths", "needs")) {
                FieldPlace place =
                        new FieldPlace(PlanSection.SKILLS, school.id().toString(), field);
                PlanInput input = fields.several(place, null, themes);
                inputs.add(input);
                group.add(input);
            }
            schools.add(group);
        }
        card(getTranslation("bid.skills.schools"), schools);
        card(getTranslation("bid.skills.matches"), matches);
        match(writing.known());
    }

    private void match(PlanFields stored) {
        matches.removeAll();
        matches.add(SkillsOnScreen.of(stored, parts));
        shown = stored;
    }

    @Override
    void merge(PlanFields stored) {
        inputs.forEach(input ->
                input.update(stored.find(PlanSection.SKILLS, input.place().line())
                        .map(line -> line.field(input.place().field()))
                        .orElse("")));
        if (!stored.lines(PlanSection.SKILLS).equals(shown.lines(PlanSection.SKILLS))) {
            match(stored);
        }
    }

    @Override
    void name(PlanFields saved, FieldNames names) {
        // No rule asks anything of the skills audit by school.
    }
}
