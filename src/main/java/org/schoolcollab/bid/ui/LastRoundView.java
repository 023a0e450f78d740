package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.LastRound;
import org.schoolcollab.bid.LastRound.Beside;
import org.schoolcollab.bid.LastRound.Copied;
import org.schoolcollab.bid.LastRound.Earlier;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.CopyForward;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** The bid of an earlier round beside the plan of this one; its lead copies from it what shall be in the new plan. */
@Route("bids/:bidId/last-round")
@RouteAlias("bids/:bidId/last-round/:earlier")
@RolesAllowed(Roles.PERSON)
public class LastRoundView extends BidPage {

    /** After the layout has put the focus on the heading of the page. */
    private static final String GO = """
            setTimeout(() => {
              const heading = document.getElementById($0);
              heading?.scrollIntoView();
              heading?.focus({preventScroll: true});
            }, 0);""";

    private final transient LastRound lastRound;
    private final transient FieldText texts;
    private final transient CurrentUser currentUser;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div content = new Div();

    LastRoundView(LastRound lastRound, PlanCatalogue catalogue, CurrentUser currentUser) {
        this.lastRound = lastRound;
        this.texts = new FieldText(catalogue, I18NProvider::translate);
        this.currentUser = currentUser;
        content.addClassName("stack");
        add(errors, content);
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        show(lastRound.open(
                id, event.getRouteParameters().get("earlier").map(BidId::of).orElse(null)));
    }

    private void show(Beside beside) {
        BidSummary bid = beside.bid();
        title(getTranslation("bid.lastRound.title", bid.collaborationName()));
        subtitle(getTranslation("bid.plan.subtitle", bid.roundName(), bid.revision()));
        errors.clear();
        content.removeAll();
        boolean writes = bid.status().isWithLead() && currentUser.actor().has(Role.COLLABORATION_LEAD, bid.places());
        content.add(
                writes
                        ? new Anchor(address(bid.id()) + "/plan", getTranslation("bid.schools.toPlan"))
                        : new Anchor(address(bid.id(), "plan"), getTranslation("bid.print.back")));
        Earlier shown = beside.shown();
        if (shown == null) {
            Paragraph none = new Paragraph(getTranslation("bid.lastRound.none"));
            none.addClassName("empty");
            content.add(none);
            return;
        }
        if (beside.earlier().size() > 1) {
            content.add(rounds(beside, shown));
        }
        content.add(money(shown));
        EarlierLines lines = new EarlierLines(beside, shown, texts, writes);
        List<Component> sections = CopyForward.SECTIONS.stream()
                .map(section -> section(section, lines))
                .toList();
        if (lines.canChoose()) {
            content.add(
                    new Paragraph(getTranslation("bid.lastRound.intro")),
                    new Div(new Button(getTranslation("bid.lastRound.all"), e -> lines.chooseAll())));
        }
        content.add(sections);
        // The amounts of a draft that came back are not those of the plan that stands here.
        if (!shown.bid().status().isWithLead()) {
            content.add(new EarlierShares(shown));
        }
        if (lines.canChoose()) {
            content.add(copying(bid, shown, lines));
        }
    }

    private Component rounds(Beside beside, Earlier shown) {
        Div rounds = new Div(new Span(getTranslation("bid.lastRound.others")));
        rounds.addClassName("item-ways");
        beside.earlier().stream()
                .filter(other -> !other.id().equals(shown.bid().id()))
                .forEach(other -> rounds.add(
                        new Anchor(address(beside.bid().id()) + "/last-round/" + other.id(), other.roundName())));
        return rounds;
    }

    private Component money(Earlier shown) {
        BidSummary bid = shown.bid();
        PlanDraft plan = shown.plan().plan().draft(0);
        Facts facts = new Facts()
                .fact(getTranslation("bid.print.state"), CaseStages.badge(bid.status()))
                .fact(getTranslation("bid.amount.requested"), plan.requested().format())
                .fact(getTranslation("bid.amount.guide"), bid.guide().format())
                .fact(getTranslation("bid.amount.matched"), plan.matched().format());
        fact(facts, "bid.amount.recommended", bid.recommended());
        fact(facts, "bid.amount.agreed", bid.agreed());
        fact(facts, "bid.amount.released", shown.released());
        fact(facts, "bid.amount.returned", shown.returned());
        if (bid.agreed() != null) {
            Span conditions = new Span(
                    shown.conditions().isBlank() ? getTranslation("bid.lastRound.noConditions") : shown.conditions());
            conditions.addClassName("own-words");
            facts.fact(getTranslation("bid.lastRound.conditions"), conditions);
        }
        Section box = new Section(
                new H2(getTranslation("bid.lastRound.bid", bid.roundName())),
                facts,
                new Anchor(address(bid.id()), getTranslation("bid.lastRound.case", bid.roundName())));
        box.addClassNames("card", "stack");
        return box;
    }

    private void fact(Facts facts, String key, @Nullable Money money) {
        if (money != null) {
            facts.fact(getTranslation(key), money.format());
        }
    }

    private Component section(PlanSection section, EarlierLines lines) {
        Section box = new Section(
                new H2(getTranslation(
                        section == PlanSection.SUPPORT
                                ? "bid.parts.of.SUPPORT"
                                : "enum.PlanSection." + section.name())),
                lines.of(section));
        box.addClassNames("card", "stack", "beside-box");
        return box;
    }

    private Component copying(BidSummary bid, Earlier shown, EarlierLines lines) {
        Checkbox fromResults = new Checkbox(getTranslation("bid.lastRound.fromResults"), true);
        fromResults.setHelperText(getTranslation("bid.lastRound.fromResults.hint"));
        fromResults.setVisible(shown.results().values().stream()
                .anyMatch(result -> !result.figure().isEmpty()));
        Paragraph left = new Paragraph(getTranslation("bid.lastRound.left"));
        left.addClassName("hint");
        Button copy =
                new Button(getTranslation("bid.lastRound.copy"), e -> copy(bid, shown, lines, fromResults.getValue()));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        errors.register("lines", lines.first());
        Section box = new Section(fromResults, left, new Div(copy));
        box.addClassNames("card", "stack");
        box.getElement().setAttribute("aria-label", getTranslation("bid.lastRound.copy"));
        return box;
    }

    private void copy(BidSummary bid, Earlier shown, EarlierLines lines, boolean fromResults) {
        Copied copied;
        try {
            copied = lastRound.copy(bid.id(), shown.bid().id(), lines.chosen(), fromResults);
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
            return;
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
            return;
        }
        Refusals.done(getTranslation(
                "bid.lastRound.copied", shown.bid().roundName(), copied.copied(), copied.there(), copied.full()));
        PlanSection first = copied.first();
        if (first == null) {
            show(lastRound.open(bid.id(), shown.bid().id()));
            return;
        }
        getUI().ifPresent(ui -> {
            ui.navigate(address(bid.id()) + (first == PlanSection.SKILLS ? "/skills" : "/plan"));
            ui.getPage().executeJs(GO, "plan-" + first.name().toLowerCase(Locale.ROOT));
        });
    }
}
