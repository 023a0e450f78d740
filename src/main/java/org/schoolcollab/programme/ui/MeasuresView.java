package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.MeasureSetting;
import org.schoolcollab.programme.MeasureSetting.Loss;
import org.schoolcollab.programme.MeasureSetting.Setting;
import org.schoolcollab.programme.Measures;
import org.schoolcollab.programme.Measures.Measure;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRulesFixed.By;
import org.schoolcollab.programme.TypedMeasure;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;

/** An administrator sets what the targets of a round are measured by. */
@Route("rounds/:roundId/measures")
@RolesAllowed(Roles.ADMINISTRATOR)
public class MeasuresView extends SetUpPage {

    private final transient MeasureSetting setting;
    /** What stands in the round as far as the person has been told. */
    private transient List<Measure> seen = List.of();

    MeasuresView(MeasureSetting setting) {
        super("programme.measures");
        this.setting = setting;
    }

    @Override
    void open(RoundId id) {
        Setting now = setting.open(id);
        Section card = now.fixedBy() == By.NOTHING ? toWrite(now) : toRead(now.measures());
        show(now.round().name(), now.fixedBy(), card);
    }

    private Section toWrite(Setting now) {
        MeasureList list =
                new MeasureList(now.measures().stream().map(TypedMeasure::of).toList(), errors);
        seen = now.measures();
        RoundId id = now.round().id();
        return new Section(
                errors, list, saveButton(id, now.round().name(), () -> losses(setting.losses(id, list.typed())), () -> {
                    try {
                        setting.set(id, seen, list.typed());
                    } catch (MeasureSetting.ChangedByOthers changed) {
                        seen = changed.now();
                        throw changed;
                    }
                }));
    }

    /** Each measure that plans lose, with their number. */
    private Optional<Facts> losses(List<Loss> losses) {
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = new Facts();
        losses.forEach(
                loss -> facts.fact(loss.label(), getTranslation("programme.measures.check.plans", loss.plans())));
        return Optional.of(facts);
    }

    private Section toRead(List<Measure> measures) {
        DataTable table = new DataTable(
                getTranslation("programme.measures.form"),
                Column.text(getTranslation("programme.measures.label")),
                Column.text(getTranslation("programme.measures.unit")),
                Column.text(getTranslation("programme.measures.better")),
                Column.number(getTranslation("programme.measures.lowest")),
                Column.number(getTranslation("programme.measures.highest")));
        table.stacked();
        measures.forEach(one -> table.row(
                one.label(),
                getTranslation(one.percent() ? "programme.measures.percent" : "programme.measures.number"),
                getTranslation(one.lessIsBetter() ? "programme.measures.less" : "programme.measures.more"),
                bound(one.lowest()),
                bound(one.highest())));
        return new Section(table);
    }

    private String bound(@Nullable BigDecimal bound) {
        return bound == null ? getTranslation("programme.measures.any") : Measures.plain(bound);
    }
}
