package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRulesFixed;
import org.schoolcollab.programme.RoundRulesFixed.By;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** A part of a round's set-up: to change as long as no plan of the round was submitted, and to read from then on. */
abstract class SetUpPage extends Page implements BeforeEnterObserver {

    final transient ErrorSummary errors = new ErrorSummary();
    private final String key;
    private final Div content = new Div();

    /** @param key of the page's messages */
    SetUpPage(String key) {
        this.key = key;
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            open(event.getRouteParameters().get("roundId").map(RoundId::of).orElseThrow(NotFound::new));
        } catch (NotFound | IllegalArgumentException unknown) {
            NotFoundException notFound = new NotFoundException();
            notFound.initCause(unknown);
            throw notFound;
        }
    }

    /** Reads what holds now and shows it. */
    abstract void open(RoundId id);

    /** Shows the card under the sentence that says whether it may change. */
    void show(String round, By fixedBy, Section card) {
        content.removeAll();
        title(getTranslation(key + ".title", round));
        subtitle(getTranslation(key + ".subtitle"));
        Paragraph notice =
                new Paragraph(getTranslation("programme.setUp." + fixedBy.name().toLowerCase(Locale.ROOT)));
        notice.addClassName("notice");
        card.addClassNames("card", "stack");
        card.setClassName("form", fixedBy == By.NOTHING);
        card.getElement().setAttribute("aria-label", getTranslation(key + ".form"));
        content.add(notice, card, new Anchor("rounds", getTranslation("programme.setUp.back")));
    }

    /**
     * The button under the form. After the act it says what happened and shows what holds now.
     *
     * @param question what a person has to say yes to before; empty where there is nothing to ask
     */
    Div saveButton(RoundId id, String round, Supplier<Optional<Facts>> question, Runnable act) {
        Button save = new Button(getTranslation(key + ".save"), event -> {
            try {
                question.get().ifPresentOrElse(facts -> ask(facts, id, round, act), () -> save(id, round, act));
            } catch (ValidationFailed gaps) {
                errors.show(gaps.problems());
            } catch (BusinessRuleViolation refused) {
                Refusals.show(this, refused);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        return new Div(save);
    }

    private void ask(Facts facts, RoundId id, String round, Runnable act) {
        errors.clear();
        new CheckDialog(
                        getTranslation(key + ".check"),
                        facts,
                        getTranslation(key + ".check.next"),
                        getTranslation(key + ".save"),
                        () -> save(id, round, act))
                .open();
    }

    private void save(RoundId id, String round, Runnable act) {
        try {
            act.run();
        } catch (RoundRulesFixed fixed) {
            open(id);
            throw fixed;
        }
        errors.clear();
        Refusals.done(getTranslation(key + ".saved", round));
        open(id);
    }
}
