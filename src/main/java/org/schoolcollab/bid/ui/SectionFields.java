package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;

/** The fields of one section of the plan. */
abstract class SectionFields extends Div {

    private final PlanSection section;

    SectionFields(PlanSection section) {
        this.section = section;
        addClassName("form");
    }

    PlanSection section() {
        return section;
    }

    /** Shows what the draft holds now, beside what this person is typing. */
    abstract void merge(PlanFields stored);

    /**
     * Tells the names under which gaps name the fields.
     *
     * @param saved the lines of the section in which something is typed, as gaps count them
     */
    abstract void name(List<Line> saved, FieldNames names);

    /** The place of a field that the section has once. */
    FieldPlace place(String field) {
        return new FieldPlace(section, PlanFields.ITSELF, field);
    }

    /** Names each field of each line that is stored. */
    void nameLines(List<Line> saved, LineList list, FieldNames names) {
        for (int i = 0; i < saved.size(); i++) {
            int index = i;
            list.row(saved.get(i).id())
                    .ifPresent(row -> row.inputs()
                            .forEach(input -> section.field(
                                            row.id(), input.place().field())
                                    .ifPresent(field -> names.name(
                                            section.problemName(row.id(), index, field), input.component()))));
        }
    }
}
