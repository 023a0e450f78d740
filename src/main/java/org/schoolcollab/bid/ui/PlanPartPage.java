package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanParts;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.LeaveDialog;
import org.schoolcollab.shell.Refusals;

/** A page of its own for a part of a plan. What is typed is saved by itself, and several people write it at once, as on the plan's page. */
abstract class PlanPartPage extends BidPage implements BeforeLeaveObserver {

    /** Names the field that the address leads to. */
    private static final String AT = "at";

    private final transient PlanDrafting drafting;
    private final transient PlanPresence presence;
    private final transient PlanParts parts;
    private final transient PlanCatalogue catalogue;
    private final transient PlanNotices notices;

    private final ErrorSummary errors = new ErrorSummary();
    private final transient Map<String, Component> names = new HashMap<>();
    private final Div kept = new Div();
    private final Div content = new Div();
    private transient @Nullable Shown shown;
    private transient PointsAtFields points = new PointsAtFields(List.of());

    private record Shown(BidId bid, PlanWriting writing, PlanPageForm form, PlanSaving saving, PlanCompany company) {}

    PlanPartPage(
            PlanDrafting drafting,
            PlanPresence presence,
            PlanParts parts,
            PlanCatalogue catalogue,
            PlanNotices notices) {
        this.drafting = drafting;
        this.presence = presence;
        this.parts = parts;
        this.catalogue = catalogue;
        this.notices = notices;
        kept.addClassNames("notice", "notice-warn");
        kept.getElement().setAttribute("role", "status");
        content.addClassName("stack");
        add(errors, kept, content);
    }

    /** The fields of this page. */
    abstract PlanPageForm form(Parts known, PlanWriting writing);

    /** What the rules still ask of this part of the plan as it is saved. */
    abstract List<Problem> gaps(PlanParts of, BidId bid);

    /** Stands beside the sentence that says whether all is saved. */
    abstract Optional<Component> button();

    abstract String heading();

    abstract String intro();

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        Drafting now = drafting.open(id);
        if (!now.bid().status().isWithLead()) {
            event.forwardTo(address(id, "plan"));
            return;
        }
        Parts known = parts.open(id);
        points = notices.points(id);
        title(heading());
        subtitle(getTranslation(
                "bid.schools.subtitle", now.bid().collaborationName(), now.bid().roundName()));
        kept.setVisible(false);
        PlanWriting writing = new PlanWriting(drafting, presence, now, texts(known), new OnScreen());
        PlanPageForm form = form(known, writing);
        Shown parts = new Shown(id, writing, form, new PlanSaving(form), new PlanCompany(writing));
        shown = parts;
        Div buttons = new Div();
        button().ifPresent(buttons::add);
        buttons.add(parts.saving());
        buttons.addClassNames("row", "form-buttons");
        content.removeAll();
        content.add(
                new Anchor(address(id) + "/plan", getTranslation("bid.schools.toPlan")),
                new Paragraph(intro()),
                parts.company(),
                form,
                buttons);
        say();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AT)
                .flatMap(FieldPlace::of)
                .map(at -> PlanPlace.field(at.section(), at.line(), at.field()))
                .flatMap(writing.inputs()::at)
                .ifPresent(PlanInput::go);
    }

    /** The address of such a page, where it leads to one field. */
    static String address(BidId bid, String page, PlanPlace place) {
        String address = address(bid) + "/" + page;
        PlanSection section = place.section();
        String line = place.line();
        String field = place.field();
        return section == null || line == null || field == null
                ? address
                : address + "?" + AT + "=" + new FieldPlace(section, line, field);
    }

    /** Names priorities, activities and schools as they are called now. */
    private FieldText texts(Parts known) {
        return new FieldText(catalogue, I18NProvider::translate, id -> {
            PlanFields plan = Objects.requireNonNull(shown).writing().known();
            return Optional.ofNullable(known.priorities(plan).get(id))
                    .or(() -> Optional.ofNullable(known.activities(plan).get(id)))
                    .or(() -> Optional.ofNullable(known.schoolNames().get(id)))
                    .or(() -> Optional.ofNullable(known.formerSchools().get(id)));
        });
    }

    private final class OnScreen implements PlanWriting.Screen {

        @Override
        public PointsAtFields points() {
            return points;
        }

        @Override
        public void merge(PlanFields fields) {
            if (shown != null) {
                shown.form().merge(fields);
            }
        }

        @Override
        public void say() {
            PlanPartPage.this.say();
        }

        @Override
        public void refused(BusinessRuleViolation refusal) {
            Refusals.show(PlanPartPage.this, refusal);
        }

        @Override
        public void lineStays(Conflict conflict) {
            kept.removeAll();
            kept.add(new Paragraph(getTranslation("bid.plan.lineStays", conflict.by(), Dates.moment(conflict.at()))));
            kept.setVisible(true);
        }

        @Override
        public void settled(PlanInput input) {
            if (shown != null) {
                shown.company().wake();
                shown.saving().settled(input);
            }
        }
    }

    private void say() {
        Shown parts = shown;
        if (parts == null) {
            return;
        }
        parts.company().wake();
        parts.saving().say(parts.writing());
        if (!parts.writing().isInTrouble()) {
            name(parts);
            List<Problem> gaps = gaps(this.parts, parts.bid());
            errors.keepOnly(gaps);
            errors.askAtFields(gaps.stream()
                    .filter(gap -> isAboutWhatStands(gap, names.get(gap.field())))
                    .toList());
        }
    }

    /** What is typed and cannot be is asked about at once; what is missing may still come. */
    private static boolean isAboutWhatStands(Problem gap, @Nullable Component field) {
        return field != null
                && field.getParent().orElse(null) instanceof PlanInput input
                && (!input.typedText().isEmpty()
                        || !gap.field().endsWith("." + input.place().field()));
    }

    /** Names each gap on top and leads there; answers whether there is none. */
    boolean check() {
        Shown parts = Objects.requireNonNull(shown);
        errors.clear();
        if (!parts.writing().save()) {
            errors.show(List.of(Problem.of("", "error.bid.plan.notSaved")));
            return false;
        }
        List<Problem> gaps = gaps(this.parts, parts.bid());
        if (!gaps.isEmpty()) {
            errors.show(gaps);
        }
        return gaps.isEmpty();
    }

    private void name(Shown parts) {
        names.keySet().forEach(errors::forget);
        names.clear();
        parts.form().name(parts.writing().known(), (name, field) -> {
            names.put(name, field);
            errors.register(name, field);
        });
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        Shown parts = shown;
        if (parts == null || parts.writing().isClosed() || parts.writing().isClean()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        new LeaveDialog(parts.writing()::save, leave::proceed).open();
    }
}
