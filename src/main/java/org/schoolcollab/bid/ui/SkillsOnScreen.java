package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.SkillsMatch;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** Who inside a collaboration can help whom, theme by theme. */
final class SkillsOnScreen {

    private SkillsOnScreen() {}

    static Component of(PlanFields plan, Parts parts) {
        Map<String, String> themes = parts.themes();
        Span words = new Span();
        Map<EstablishmentId, String> names = new LinkedHashMap<>();
        parts.schools().forEach(school -> names.put(school.id(), school.name()));
        List<SkillsMatch> matches = SkillsMatch.of(plan, themes.keySet(), names);
        if (matches.isEmpty()) {
            Paragraph none = new Paragraph(words.getTranslation("bid.skills.none"));
            none.addClassName("hint");
            return none;
        }
        DataTable table = new DataTable(
                        words.getTranslation("bid.skills.matches"),
                        Column.text(words.getTranslation("bid.skills.theme")),
                        Column.text(words.getTranslation("bid.skills.needs")),
                        Column.text(words.getTranslation("bid.skills.help")))
                .stacked();
        matches.forEach(match -> table.row(
                themes.getOrDefault(match.theme(), match.theme()),
                String.join(", ", match.needing()),
                match.isInside() ? String.join(", ", match.strong()) : words.getTranslation("bid.skills.outside")));
        return table;
    }
}
