package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingDraft;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** Date, time and place of a meeting, or start and closing time of a vote in writing. */
class MeetingForm extends Div {

    private static final LocalTime USUAL_START = LocalTime.of(16, 0);
    private static final LocalTime USUAL_END = LocalTime.of(17, 0);

    private final ErrorSummary errors = new ErrorSummary();
    private final Select<Area> area = new Select<>();
    private final RadioButtonGroup<MeetingKind> kind = new RadioButtonGroup<>(getTranslation("board.plan.kind"));
    private final DayField date = date("board.plan.date");
    private final TimePicker time = time("board.plan.time", USUAL_START);
    private final TextField place = new TextField(getTranslation("board.plan.place"));
    private final DayField closesOn = date("board.plan.closesOn");
    private final TimePicker closesAt = time("board.plan.closesAt", USUAL_END);

    MeetingForm(List<Area> areas, @Nullable Meeting now) {
        addClassNames("form", "stack");
        area.setLabel(getTranslation("board.plan.area"));
        area.setItems(areas);
        area.setItemLabelGenerator(Area::displayName);
        area.setValue(areas.getFirst());
        area.setVisible(areas.size() > 1);
        kind.setItems(MeetingKind.values());
        kind.setItemLabelGenerator(value -> getTranslation("enum.MeetingKind." + value));
        kind.addValueChangeListener(e -> showKind());
        kind.setValue(MeetingKind.MEETING);
        if (now != null) {
            show(now);
        }
        errors.register("date", date);
        errors.register("place", place);
        errors.register("closes", closesOn);
        add(errors, area, kind, date, time, place, closesOn, closesAt);
        showKind();
    }

    private void show(Meeting now) {
        kind.setValue(now.kind());
        ZonedDateTime starts = now.startsAt().atZone(PortalClock.LONDON);
        date.setValue(starts.toLocalDate());
        time.setValue(starts.toLocalTime());
        place.setValue(now.place());
        Instant closes = now.closesAt();
        if (closes != null) {
            closesOn.setValue(closes.atZone(PortalClock.LONDON).toLocalDate());
            closesAt.setValue(closes.atZone(PortalClock.LONDON).toLocalTime());
        }
    }

    private void showKind() {
        boolean written = kind.getValue() == MeetingKind.WRITTEN;
        place.setVisible(!written);
        closesOn.setVisible(written);
        closesAt.setVisible(written);
    }

    /** Goes on with what is typed, or shows what is missing. */
    void read(Consumer<MeetingDraft> next) {
        errors.clear();
        try {
            next.accept(new MeetingDraft(
                    area.getValue().name(),
                    kind.getValue(),
                    date.getValue(),
                    time.getValue(),
                    place.getValue(),
                    closesOn.getValue(),
                    closesAt.getValue()));
        } catch (ValidationFailed gaps) {
            errors.show(gaps.problems());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private DayField date(String key) {
        DayField field = new DayField(getTranslation(key));
        field.setManualValidation(true);
        return field;
    }

    private TimePicker time(String key, LocalTime usual) {
        TimePicker field = new TimePicker(getTranslation(key));
        field.setLocale(Locale.UK);
        field.setValue(usual);
        return field;
    }
}
