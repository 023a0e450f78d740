package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;

/** What the schools commission from outside, line by line, with the kind of its provider (§28). */
class CommissionedFields extends SectionFields {

    private final LineList list;

    CommissionedFields(PartInputs inputs) {
        super(PlanSection.SUPPORT);
        list = new LineList(
                "bid.parts.support",
                line -> new CommissionedRow(line, inputs),
                inputs.writing(),
                LineList.Kind.ANY,
                () -> {});
        add(new Paragraph(getTranslation("bid.parts.support.intro")), list);
    }

    private static final class CommissionedRow extends LineRow {

        CommissionedRow(@Nullable Line line, PartInputs inputs) {
            super(PlanSection.SUPPORT, line);
            List.of("what", "provider", "name", "cost")
                    .forEach(field -> add(input(inputs.input(place(field), this), line)));
        }
    }

    @Override
    void merge(PlanFields stored) {
        list.merge(stored.lines(PlanSection.SUPPORT));
    }

    @Override
    void name(List<Line> saved, FieldNames names) {
        nameLines(saved, list, names);
    }
}
