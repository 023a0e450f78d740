package org.schoolcollab.bid;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a plan, as {@link PlanSection} declares it. What is typed is kept as text whatever its kind.
 *
 * @param name as it stands in the stored plan; never changed once plans hold it
 * @param length characters that fit
 * @param label key of what people call it, empty for the field that is the line itself (the words of a priority)
 * @param choices the enum whose names may be chosen, null for other kinds
 * @param catalogue where codes are from, null for other kinds
 */
public record PlanField(
        String name,
        Kind kind,
        int length,
        String label,
        @Nullable Class<? extends Enum<?>> choices,
        PlanCatalogue.@Nullable Kind catalogue) {

    /** What is typed in a field, which decides how it is checked, shown and compared. */
    public enum Kind {
        TEXT,
        /** A number with at most two decimals. Kept as typed even where it is none; the rules of submission ask for one. */
        NUMBER,
        /** An amount in pounds. Kept as typed even where it is none. */
        AMOUNT,
        /** A day as {@code 2015-07-31}. */
        DATE,
        /** The name of one of {@link PlanField#choices}. */
        CHOICE,
        /** Ids of lines of another section, one space between them; none where it is about all of them. */
        LINES,
        /** Ids of schools, one space between them. */
        SCHOOLS,
        /** Codes of the {@link PlanCatalogue}, one space between them. */
        CODES,
        /** A code of the {@link PlanCatalogue}; no two lines of a section have the same. */
        CODE,
        /** {@code yes}, or empty. */
        YES
    }

    /** What a field of kind {@link Kind#YES} holds when it is ticked. */
    public static final String TICKED = "yes";

    static PlanField text(String name, int length, String label) {
        return new PlanField(name, Kind.TEXT, length, label, null, null);
    }

    static PlanField of(Kind kind, String name, String label) {
        return new PlanField(name, kind, PlanDraft.NUMBER_TEXT, label, null, null);
    }

    static PlanField choice(String name, String label, Class<? extends Enum<?>> choices) {
        return new PlanField(name, Kind.CHOICE, PlanDraft.NUMBER_TEXT, label, choices, null);
    }

    static PlanField code(String name, PlanCatalogue.Kind catalogue) {
        return new PlanField(name, Kind.CODE, PlanDraft.NUMBER_TEXT, "", null, catalogue);
    }

    static PlanField lines(String name, String label) {
        return new PlanField(name, Kind.LINES, PlanDraft.LONG_TEXT * 2, label, null, null);
    }

    static PlanField schools(String name, String label) {
        return new PlanField(name, Kind.SCHOOLS, PlanDraft.LONG_TEXT * 2, label, null, null);
    }

    static PlanField codes(String name, PlanCatalogue.Kind catalogue, String label) {
        return new PlanField(name, Kind.CODES, PlanDraft.LONG_TEXT, label, null, catalogue);
    }

    /** Ids or codes as they stand in a field of kind {@link Kind#LINES}, {@link Kind#SCHOOLS} or {@link Kind#CODES}, each once. */
    public static List<String> several(String typed) {
        return typed.isBlank()
                ? List.of()
                : Arrays.stream(typed.strip().split(" +")).distinct().toList();
    }

    /** Whether it holds ids of things that have names of their own. */
    public boolean namesThings() {
        return kind == Kind.LINES || kind == Kind.SCHOOLS;
    }

    /** Whether this is what the whole line is called by, so that it needs no label. */
    public boolean isTheLineItself() {
        return label.isEmpty();
    }

    /** The names that may be chosen; none for other kinds. */
    public List<String> choiceNames() {
        return choices == null
                ? List.of()
                : Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
    }

    /** Key of what people call a choice. */
    public String choiceLabel(String choice) {
        return choices == null ? choice : "enum." + choices.getSimpleName() + "." + choice;
    }
}
