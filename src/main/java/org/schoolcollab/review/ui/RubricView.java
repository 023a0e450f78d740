package org.schoolcollab.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.review.RubricDraft;
import org.schoolcollab.review.RubricSetting;
import org.schoolcollab.review.RubricSetting.Setting;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** An administrator sets what advisers check and score in the bids of a round. */
@Route("rounds/:roundId/rubric")
@RolesAllowed(Roles.ADMINISTRATOR)
public class RubricView extends Page implements BeforeEnterObserver {

    private final transient RubricSetting setting;
    private final ErrorSummary errors = new ErrorSummary();
    private final Select<Integer> top = new Select<>();
    private final Checkbox second = new Checkbox(getTranslation("review.rubric.second"));
    private final MoneyField above = new MoneyField(getTranslation("review.rubric.above"));
    private final Div content = new Div();
    private @Nullable CriterionList checks;
    private @Nullable CriterionList scores;
    private @Nullable Setting opened;
    /** What stands in the round as far as the person has been told. */
    private transient @Nullable Rubric seen;

    RubricView(RubricSetting setting) {
        this.setting = setting;
        second.addValueChangeListener(event -> above.setVisible(event.getValue()));
        errors.register("top", top);
        errors.register("above", above);
        errors.register("second", second);
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(setting.open(
                    event.getRouteParameters().get("roundId").map(RoundId::of).orElseThrow(NotFound::new)));
        } catch (NotFound | IllegalArgumentException unknown) {
            NotFoundException notFound = new NotFoundException();
            notFound.initCause(unknown);
            throw notFound;
        }
    }

    private void show(Setting now) {
        opened = now;
        seen = now.rubric();
        content.removeAll();
        errors.clear();
        title(getTranslation("review.rubric.title", now.round().name()));
        subtitle(getTranslation("review.rubric.version", now.rubric().version()));
        boolean closed = now.round().status() == Round.Status.CLOSED;
        Paragraph what = new Paragraph(getTranslation(
                closed ? "review.rubric.closed" : now.used() ? "review.rubric.used" : "review.rubric.unused"));
        what.addClassName("notice");
        Section card = closed ? toRead(now) : toWrite(now);
        card.addClassNames("card", "stack");
        card.getElement().setAttribute("aria-label", getTranslation("review.rubric.form"));
        content.add(what, card, new Anchor("rounds", getTranslation("review.rubric.back")));
    }

    private Section toWrite(Setting now) {
        checks = new CriterionList("checks", now.rubric().checks(), one -> CriterionWords.ofCheck(this, one), errors);
        scores = new CriterionList("scores", now.rubric().scores(), one -> CriterionWords.ofScore(this, one), errors);
        Button save = new Button(getTranslation("review.rubric.save"), event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Section card = new Section(errors, checks, scores, scale(now), secondView(now), new Div(save));
        card.addClassName("form");
        return card;
    }

    private Section toRead(Setting now) {
        Section card = new Section(new H2(getTranslation("review.rubric.checks")));
        UnorderedList questions = new UnorderedList();
        now.rubric().checks().forEach(one -> questions.add(new ListItem(CriterionWords.ofCheck(this, one))));
        UnorderedList criteria = new UnorderedList();
        now.rubric().scores().forEach(one -> criteria.add(new ListItem(CriterionWords.ofScore(this, one))));
        card.add(questions, new H2(getTranslation("review.rubric.scores")), criteria);
        return card;
    }

    private Div scale(Setting now) {
        top.setLabel(getTranslation("review.rubric.top"));
        top.setHelperText(getTranslation("review.rubric.top.hint"));
        top.setItems(IntStream.rangeClosed(2, RubricSetting.HIGHEST_TOP).boxed().toList());
        top.setValue(now.rubric().top());
        return new Div(new H2(getTranslation("review.rubric.scale")), top);
    }

    private Div secondView(Setting now) {
        Money limit = now.rubric().secondViewAbove();
        second.setValue(limit != null);
        above.setMoney(limit);
        above.setHelperText(getTranslation("review.rubric.above.hint"));
        above.setVisible(limit != null);
        Div box = new Div(new H2(getTranslation("review.rubric.secondView")), second, above);
        box.addClassName("stack");
        return box;
    }

    private void save() {
        Setting now = Objects.requireNonNull(opened);
        try {
            setting.set(
                    now.round().id(),
                    Objects.requireNonNull(seen),
                    typed(now.round().id()));
            errors.clear();
            Refusals.done(getTranslation("review.rubric.saved", now.round().name()));
            show(setting.open(now.round().id()));
        } catch (RubricSetting.ChangedByOthers changed) {
            seen = changed.now();
            errors.show(changed.problems());
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    /** @throws ValidationFailed naming every gap, where the amount is none */
    private RubricDraft typed(RoundId round) {
        try {
            return typed(limit());
        } catch (InvalidMoney invalid) {
            List<Problem> gaps = new ArrayList<>(setting.gaps(round, typed((Money) null)));
            gaps.add(Problem.of("above", invalid.messageKey(), invalid.arguments()));
            throw new ValidationFailed(gaps);
        }
    }

    private RubricDraft typed(@Nullable Money limit) {
        return new RubricDraft(
                top.getValue(),
                Objects.requireNonNull(checks).read(),
                Objects.requireNonNull(scores).read(),
                limit);
    }

    private @Nullable Money limit() {
        if (!second.getValue()) {
            return null;
        }
        return Objects.requireNonNullElse(above.money(), Money.ZERO);
    }
}
