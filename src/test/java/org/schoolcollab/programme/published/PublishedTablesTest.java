package org.schoolcollab.programme.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcollab.shared.Money;

class PublishedTablesTest {

    private static final String OFSTED_HEADER =
            "number,collaboration,schools,outstanding,good,requires_improvement,inadequate,not_inspected,percent_good_or_better";
    private static final String FUNDING_HEADER =
            "area,district,collaboration,funding_2012_13_gbp,funding_2013_14_gbp,continuing_2013_14";
    private static final String ATTAINMENT_HEADER =
            "collaboration_as_printed,collaboration,ks2_l4_rwm_change_pp,ks2_two_levels_english_change_pp,"
                    + "ks2_two_levels_maths_change_pp,ks4_five_ac_em_change_pp,ks4_expected_progress_english_change_pp,"
                    + "ks4_expected_progress_maths_change_pp";
    private static final String HUB = "1,Hythe Hub,7,2,4,1,0,0,85.7";

    private final Map<String, byte[]> files = new HashMap<>(Map.of(
            "ofsted.csv", bytes(OFSTED_HEADER + "\n" + HUB + "\n"),
            "funding.csv", bytes(FUNDING_HEADER + "\nSouth,Shepway,Hythe Hub,32180,21000,Yes\n"),
            "attainment.csv", bytes(ATTAINMENT_HEADER + "\nHythe Hub,Hythe Hub,3,,,,,\n")));

    @Test
    void takesEveryLineOfThePublishedTables() {
        PublishedTables tables = PublishedTables.read(TableSource.shipped());

        assertThat(tables.refusals()).isEmpty();
        assertThat(tables.profiles()).hasSize(77);
        assertThat(tables.funding()).hasSize(74);
        assertThat(tables.attainment()).hasSize(23);
        assertThat(sum(tables, "2012/13")).isEqualTo(Money.ofPounds(3_711_605));
        assertThat(sum(tables, "2013/14")).isEqualTo(Money.ofPounds(1_598_974));
    }

    @Test
    void readsAByteOrderMarkAndWindowsLineEnds() {
        files.put("ofsted.csv", bytes("\uFEFF" + OFSTED_HEADER + "\r\n" + HUB + "\r\n\r\n"));

        PublishedTables tables = read();

        assertThat(tables.refusals()).isEmpty();
        assertThat(tables.profiles()).extracting(Profile::name).containsExactly("Hythe Hub");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2,Second Hub,7,2,4,1,0,1,85.7 | the judgements add up to 8, schools is 7",
                "2,Second Hub,7,2,4,1,0,0,85.6 | percent_good_or_better is \"85.6\", the judgements give 85.7%",
                "2,Second Hub,7,-2,8,1,0,0,85.7 | outstanding is \"-2\", expected a number that is not negative",
                "2,Second Hub,7.5,2,4,1,0,0,85.7 | schools is \"7.5\", expected a whole number without decimals",
                "2,Second Hub,seven,2,4,1,0,0,85.7 | schools is \"seven\", expected a whole number of at most nine digits",
                "2,Second Hub,,2,4,1,0,0,85.7 | schools is empty, expected a whole number",
                "2,Second Hub,99999999999999,2,4,1,0,0,85.7 | schools is \"99999999999999\", expected a whole number of at most nine digits",
                "2,Second Hub,0,0,0,0,0,0,0 | schools is 0",
                "2,Second Hub,7,2,4,1,0,0,101 | percent_good_or_better is \"101\", expected a percentage from 0 to 100, at most one decimal",
                "2,Second Hub,7,2,4,1,0,0,85.71 | percent_good_or_better is \"85.71\", expected a percentage from 0 to 100, at most one decimal",
                "2,Hythe Hub,7,2,4,1,0,0,85.7 | \"Hythe Hub\" stands in line 2 already",
                "1,Second Hub,7,2,4,1,0,0,85.7 | number 1 stands in line 2 already",
                "2,,7,2,4,1,0,0,85.7 | collaboration is empty",
                "2,Second Hub,7,2,4,1,0,0 | has 8 fields, expected 9",
                "2,Second Hub,7,2,4,1,0,0,85.7,x | has 10 fields, expected 9",
                "2,\"Second Hub,7,2,4,1,0,0,85.7 | has a quotation mark that is not closed or stands inside a field",
            })
    void refusesAProfileThatDoesNotFit(String line, String reason) {
        files.put("ofsted.csv", bytes(OFSTED_HEADER + "\n" + HUB + "\n" + line + "\n"));

        PublishedTables tables = read();

        assertThat(tables.refusals()).containsExactly(new Refusal("ofsted.csv", 3, reason));
        assertThat(tables.profiles()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Middle,Shepway,Hythe Hub,1,,Yes | area is \"Middle\", expected North, South, East, West or All",
                "South,Atlantis,Hythe Hub,1,,Yes | district is \"Atlantis\", which is none of the twelve",
                "South,Swale,Hythe Hub,1,,Yes | district Swale lies in area East, not South",
                "South,Shepway,Hyth Hub,1,,Yes | \"Hyth Hub\" is neither a collaboration of ofsted.csv nor in the table of name variants",
                "South,Shepway,hythe hub,1,,Yes | \"hythe hub\" is neither a collaboration of ofsted.csv nor in the table of name variants",
                "South,Shepway,Hythe Hub,-1,,Yes | funding_2012_13_gbp is \"-1\", expected a number that is not negative",
                "South,Shepway,Hythe Hub,1.50,,Yes | funding_2012_13_gbp is \"1.50\", expected a whole number without decimals",
                "South,Shepway,Hythe Hub,\"1,000\",,Yes | funding_2012_13_gbp is \"1,000\", expected a whole number of at most nine digits",
                "South,Shepway,Hythe Hub,,,Yes | has money in neither round",
                "South,Shepway,Hythe Hub,1,,Maybe | continuing_2013_14 is \"Maybe\", expected Yes, No, TBC or n/a",
                "South,South KAH,Hythe Hub,1,,Yes | \"Hythe Hub\" is a collaboration, but the line names no district",
                "South,North KAH,Project,1,,Yes | district is \"North KAH\", which is none of the twelve",
                "All,Shepway,Project,1,,n/a | district is \"Shepway\", expected All in area All",
                "South,Shepway | has 2 fields, expected 6",
            })
    void refusesMoneyThatFitsNothing(String line, String reason) {
        files.put("funding.csv", bytes(FUNDING_HEADER + "\n" + line + "\n"));

        PublishedTables tables = read();

        assertThat(tables.refusals()).containsExactly(new Refusal("funding.csv", 2, reason));
        assertThat(tables.funding()).isEmpty();
    }

    @Test
    void refusesASecondLineOfTheSameCollaboration() {
        files.put(
                "funding.csv",
                bytes(FUNDING_HEADER + "\nSouth,Shepway,Hythe Hub,1,,Yes\nSouth,Dover,Hythe Hub,2,,Yes\n"
                        + "All,All,Support,3,,n/a\nAll,All,Support,3,,n/a\n"));

        assertThat(read().refusals())
                .containsExactly(
                        new Refusal("funding.csv", 3, "\"Hythe Hub\" stands in line 2 already"),
                        new Refusal("funding.csv", 5, "\"Support\" stands in line 4 already"));
    }

    @Test
    void keepsTheMoneyOfAreaAllAndOfAWholeAreaWithoutACollaboration() {
        files.put(
                "funding.csv", bytes(FUNDING_HEADER + "\nAll,All,Support,3,,n/a\nNorth,North KAH,Attendance,,4,Yes\n"));

        PublishedTables tables = read();

        assertThat(tables.refusals()).isEmpty();
        assertThat(tables.funding()).allSatisfy(line -> {
            assertThat(line.collaboration()).isNull();
            assertThat(line.district()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hythe Hub,Deal,3,,,,, | \"Deal\" is neither a collaboration of ofsted.csv nor in the table of name variants",
                "The Hub,Hythe Hub,3,,,,, | \"The Hub\" is neither a collaboration of ofsted.csv nor in the table of name variants",
                "Hythe Hub,Hythe Hub,,,,,, | has no change in any measure",
                "Hythe Hub,Hythe Hub,3.5,,,,, | ks2_l4_rwm_change_pp is \"3.5\", expected whole percentage points between -100 and 100",
                "Hythe Hub,Hythe Hub,101,,,,, | ks2_l4_rwm_change_pp is \"101\", expected whole percentage points between -100 and 100",
            })
    void refusesResultsThatFitNothing(String line, String reason) {
        files.put("attainment.csv", bytes(ATTAINMENT_HEADER + "\n" + line + "\n"));

        assertThat(read().refusals()).containsExactly(new Refusal("attainment.csv", 2, reason));
    }

    @Test
    void matchesAPrintedVariantByTheExplicitTableOnly() {
        files.put(
                "ofsted.csv",
                bytes(OFSTED_HEADER + "\n" + HUB + "\n"
                        + "2,West Ramsgate Achievement Partnership (WRAP),4,0,4,0,0,0,100.0\n"));
        files.put(
                "attainment.csv",
                bytes(ATTAINMENT_HEADER + "\n"
                        + "West Ramsgate Ach Partnership (WRAP),West Ramsgate Achievement Partnership (WRAP),3,8,14,,,\n"
                        + "West Ramsgate Ach Partnership (WRAP),Hythe Hub,3,8,14,,,\n"));

        PublishedTables tables = read();

        assertThat(tables.attainment())
                .extracting(AttainmentChange::collaboration)
                .containsExactly("West Ramsgate Achievement Partnership (WRAP)");
        assertThat(tables.refusals())
                .containsExactly(new Refusal(
                        "attainment.csv",
                        3,
                        "\"West Ramsgate Ach Partnership (WRAP)\" is a name of"
                                + " \"West Ramsgate Achievement Partnership (WRAP)\", not of \"Hythe Hub\""));
    }

    @Test
    void saysWhenTheCollaborationsOwnLineWasRefused() {
        files.put("ofsted.csv", bytes(OFSTED_HEADER + "\n1,Hythe Hub,8,2,4,1,0,0,85.7\n"));

        assertThat(read().refusals())
                .extracting(Refusal::toString)
                .containsExactly(
                        "ofsted.csv line 2: the judgements add up to 7, schools is 8",
                        "funding.csv line 2: \"Hythe Hub\" stands in a line of ofsted.csv that was refused",
                        "attainment.csv line 2: \"Hythe Hub\" stands in a line of ofsted.csv that was refused");
    }

    @Test
    void saysThatAFileIsMissingOrEmptyOrNoTextOrHasAnotherHeader() {
        files.remove("ofsted.csv");
        files.put("funding.csv", new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        files.put("attainment.csv", bytes("name,points\n"));

        assertThat(read().refusals())
                .extracting(Refusal::file, Refusal::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ofsted.csv", 0),
                        org.assertj.core.groups.Tuple.tuple("funding.csv", 0),
                        org.assertj.core.groups.Tuple.tuple("attainment.csv", 1));
        assertThat(read().refusals().get(1).reason()).isEqualTo("the file is not UTF-8 text");
    }

    @Test
    void neverRepeatsWhatATerminalWouldObey() {
        files.put("funding.csv", bytes(FUNDING_HEADER + "\nSouth,Shepway,\u001b[31mHythe Hub,1,,Yes\n"));

        assertThat(read().refusals())
                .containsExactly(new Refusal("funding.csv", 2, "holds a character that no reader can see"));
    }

    private PublishedTables read() {
        return PublishedTables.read(file -> Optional.ofNullable(files.get(file)));
    }

    private static Money sum(PublishedTables tables, String round) {
        return tables.funding().stream().map(line -> line.in(round)).reduce(Money.ZERO, Money::plus);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
