package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.schoolcollab.bid.ConsentAnswer;
import org.schoolcollab.bid.ConsentState;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** Member schools in words, alike on every screen. */
final class SchoolWords {

    private SchoolWords() {}

    /** The school's name, with a mark on the lead school. */
    static Span name(MemberSchool school) {
        Span name = new Span(school.name() + " ");
        if (school.lead()) {
            name.add(new StatusBadge(name.getTranslation("bid.schools.lead"), Tone.ACCENT));
        }
        return name;
    }

    /** Where its consent stands, with who answered (of a school that is asked anew: last time) and why, and that nobody can where that is so. */
    static Div consent(MemberSchool school) {
        Div words = new Div();
        words.addClassName("school-consent");
        words.add(new StatusBadge(
                words.getTranslation("enum.ConsentState." + school.consent().name()), tone(school.consent())));
        ConsentAnswer answer = school.answer();
        if (answer != null && school.consent() != ConsentState.NOT_ASKED) {
            words.add(line(words.getTranslation(
                    school.consent() == ConsentState.ASKED
                            ? "bid.schools.answer.before." + answer.kind().name()
                            : "bid.schools.answer." + answer.kind().name(),
                    answer.by(),
                    Dates.moment(answer.at()))));
            if (!answer.reason().isEmpty()) {
                words.add(line(words.getTranslation("bid.schools.answer.reason", answer.reason())));
            }
        }
        if (!school.hasHead() && !school.stands()) {
            Span nobody = line(words.getTranslation("bid.schools.noHead"));
            nobody.addClassName("school-nobody");
            words.add(nobody);
        }
        return words;
    }

    private static Span line(String text) {
        Span line = new Span(text);
        line.addClassName("hint");
        return line;
    }

    private static Tone tone(ConsentState state) {
        return switch (state) {
            case NOT_ASKED -> Tone.NEUTRAL;
            case ASKED -> Tone.ACCENT;
            case GIVEN -> Tone.GOOD;
            case VOID -> Tone.WARN;
            case DECLINED, WITHDRAWN -> Tone.BAD;
        };
    }

    /** Request, guide with where it comes from and how far the request is from it, matched funding, and how many agree. */
    static Component facts(MemberSchools members) {
        Facts facts = new Facts();
        String parts = members.guideByPhase().entrySet().stream()
                .map(phase -> facts.getTranslation(
                        "bid.schools.guide.part",
                        phase.getValue().schools(),
                        facts.getTranslation(
                                "bid.schools.phase." + phase.getKey().name(),
                                phase.getValue().schools()),
                        phase.getValue().each()))
                .collect(Collectors.joining(", "));
        facts.fact(
                        facts.getTranslation("bid.amount.requested"),
                        members.requested().format())
                .fact(
                        facts.getTranslation("bid.amount.guide"),
                        facts.getTranslation("bid.schools.guide", members.guide(), parts))
                .fact(facts.getTranslation("bid.schools.variance"), variance(facts, members))
                .fact(
                        facts.getTranslation("bid.amount.matched"),
                        members.matched().format());
        int all = members.schools().size();
        int agreed = all - members.missing().size();
        facts.fact(
                facts.getTranslation("bid.schools.consents"), facts.getTranslation("bid.schools.agree", agreed, all));
        return facts;
    }

    private static String variance(Component words, MemberSchools members) {
        Money requested = members.requested();
        Money guide = members.guide();
        if (requested.isMoreThan(guide)) {
            return words.getTranslation("bid.schools.variance.above", requested, requested.minus(guide));
        }
        return guide.isMoreThan(requested)
                ? words.getTranslation("bid.schools.variance.below", requested, guide.minus(requested))
                : words.getTranslation("bid.schools.variance.none");
    }

    /** The members that were taken out, with reason, person and day. */
    static Component takenOut(Component words, MemberSchools.TakenOut school) {
        Paragraph line = new Paragraph(words.getTranslation(
                "bid.schools.takenOut.line", school.name(), school.by(), Dates.day(school.at()), school.reason()));
        return line;
    }
}
