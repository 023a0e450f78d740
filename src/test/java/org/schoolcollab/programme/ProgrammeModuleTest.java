package org.schoolcollab.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.schoolcollab.programme.published.TableSource;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ProgrammeModuleTest {

    @Autowired
    PublishedImport published;

    @Autowired
    JdbcClient jdbc;

    @Test
    void loadsAsManyRowsAsWerePublished() {
        assertThat(count("establishment_area")).isEqualTo(4);
        assertThat(count("establishment_district")).isEqualTo(12);
        assertThat(count("collaboration_collaboration")).isEqualTo(77);
        assertThat(count("programme_published_profile")).isEqualTo(77);
        assertThat(jdbc.sql("select count(distinct source_line) from programme_funding_line")
                        .query(Integer.class)
                        .single())
                .isEqualTo(74);
        assertThat(jdbc.sql("select count(distinct collaboration_id) from programme_attainment_change")
                        .query(Integer.class)
                        .single())
                .isEqualTo(23);
        assertThat(count("collaboration_name")).isEqualTo(7);
        assertThat(count("establishment_school")).isEqualTo(635);
        assertThat(count("collaboration_member")).isEqualTo(635);
    }

    @Test
    void meetsThePublishedSumsToThePound() {
        assertThat(sum("2012/13", "1 = 1")).isEqualTo(371_160_500);
        assertThat(sum("2013/14", "1 = 1")).isEqualTo(159_897_400);
        assertThat(sum("2012/13", "f.area_code is null")).isEqualTo(64_800_000);
        Map<String, Long> byArea = new TreeMap<>();
        for (String area : List.of("SOUTH", "EAST", "WEST", "NORTH")) {
            byArea.put(area, sum("2013/14", "f.area_code = '" + area + "'"));
        }
        assertThat(byArea)
                .containsEntry("SOUTH", 40_000_000L)
                .containsEntry("EAST", 38_535_000L)
                .containsEntry("WEST", 42_009_400L)
                .containsEntry("NORTH", 39_353_000L);
    }

    @Test
    void givesNoPlaceToTheSixCollaborationsWithoutAFundingLine() {
        assertThat(jdbc.sql("select name from collaboration_collaboration where area_code is null order by name")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Canterbury Academy Post 16 Bid",
                        "Collaboration of St James' CEI & CEJ, St John's CEP & Pembury",
                        "Kent Association of Special Schools (KASS)",
                        "Maidstone Collaborative: Oakwood Park Post 16 Partnership",
                        "Teaching Schools Alliance - Knole Academy",
                        "The Lighthouse Project");
    }

    @Test
    void keepsThreeLinesThatAreNoCollaborations() {
        assertThat(jdbc.sql("select line_name from programme_funding_line where collaboration_id is null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Funding to support collaboration of Special Schools",
                        "North Area Attendance Project",
                        "School Improvement 2 days support to schools");
    }

    @Test
    void everyPublishedShareFollowsFromRows() {
        List<Map<String, Object>> wrong = jdbc.sql("""
                        select c.name, p.good_or_better_tenths,
                          count(*) as schools, sum(j.grade in ('OUTSTANDING', 'GOOD')) as good
                        from programme_published_profile p
                          join collaboration_collaboration c on c.id = p.collaboration_id
                          join collaboration_member m on m.collaboration_id = c.id
                          left join establishment_judgement j on j.school_id = m.school_id
                        group by c.id, c.name, p.good_or_better_tenths, p.schools
                        having schools <> p.schools or round(1000 * coalesce(good, 0) / schools) <> p.good_or_better_tenths""").query().listOfRows();

        assertThat(wrong).isEmpty();
    }

    @Test
    void loadingAgainChangesNothing() throws Exception {
        String before = checksums();

        assertThat(published.load()).isFalse();

        assertThat(checksums()).isEqualTo(before);
    }

    @Test
    void loadsNothingWhereOneLineIsRefused() throws Exception {
        jdbc.sql("delete from programme_import").update();
        String before = checksums();

        assertThatThrownBy(() -> published.load(file -> {
                    Optional<byte[]> shipped = TableSource.shipped().read(file);
                    return file.equals("funding.csv")
                            ? shipped.map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                                    .replace("Hythe Hub", "Hyth Hub")
                                    .getBytes(StandardCharsets.UTF_8))
                            : shipped;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("funding.csv line 28: \"Hyth Hub\" is neither a collaboration of ofsted.csv");

        assertThat(checksums()).isEqualTo(before);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private long sum(String round, String where) {
        return jdbc.sql("""
                        select coalesce(sum(f.pence), 0) from programme_funding_line f join programme_round r on r.id = f.round_id
                        where r.name = ? and\s""" + where).param(round).query(Long.class).single();
    }

    private static String checksums() throws Exception {
        StringBuilder text = new StringBuilder();
        try (var owner = TestDatabase.instance().owner();
                var sql = owner.createStatement()) {
            var tables = sql.executeQuery(
                    "select group_concat(table_name) from information_schema.tables where table_schema = 'portal'");
            tables.next();
            try (var sums = sql.executeQuery("checksum table " + tables.getString(1))) {
                while (sums.next()) {
                    text.append(sums.getString(1))
                            .append(' ')
                            .append(sums.getString(2))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
