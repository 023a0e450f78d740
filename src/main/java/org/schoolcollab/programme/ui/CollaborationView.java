package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.schoolcollab.establishment.Grade;
import org.schoolcollab.programme.CollaborationRecord;
import org.schoolcollab.programme.CollaborationRecord.Judged;
import org.schoolcollab.programme.CollaborationRecord.Member;
import org.schoolcollab.programme.CollaborationRecords;
import org.schoolcollab.programme.Shares;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.StatusBadge;

/** One collaboration: where it is, its money, its schools, what Ofsted says of them, its results. */
@Route("collaborations/:slug")
@RolesAllowed(Roles.PERSON)
public class CollaborationView extends Page implements BeforeEnterObserver {

    private final transient CollaborationRecords records;
    private final transient CurrentUser currentUser;
    private final Div content = new Div();

    CollaborationView(CollaborationRecords records, CurrentUser currentUser) {
        this.records = records;
        this.currentUser = currentUser;
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(records.bySlug(event.getRouteParameters().get("slug").orElse("")));
        } catch (NotFound none) {
            throw new NotFoundException();
        }
    }

    private void show(CollaborationRecord collaboration) {
        title(collaboration.name());
        subtitle(
                collaboration.areaName() == null
                        ? getTranslation("programme.collaboration.noArea")
                        : getTranslation(
                                "programme.collaboration.place",
                                collaboration.areaName(),
                                Objects.requireNonNullElse(collaboration.districtName(), "")));
        content.removeAll();
        content.add(facts(collaboration));
        content.add(section("programme.collaboration.money", money(collaboration)));
        content.add(section("programme.collaboration.ofsted", ofsted(collaboration)));
        content.add(memberSection(collaboration));
        content.add(section("programme.collaboration.attainment", attainment(collaboration)));
    }

    private Section memberSection(CollaborationRecord collaboration) {
        Section section = section("programme.collaboration.members", members(collaboration));
        Actor actor = currentUser.actor();
        if (actor.has(Role.ADMINISTRATOR)
                || actor.has(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(collaboration.id().value()))) {
            section.add(new Anchor(
                    "collaborations/" + collaboration.slug() + "/members",
                    getTranslation("programme.collaboration.members.change")));
        }
        return section;
    }

    private Section section(String key, Component... parts) {
        H2 heading = new H2(getTranslation(key));
        Section section = new Section(heading);
        section.add(parts);
        section.addClassNames("card", "stack");
        return section;
    }

    private Component facts(CollaborationRecord collaboration) {
        Facts facts = new Facts();
        facts.fact(
                getTranslation("programme.collaboration.continuing"),
                getTranslation("enum.Continuing." + collaboration.continuing().name()));
        if (!collaboration.otherNames().isEmpty()) {
            facts.fact(
                    getTranslation("programme.collaboration.otherNames"),
                    String.join("; ", collaboration.otherNames()));
        }
        facts.fact(
                getTranslation("programme.collaboration.bids"),
                new Anchor(
                        "bids?q=" + URLEncoder.encode(collaboration.name(), StandardCharsets.UTF_8),
                        getTranslation("programme.collaboration.bids.link")));
        Section section = new Section(facts);
        section.addClassName("card");
        return section;
    }

    private Component money(CollaborationRecord collaboration) {
        if (collaboration.money().isEmpty()) {
            return hint("programme.collaboration.money.none");
        }
        DataTable table = new DataTable(
                getTranslation("programme.collaboration.money"),
                Column.text(getTranslation("programme.collaboration.money.round")),
                Column.number(getTranslation("programme.collaboration.money.amount")));
        Money sum = Money.ZERO;
        for (var line : collaboration.money()) {
            table.row(line.round(), line.money().format());
            sum = sum.plus(line.money());
        }
        table.sums(getTranslation("programme.collaboration.money.sum"), sum.format());
        return table;
    }

    private Component[] ofsted(CollaborationRecord collaboration) {
        Optional<Judged> computed = collaboration.computed();
        Judged published = collaboration.published();
        DataTable table = new DataTable(
                getTranslation("programme.collaboration.ofsted"),
                Column.text(getTranslation("programme.collaboration.ofsted.judgement")),
                Column.number(getTranslation("programme.collaboration.ofsted.computed")),
                Column.number(getTranslation("programme.collaboration.ofsted.published")));
        for (Grade grade : Grade.values()) {
            counts(table, getTranslation("enum.Grade." + grade.name()), computed, published, each -> each.of(grade));
        }
        counts(
                table,
                getTranslation("programme.collaboration.ofsted.notInspected"),
                computed,
                published,
                Judged::notInspected);
        counts(table, getTranslation("programme.collaboration.ofsted.schools"), computed, published, Judged::schools);
        table.sums(
                getTranslation("programme.collaboration.ofsted.share"),
                computed.map(each -> Shares.text(each.goodOrBetterTenths())).orElse("–"),
                published == null ? "–" : Shares.text(published.goodOrBetterTenths()));
        return new Component[] {
            table, hint("programme.collaboration.ofsted.rule", Dates.day(collaboration.asAt())),
        };
    }

    private static void counts(
            DataTable table,
            String name,
            Optional<Judged> computed,
            @org.jspecify.annotations.Nullable Judged published,
            ToIntFunction<Judged> count) {
        table.row(
                name,
                computed.map(each -> Integer.toString(count.applyAsInt(each))).orElse("–"),
                published == null ? "–" : Integer.toString(count.applyAsInt(published)));
    }

    private Component members(CollaborationRecord collaboration) {
        if (collaboration.members().isEmpty()) {
            return hint("programme.collaboration.members.none");
        }
        DataTable table = new DataTable(
                getTranslation("programme.collaboration.members"),
                Column.text(getTranslation("programme.collaboration.members.school")),
                Column.text(getTranslation("programme.collaboration.members.phase")),
                Column.text(getTranslation("programme.collaboration.members.judgement")),
                Column.text(getTranslation("programme.collaboration.members.from")),
                Column.text(getTranslation("programme.collaboration.members.to")));
        for (Member member : collaboration.members()) {
            table.row(
                    school(member),
                    new Span(getTranslation("enum.Phase." + member.phase().name())),
                    new Span(judgement(member)),
                    new Span(Dates.day(member.from())),
                    new Span(
                            member.to() == null
                                    ? getTranslation("programme.collaboration.members.today")
                                    : Dates.day(member.to())));
        }
        return table;
    }

    private Component school(Member member) {
        Span name = new Span(member.school() + " ");
        if (member.lead()) {
            name.add(new StatusBadge(getTranslation("programme.collaboration.members.lead"), StatusBadge.Tone.ACCENT));
        }
        if (member.fictional()) {
            name.add(
                    new Span(" "),
                    new StatusBadge(
                            getTranslation("programme.collaboration.members.fictional"), StatusBadge.Tone.NEUTRAL));
        }
        return name;
    }

    private String judgement(Member member) {
        if (member.grade() == null || member.inspectedOn() == null) {
            return getTranslation("programme.collaboration.ofsted.notInspected");
        }
        return getTranslation("enum.Grade." + member.grade().name()) + ", " + Dates.day(member.inspectedOn());
    }

    private Component[] attainment(CollaborationRecord collaboration) {
        if (collaboration.attainment().isEmpty()) {
            return new Component[] {hint("programme.collaboration.attainment.none")};
        }
        DataTable table = new DataTable(
                getTranslation("programme.collaboration.attainment"),
                Column.text(getTranslation("programme.collaboration.attainment.measure")),
                Column.text(getTranslation("programme.collaboration.attainment.years")),
                Column.number(getTranslation("programme.collaboration.attainment.change")));
        collaboration
                .attainment()
                .forEach(change -> table.row(
                        getTranslation("enum.Measure." + change.measure()),
                        getTranslation(
                                "programme.collaboration.attainment.between",
                                Integer.toString(change.fromYear()),
                                Integer.toString(change.toYear())),
                        (change.points() > 0 ? "+" : "") + change.points()));
        Paragraph caution = new Paragraph(getTranslation("programme.collaboration.attainment.caution"));
        caution.addClassNames("notice", "notice-warn");
        return new Component[] {caution, table};
    }

    private Paragraph hint(String key, Object... arguments) {
        Paragraph hint = new Paragraph(getTranslation(key, arguments));
        hint.addClassName("hint");
        return hint;
    }
}
