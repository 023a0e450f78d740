package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.programme.GuideSetting;
import org.schoolcollab.programme.GuideSetting.Setting;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRulesFixed.By;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.MoneyField;

/** An administrator sets what a round suggests for a school of each phase. */
@Route("rounds/:roundId/guide")
@RolesAllowed(Roles.ADMINISTRATOR)
public class GuideView extends SetUpPage {

    private final transient GuideSetting setting;
    /** What stands in the round as far as the person has been told. */
    private transient Map<Phase, Money> seen = Map.of();

    GuideView(GuideSetting setting) {
        super("programme.guide");
        this.setting = setting;
    }

    @Override
    void open(RoundId id) {
        Setting now = setting.open(id);
        Section card = now.fixedBy() == By.NOTHING ? toWrite(now) : toRead(now.round());
        show(now.round().name(), now.fixedBy(), card);
    }

    private Section toWrite(Setting now) {
        seen = now.amounts();
        Map<Phase, MoneyField> fields = new EnumMap<>(Phase.class);
        Section card = new Section(errors);
        for (Phase phase : Phase.values()) {
            MoneyField field = new MoneyField(getTranslation("programme.guide." + phase.name()));
            field.setMoney(now.round().guideFor(phase));
            errors.register(phase.name(), field);
            fields.put(phase, field);
            card.add(field);
        }
        card.add(saveButton(now.round().id(), now.round().name(), Optional::empty, () -> {
            Map<Phase, String> typed = new EnumMap<>(Phase.class);
            fields.forEach((phase, field) -> typed.put(phase, field.getValue()));
            try {
                setting.set(now.round().id(), seen, typed);
            } catch (GuideSetting.ChangedByOthers changed) {
                seen = changed.now();
                throw changed;
            }
        }));
        return card;
    }

    private Section toRead(Round round) {
        DataTable table = new DataTable(
                getTranslation("programme.guide.form"),
                Column.text(getTranslation("programme.guide.phase")),
                Column.number(getTranslation("programme.guide.amount")));
        table.narrow(true);
        for (Phase phase : Phase.values()) {
            table.row(
                    getTranslation("enum.Phase." + phase.name()),
                    round.guideFor(phase).format());
        }
        return new Section(table);
    }
}
