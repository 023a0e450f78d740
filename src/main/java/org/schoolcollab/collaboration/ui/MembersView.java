package org.schoolcollab.collaboration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.collaboration.Membership;
import org.schoolcollab.collaboration.Membership.Entry;
import org.schoolcollab.collaboration.Membership.Register;
import org.schoolcollab.establishment.EstablishmentDirectory.School;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** Who belongs to a collaboration, now and before; its lead or an administrator records who joins, leaves and leads. */
@Route("collaborations/:slug/members")
@RolesAllowed({Roles.COLLABORATION_LEAD, Roles.ADMINISTRATOR})
public class MembersView extends Page implements BeforeEnterObserver {

    private final transient Membership membership;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div content = new Div();

    MembersView(Membership membership) {
        this.membership = membership;
        content.addClassName("stack");
        add(errors, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(membership.open(event.getRouteParameters().get("slug").orElse("")));
        } catch (NotFound unknown) {
            NotFoundException notFound = new NotFoundException();
            notFound.initCause(unknown);
            throw notFound;
        } catch (AccessRefused refused) {
            event.rerouteToError(refused, "");
        }
    }

    private void show(Register register) {
        title(getTranslation("collaboration.members.title"));
        subtitle(register.collaboration().name());
        errors.clear();
        content.removeAll();
        content.add(
                new Anchor(
                        "collaborations/" + register.collaboration().slug(),
                        getTranslation("collaboration.members.back")),
                table(register),
                joining(register));
    }

    private DataTable table(Register register) {
        DataTable table = new DataTable(
                getTranslation("collaboration.members.title"),
                Column.text(getTranslation("collaboration.members.school")),
                Column.text(getTranslation("collaboration.members.phase")),
                Column.text(getTranslation("collaboration.members.from")),
                Column.text(getTranslation("collaboration.members.to")),
                Column.text(getTranslation("collaboration.members.act")));
        table.stacked();
        for (Entry entry : register.entries()) {
            Span name = new Span(entry.name() + " ");
            if (entry.lead()) {
                name.add(new StatusBadge(getTranslation("collaboration.members.lead"), Tone.ACCENT));
            }
            table.row(
                    name,
                    new Span(getTranslation("enum.Phase." + entry.phase().name())),
                    new Span(Dates.day(entry.from())),
                    new Span(
                            entry.to() == null ? getTranslation("collaboration.members.today") : Dates.day(entry.to())),
                    entry.lead() || entry.to() != null ? new Span() : acts(register, entry));
        }
        return table;
    }

    private Div acts(Register register, Entry entry) {
        Button lead = new Button(getTranslation("collaboration.members.leads"), e -> askLeading(register, entry));
        lead.setAriaLabel(getTranslation("collaboration.members.leads.of", entry.name()));
        Div acts = new Div(leave(register, entry), lead);
        acts.addClassName("row");
        return acts;
    }

    private Button leave(Register register, Entry entry) {
        Button leave = new Button(getTranslation("collaboration.members.leave"), e -> askLeaving(register, entry));
        leave.setAriaLabel(getTranslation("collaboration.members.leave.of", entry.name()));
        return leave;
    }

    private void askLeaving(Register register, Entry entry) {
        ask("collaboration.members.leave", register, entry, membership::leaves);
    }

    private void askLeading(Register register, Entry entry) {
        ask("collaboration.members.leads", register, entry, membership::leads);
    }

    /** What is recorded of a member, from a day on and with a reason. */
    private interface Act {
        void record(CollaborationId id, EstablishmentId school, @Nullable LocalDate from, String reason);
    }

    private void ask(String key, Register register, Entry entry, Act act) {
        ErrorSummary gaps = new ErrorSummary();
        DayField from = day(key + ".from", register);
        TextArea reason = new TextArea(getTranslation(key + ".reason"));
        reason.setWidthFull();
        gaps.register("from", from);
        gaps.register("reason", reason);
        Div answers = new Div(gaps, new Paragraph(getTranslation(key + ".what", entry.name())), from, reason);
        answers.addClassName("stack");
        new CheckDialog(
                        getTranslation(key + ".title"),
                        answers,
                        getTranslation(key + ".next"),
                        getTranslation(key + ".verb"),
                        () -> {
                            try {
                                act.record(
                                        register.collaboration().id(),
                                        entry.school(),
                                        from.getValue(),
                                        reason.getValue());
                            } catch (ValidationFailed failed) {
                                gaps.show(failed.problems());
                                throw failed;
                            }
                            Refusals.done(getTranslation(key + ".done", entry.name()));
                            show(membership.open(register.collaboration().slug()));
                        })
                .open();
    }

    private Section joining(Register register) {
        ComboBox<School> school = new ComboBox<>(getTranslation("collaboration.members.join.school"));
        school.setItems(register.others());
        school.setItemLabelGenerator(School::name);
        DayField from = day("collaboration.members.join.from", register);
        errors.register("school", school);
        errors.register("from", from);
        Button join = new Button(getTranslation("collaboration.members.join.verb"), e -> {
            errors.clear();
            try {
                membership.joins(
                        register.collaboration().id(),
                        school.getValue() == null ? null : school.getValue().id(),
                        from.getValue());
                Refusals.done(getTranslation(
                        "collaboration.members.join.done", school.getValue().name()));
                show(membership.open(register.collaboration().slug()));
            } catch (ValidationFailed failed) {
                errors.show(failed.problems());
            } catch (BusinessRuleViolation refused) {
                Refusals.show(this, refused);
            }
        });
        join.addThemeVariants(ButtonVariant.PRIMARY);
        Section form = new Section(
                new H2(getTranslation("collaboration.members.join.title")),
                new Paragraph(getTranslation("collaboration.members.join.hint")),
                school,
                from,
                join);
        form.addClassNames("card", "stack", "form");
        return form;
    }

    private DayField day(String key, Register register) {
        DayField day = new DayField(getTranslation(key));
        day.setMax(register.today());
        day.setValue(register.today());
        return day;
    }
}
