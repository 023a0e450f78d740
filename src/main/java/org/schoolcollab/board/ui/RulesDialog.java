package org.schoolcollab.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.board.BoardRules;
import org.schoolcollab.board.Majority;
import org.schoolcollab.board.RulesOfTheBoard;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.security.People;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** Where the administrator changes how a board decides. */
class RulesDialog extends Dialog {

    private final ErrorSummary errors = new ErrorSummary();
    private final IntegerField quorum = new IntegerField(getTranslation("board.rules.quorumPercent"));
    private final IntegerField fewest = new IntegerField(getTranslation("board.rules.fewest"));
    private final RadioButtonGroup<Majority> majority = new RadioButtonGroup<>(getTranslation("board.rules.majority"));
    private final Select<People.Person> viceChair = new Select<>();
    private final Select<Area> passTo = new Select<>();
    private final transient Area area;
    private final transient RulesOfTheBoard rules;
    private final transient Runnable changed;

    RulesDialog(Area area, BoardRules now, RulesOfTheBoard rules, Runnable changed) {
        this.area = area;
        this.rules = rules;
        this.changed = changed;
        setHeaderTitle(getTranslation("board.rules.change", area.displayName()));
        quorum.setHelperText(getTranslation("board.rules.quorumPercent.hint"));
        quorum.setManualValidation(true);
        quorum.setValue(now.counting().quorumPercent());
        fewest.setManualValidation(true);
        fewest.setValue(now.counting().fewest());
        majority.setItems(Majority.values());
        majority.setItemLabelGenerator(value -> getTranslation("enum.Majority." + value));
        majority.setValue(now.counting().majority());
        viceChair.setLabel(getTranslation("board.rules.viceChair"));
        viceChair.setEmptySelectionAllowed(true);
        viceChair.setEmptySelectionCaption(getTranslation("board.rules.viceChair.none"));
        viceChair.setItems(rules.viceChairs(area.name()));
        viceChair.setItemLabelGenerator(
                person -> person == null ? getTranslation("board.rules.viceChair.none") : person.displayName());
        rules.viceChairs(area.name()).stream()
                .filter(person -> person.id().equals(now.viceChair()))
                .findFirst()
                .ifPresent(viceChair::setValue);
        passTo.setLabel(getTranslation("board.rules.passTo"));
        passTo.setHelperText(getTranslation("board.rules.passTo.hint"));
        passTo.setEmptySelectionAllowed(true);
        passTo.setEmptySelectionCaption(getTranslation("board.rules.passTo.none"));
        passTo.setItems(
                Arrays.stream(Area.values()).filter(other -> other != area).toList());
        passTo.setItemLabelGenerator(
                other -> other == null ? getTranslation("board.rules.passTo.none") : boardOf(other));
        String to = now.passTo();
        if (to != null) {
            passTo.setValue(Area.valueOf(to));
        }
        errors.register("quorumPercent", quorum);
        errors.register("fewest", fewest);
        errors.register("viceChair", viceChair);
        errors.register("passTo", passTo);
        Div form = new Div(errors, quorum, fewest, majority, viceChair, passTo);
        form.addClassNames("form", "stack");
        add(form);
        Button save = new Button(getTranslation("board.rules.save"), e -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("shell.back"), e -> close()), save);
    }

    private String boardOf(Area other) {
        return getTranslation("board.rules.passTo.board", other.displayName());
    }

    private void save() {
        errors.clear();
        try {
            People.@Nullable Person vice = viceChair.getValue();
            @Nullable Area to = passTo.getValue();
            rules.change(new RulesOfTheBoard.Typed(
                    area.name(),
                    quorum.getValue(),
                    fewest.getValue(),
                    majority.getValue(),
                    vice == null ? null : vice.id(),
                    to == null ? null : to.name()));
            close();
            Refusals.done(getTranslation("board.rules.saved", area.displayName()));
            changed.run();
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }
}
