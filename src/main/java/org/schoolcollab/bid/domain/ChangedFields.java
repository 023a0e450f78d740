package org.schoolcollab.bid.domain;

import java.util.List;
import org.schoolcollab.audit.Act;
import org.schoolcollab.bid.PlanChange;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;

/** Puts the fields of a plan that changed into the record of the act, each with its text before and after. */
public final class ChangedFields {

    /** Characters of a text in the record; the revisions hold all of it. */
    private static final int LONGEST = 200;

    private ChangedFields() {}

    /** The act with a value for each field, by place in the form, e.g. {@code targets 2 measure}. */
    public static Act of(Act act, PlanFields before, PlanFields after, List<PlanChange> changes) {
        Act whole = act;
        for (PlanChange change : changes) {
            Line line = change.line();
            String place = place(line, change.kind() == PlanChange.Kind.REMOVED ? before : after);
            for (PlanChange.Field field : change.fields()) {
                whole = whole.changed(place + field.name(), cut(field.before()), cut(field.after()));
            }
        }
        return changes.isEmpty() ? act.with("lines", "moved") : whole;
    }

    private static String place(Line line, PlanFields plan) {
        if (line.id().equals(PlanFields.ITSELF)) {
            return "";
        }
        List<String> ids = plan.lines(line.section()).stream().map(Line::id).toList();
        return line.section().problemName() + " " + (ids.indexOf(line.id()) + 1) + " ";
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Whether the record holds only the beginning of a text. */
    public static boolean isCut(String recorded) {
        return recorded.codePointCount(0, recorded.length()) > LONGEST;
    }
}
