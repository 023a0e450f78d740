package org.schoolcollab.shell;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.Locale;

/**
 * A field for a day as Britain writes it: day, month, year. Its calendar begins on Monday and opens by its own button alone, so that
 * typing a date covers nothing.
 */
public class DayField extends DatePicker {

    private static final int MONDAY = 1;

    public DayField() {
        setLocale(Locale.UK);
        setI18n(britain().setBadInputErrorMessage(getTranslation("error.text.day")));
        setAutoOpen(false);
    }

    public DayField(String label) {
        this();
        setLabel(label);
    }

    /** The same for the day in a field of day and time. */
    public static DatePickerI18n britain() {
        return new DatePickerI18n()
                .setFirstDayOfWeek(MONDAY)
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy", "d/M/yy", "d.M.yyyy", "d-M-yyyy");
    }
}
