package org.schoolcollab.programme;

/** Percentages to one decimal, held in whole tenths of a percent. */
public final class Shares {

    private Shares() {}

    /** part / whole in tenths of a percent, half up. */
    public static int tenths(int part, int whole) {
        return (2000 * part + whole) / (2 * whole);
    }

    /** As shown to people: {@code 85.7%}. */
    public static String text(int tenths) {
        return tenths / 10 + "." + tenths % 10 + "%";
    }
}
