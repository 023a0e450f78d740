package org.schoolcollab.programme.published;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.Continuing;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.programme.published.CsvTable.Row;
import org.schoolcollab.programme.published.RowReader.Wrong;
import org.schoolcollab.shared.Money;

/** Reads funding.csv. */
final class FundingTable {

    private static final String ALL = "All";
    private static final Map<String, Continuing> CONTINUING =
            Map.of("Yes", Continuing.YES, "No", Continuing.NO, "TBC", Continuing.TBC, "n/a", Continuing.NA);
    private static final List<String> COLUMNS = List.of(
            "area", "district", "collaboration", "funding_2012_13_gbp", "funding_2013_14_gbp", "continuing_2013_14");

    private final PublishedTables.Names names;
    private final Map<String, Integer> lineOfName = new HashMap<>();

    FundingTable(PublishedTables.Names names) {
        this.names = names;
    }

    List<FundingLine> read(TableSource source, List<Refusal> refusals) {
        List<Row> rows = CsvTable.read(source, PublishedTables.FUNDING, COLUMNS, refusals);
        return RowReader.all(PublishedTables.FUNDING, rows, refusals, this::line);
    }

    private FundingLine line(Row row) throws Wrong {
        Area area = area(row);
        String name = RowReader.name(row, "collaboration");
        Area.District district = district(row, area);
        String collaboration = district == null ? null : names.require(name);
        if (district == null && names.find(name).isPresent()) {
            throw new Wrong(Shown.text(name) + " is a collaboration, but the line names no district");
        }
        Map<String, Money> money = money(row);
        Continuing continuing = CONTINUING.get(row.text("continuing_2013_14"));
        if (continuing == null) {
            throw new Wrong("continuing_2013_14 is " + Shown.text(row.text("continuing_2013_14"))
                    + ", expected Yes, No, TBC or n/a");
        }
        String key = collaboration == null ? name : collaboration;
        Integer before = lineOfName.putIfAbsent(key, row.line());
        if (before != null) {
            throw new Wrong(Shown.text(name) + " stands in line " + before + " already");
        }
        return new FundingLine(row.line(), area, district, collaboration, name, money, continuing);
    }

    private static @Nullable Area area(Row row) throws Wrong {
        String printed = row.text("area");
        if (printed.equals(ALL)) {
            return null;
        }
        Optional<Area> area = Area.named(printed);
        if (area.isEmpty()) {
            throw new Wrong("area is " + Shown.text(printed) + ", expected North, South, East, West or All");
        }
        return area.get();
    }

    /** Null where the money is the authority's or, printed as "North KAH", a whole area's. */
    private static Area.@Nullable District district(Row row, @Nullable Area area) throws Wrong {
        String printed = row.text("district");
        if (area == null) {
            if (printed.equals(ALL)) {
                return null;
            }
            throw new Wrong("district is " + Shown.text(printed) + ", expected All in area All");
        }
        if (printed.equals(area.displayName() + " KAH")) {
            return null;
        }
        Optional<Area.District> district = Area.districtNamed(printed);
        if (district.isEmpty()) {
            throw new Wrong("district is " + Shown.text(printed) + ", which is none of the twelve");
        }
        if (district.get().area() != area) {
            throw new Wrong("district " + printed + " lies in area "
                    + district.get().area().displayName() + ", not " + area.displayName());
        }
        return district.get();
    }

    private static Map<String, Money> money(Row row) throws Wrong {
        Map<String, Money> money = new LinkedHashMap<>();
        for (var round : PublishedTables.ROUND_COLUMNS.entrySet()) {
            if (!row.text(round.getValue()).isEmpty()) {
                Money amount = Money.ofPounds(RowReader.count(row, round.getValue()));
                if (amount.isPositive()) {
                    money.put(round.getKey(), amount);
                }
            }
        }
        if (money.isEmpty()) {
            throw new Wrong("has money in neither round");
        }
        return money;
    }
}
