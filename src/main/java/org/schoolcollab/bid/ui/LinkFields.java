package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.TargetGroup;

/** Fields of the lines of one section that are not on the plan's own page. The lines come and go there. */
class LinkFields extends SectionFields {

    private final LineList list;
    private final Paragraph none = new Paragraph(getTranslation("bid.parts.none"));

    /**
     * @param fields names of the fields, in their order
     * @param ofSeveral what may be chosen in which of them
     * @param listed what a text that is one of the round's list may be
     * @param name what a line is called
     */
    LinkFields(
            PlanSection section,
            List<String> fields,
            Map<String, Choices> ofSeveral,
            List<String> listed,
            Function<Line, String> name,
            PartInputs inputs) {
        super(section);
        list = new LineList(
                "bid.parts",
                line -> new LinkRow(line, fields, ofSeveral, listed, name, inputs),
                inputs.writing(),
                LineList.Kind.AS_THEY_ARE,
                () -> {});
        none.addClassName("hint");
        add(none, list);
    }

    private final class LinkRow extends LineRow {

        private final H3 heading = new H3();
        private final Function<Line, String> name;

        LinkRow(
                @Nullable Line line,
                List<String> fields,
                Map<String, Choices> ofSeveral,
                List<String> listed,
                Function<Line, String> name,
                PartInputs inputs) {
            super(LinkFields.this.section(), line);
            this.name = name;
            add(heading);
            if (line != null) {
                call(line);
            }
            for (String field : fields) {
                Choices choices = ofSeveral.get(field);
                PlanInput input;
                if (choices != null) {
                    input = inputs.several(place(field), this, choices);
                } else if (field.equals("listed")) {
                    input = inputs.oneOf(place(field), this, listed);
                } else {
                    input = inputs.input(place(field), this);
                }
                add(input(input, line));
            }
            input("schools").ifPresent(schools -> input("group").ifPresent(group -> onlyIfNamed(schools, group)));
        }

        /** Schools are chosen where the target is about named ones. */
        private static void onlyIfNamed(PlanInput schools, PlanInput group) {
            if (schools.component() instanceof HasHelper helped && group.component() instanceof HasValue<?, ?> choice) {
                helped.setHelperText(I18NProvider.translate("bid.parts.schools.hint"));
                Runnable show = () -> schools.setVisible(group.typedText().equals(TargetGroup.NAMED_SCHOOLS.name()));
                choice.addValueChangeListener(e -> show.run());
                show.run();
            }
        }

        private void call(Line line) {
            String words = name.apply(line);
            heading.setText(words.isBlank() ? LinkFields.this.getTranslation("bid.parts.unnamed") : words);
        }

        @Override
        void update(Line line) {
            call(line);
            super.update(line);
        }

        @Override
        String name(String numbered) {
            return heading.getText();
        }
    }

    /** The words of what may be chosen have changed. */
    void showAgain() {
        list.rows().forEach(row -> row.inputs().forEach(PlanInput::showAgain));
    }

    @Override
    void merge(PlanFields stored) {
        list.merge(stored.lines(section()));
        none.setVisible(list.rows().isEmpty());
    }

    @Override
    void name(List<Line> saved, FieldNames names) {
        names.name(section().problemName(), this);
        nameLines(saved, list, names);
        for (int i = 0; i < saved.size(); i++) {
            String line = section().problemName() + "[" + i + "]";
            // Where an unusual value is asked about, its reason is given here.
            list.row(saved.get(i).id())
                    .flatMap(row -> row.input("confirmed"))
                    .ifPresent(why ->
                            List.of(".baseline", ".value").forEach(field -> names.name(line + field, why.component())));
        }
    }
}
