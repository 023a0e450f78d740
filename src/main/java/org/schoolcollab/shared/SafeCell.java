package org.schoolcollab.shared;

/** A cell of a CSV file that no spreadsheet takes for a formula: an apostrophe goes before a text that looks like one. */
public final class SafeCell {

    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeCell() {}

    public static String of(String text) {
        String visible = text.stripLeading();
        boolean formula = startsFormula(text) || startsFormula(visible);
        return formula ? "'" + text : text;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
