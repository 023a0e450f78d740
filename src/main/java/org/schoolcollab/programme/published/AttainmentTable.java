package org.schoolcollab.programme.published;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.programme.published.AttainmentChange.Measure;
import org.schoolcollab.programme.published.CsvTable.Row;
import org.schoolcollab.programme.published.RowReader.Wrong;

/** Reads attainment.csv, whose two spellings of each name must mean the same collaboration. */
final class AttainmentTable {

    private final PublishedTables.Names names;
    private final Map<String, Integer> lineOfName = new HashMap<>();

    AttainmentTable(PublishedTables.Names names) {
        this.names = names;
    }

    List<AttainmentChange> read(TableSource source, List<Refusal> refusals) {
        List<String> columns = new ArrayList<>(List.of("collaboration_as_printed", "collaboration"));
        for (Measure measure : Measure.values()) {
            columns.add(measure.column());
        }
        List<Row> rows = CsvTable.read(source, PublishedTables.ATTAINMENT, columns, refusals);
        return RowReader.all(PublishedTables.ATTAINMENT, rows, refusals, this::change);
    }

    private AttainmentChange change(Row row) throws Wrong {
        String printed = RowReader.name(row, "collaboration_as_printed");
        String collaboration = names.require(RowReader.name(row, "collaboration"));
        String meant = names.require(printed);
        if (!meant.equals(collaboration)) {
            throw new Wrong(Shown.text(printed) + " is a name of " + Shown.text(meant) + ", not of "
                    + Shown.text(collaboration));
        }
        Map<Measure, Integer> points = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            if (!row.text(measure.column()).isEmpty()) {
                points.put(measure, RowReader.points(row, measure.column()));
            }
        }
        if (points.isEmpty()) {
            throw new Wrong("has no change in any measure");
        }
        Integer before = lineOfName.putIfAbsent(collaboration, row.line());
        if (before != null) {
            throw new Wrong(Shown.text(collaboration) + " stands in line " + before + " already");
        }
        return new AttainmentChange(row.line(), printed, collaboration, points);
    }
}
