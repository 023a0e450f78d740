package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSort;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.SchoolShares;
import org.schoolcollab.bid.SchoolsOfBid;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.TableFile;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bids of one area beside each other. */
@PortalTest
class SideBySideModuleTest {

    @TempDir
    Path folder;

    @Autowired
    SideBySide sideBySide;

    @Autowired
    PlanReview review;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BidRegister bids;

    @Autowired
    SchoolShares shares;

    @Autowired
    SchoolsOfBid schools;

    private EstablishmentId idOf(String school) {
        return EstablishmentId.of(jdbc.sql("select id from establishment_school where name = ?")
                .param(school)
                .query(String.class)
                .single());
    }

    @Test
    void showsRequestRecommendationScoresMembersAndEarlierRounds() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.run("adviser.south", () -> review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(20_000))));
        fixtures.submittedBid("deal-learning-alliance", "18000", "9000");
        logIn.as("adviser.south");

        SideBySide.Table table = sideBySide.table(BidFilter.none(), BidSort.REQUESTED, true);

        assertThat(table.rows())
                .extracting(row -> row.bid().id())
                .startsWith(bid)
                .hasSize(2);
        SideBySide.Row row = table.rows().getFirst();
        assertThat(row.lessThanRequested()).isEqualTo(Money.ofPounds(1_000));
        assertThat(row.scores()).satisfies(scores -> {
            assertThat(scores).isNotNull();
            assertThat(java.util.Objects.requireNonNull(scores).given()).containsExactly(3, 3, 3, 3, 3);
        });
        assertThat(row.schools()).hasSize(row.bid().memberCount());
        assertThat(row.past())
                .extracting(SideBySide.Past::round)
                .doesNotContain(row.bid().roundName());
        assertThat(table.sums().count()).isEqualTo(2);
        assertThat(table.sums().requested()).isEqualTo(Money.ofPounds(39_000));
        assertThat(table.sums().recommended()).isEqualTo(Money.ofPounds(20_000));
    }

    @Test
    void theSumsFollowTheFilter() {
        fixtures.submittedBid("hythe-hub");
        fixtures.submittedBid("deal-learning-alliance", "18000", "9000");
        logIn.as("adviser.south");

        SideBySide.Table table =
                sideBySide.table(new BidFilter(null, null, null, "deal"), BidSort.COLLABORATION, false);

        assertThat(table.rows()).hasSize(1);
        assertThat(table.sums().requested()).isEqualTo(Money.ofPounds(18_000));
    }

    @Test
    void theSumsFollowTheDistrict() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        fixtures.submittedBid("deal-learning-alliance", "18000", "9000");
        logIn.as("adviser.south");
        String district = bids.get(bid).districtCode();

        SideBySide.Table table =
                sideBySide.table(new BidFilter(null, null, district, null, null), BidSort.COLLABORATION, false);

        assertThat(table.rows()).extracting(row -> row.bid().id()).containsExactly(bid);
        assertThat(table.sums().requested()).isEqualTo(Money.ofPounds(21_000));
    }

    @Test
    void namesTheSchoolsByWhomABidWasSubmitted() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        logIn.run("lead.hythe-hub", () -> shares.takeOut(bid, idOf("Hythe Hub school 3 (demo)"), "Joins another"));
        logIn.run("lead.hythe-hub", () -> fixtures.submit(bid));
        // Recorded only after the submission, for a day before it: this school was never asked.
        jdbc.sql("""
                        insert into collaboration_member (id, collaboration_id, school_id, lead, valid_from)
                        select uuid(), b.collaboration_id, s.id, false, '2014-06-01' from bid_bid b, establishment_school s
                        where b.id = ? and s.name = 'Deal Learning Alliance school 2 (demo)'""").param(bid.toString()).update();
        logIn.as("adviser.south");

        SideBySide.Row row = sideBySide
                .table(BidFilter.none(), BidSort.COLLABORATION, false)
                .rows()
                .getFirst();

        assertThat(row.schools())
                .hasSize(6)
                .hasSize(row.bid().memberCount())
                .doesNotContain("Hythe Hub school 3 (demo)", "Deal Learning Alliance school 2 (demo)")
                .containsExactlyInAnyOrderElementsOf(schools.of(bid).schools().stream()
                        .map(MemberSchool::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"adviser.south,1", "adviser.north,0", "chair.south,1", "board1.east,0", "finance.officer,1", "auditor,1"
    })
    void everyoneComparesOnlyWhatTheyMaySee(String person, int rows) {
        fixtures.submittedBid("hythe-hub");
        logIn.as(person);

        SideBySide.Table table = sideBySide.table(BidFilter.none(), BidSort.COLLABORATION, false);

        assertThat(table.rows()).hasSize(rows);
        assertThat(table.sums().count()).isEqualTo(rows);
    }

    @Test
    void theFileHoldsNoFormula() throws Exception {
        String evil = "=HYPERLINK(\"https://example.org\";\"open\")";
        TableFile file = new TableFile(
                List.of("collaboration", "+amount"),
                List.of(List.of(evil, Money.ofPence(-4_200_050)), List.of("@SUM(1)", 3)));

        assertThat(new String(file.csv(), StandardCharsets.UTF_8))
                .isEqualTo("collaboration,'+amount\r\n\"'" + evil.replace("\"", "\"\"")
                        + "\",-42000.50\r\n'@SUM(1),3\r\n");
        Map<String, List<String>> workbook = workbook(file.xlsx("Bids"));
        assertThat(workbook.get("elements")).contains("worksheet", "c", "v").doesNotContain("f");
        assertThat(workbook.get("texts"))
                .contains("collaboration", "'+amount", "'" + evil, "'@SUM(1)", "-42000.50", "3")
                .noneMatch(text -> text.startsWith("=") || text.startsWith("@") || text.startsWith("+"));
    }

    /** The names of all elements and all texts in the XML of a workbook. */
    private Map<String, List<String>> workbook(byte[] xlsx) throws Exception {
        List<String> elements = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Path file = Files.write(folder.resolve("bids.xlsx"), xlsx);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                XMLInputFactory factory = XMLInputFactory.newFactory();
                factory.setProperty(XMLInputFactory.IS_COALESCING, true);
                XMLStreamReader xml = factory.createXMLStreamReader(zip.getInputStream(entry));
                while (xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamConstants.START_ELEMENT -> elements.add(xml.getLocalName());
                        case XMLStreamConstants.CHARACTERS -> texts.add(xml.getText());
                        default -> {}
                    }
                }
            }
        }
        return Map.of("elements", elements, "texts", texts);
    }
}
