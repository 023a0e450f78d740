package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.domain.PartRules;
import org.schoolcollab.programme.Measures.Measure;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** Each rule about the parts of a plan, one test each. */
class PartRulesTest {

    private static final String TEACHING = "10000000-0000-0000-0000-000000000001";
    private static final String READING = "10000000-0000-0000-0000-000000000002";
    private static final String DAYS = "20000000-0000-0000-0000-000000000001";
    private static final String WRITING = "30000000-0000-0000-0000-000000000001";

    private static final String MEMBER = "60000000-0000-0000-0000-000000000001";
    private static final String OTHER_MEMBER = "60000000-0000-0000-0000-000000000002";

    private static final Round ROUND = new Round(
            RoundId.random(),
            "2014/15",
            Round.Status.OPEN,
            LocalDate.of(2014, 6, 2),
            LocalDate.of(2014, 7, 18),
            Money.ofPounds(7_000),
            Money.ofPounds(12_000),
            50,
            60,
            true,
            LocalDate.of(2015, 3, 1),
            LocalDate.of(2015, 3, 31),
            LocalDate.of(2015, 10, 1),
            LocalDate.of(2015, 10, 31));

    private static final PartRules.Terms TERMS = new PartRules.Terms(
            ROUND,
            List.of(
                    new Measure("absence", "Absence of sessions", true, true),
                    new Measure("points", "Average points", false, false),
                    new Measure("words", "Words a minute", false, false, BigDecimal.ZERO, BigDecimal.valueOf(400))),
            Set.of(MEMBER, OTHER_MEMBER),
            Map.of("teaching", "Improve teaching and learning"));

    private final Map<String, Line> lines = new LinkedHashMap<>();

    PartRulesTest() {
        line(PlanSection.PRIORITIES, TEACHING, "code", "teaching");
        line(PlanSection.PRIORITIES, READING, "words", "Reading for pleasure");
        line(PlanSection.ACTIVITIES, DAYS, "code", "development-days", "priorities", TEACHING + " " + READING);
        line(
                PlanSection.TARGETS,
                WRITING,
                "measure",
                "Level 4 or above in writing, percent",
                "baseline",
                "78",
                "value",
                "84.5",
                "by",
                "2015-07-31",
                "source",
                "Teacher assessment",
                "baselineOn",
                "2014-05-31",
                "priorities",
                TEACHING + " " + READING);
        line(PlanSection.BUDGET, "40000000-0000-0000-0000-000000000001", "amount", "21000");
    }

    @Test
    void whatNamesEveryPriorityServesAllOfThem() {
        assertThat(gaps()).isEmpty();
    }

    @Test
    void whatNamesNoPriorityServesNoneWhereThereIsMoreThanOne() {
        set(DAYS, "priorities", "");
        set(WRITING, "priorities", "");

        assertThat(gaps())
                .containsExactly(
                        Problem.of(
                                "priorities[0].activities",
                                "error.bid.parts.noActivity",
                                "Improve teaching and learning"),
                        Problem.of("priorities[1].activities", "error.bid.parts.noActivity", "Reading for pleasure"),
                        Problem.of(
                                "priorities[0].targets", "error.bid.parts.noTarget", "Improve teaching and learning"),
                        Problem.of("priorities[1].targets", "error.bid.parts.noTarget", "Reading for pleasure"));
    }

    @Test
    void aSinglePriorityNeedsNoLinks() {
        lines.remove(READING);
        set(DAYS, "priorities", "");
        set(WRITING, "priorities", "");

        assertThat(gaps()).isEmpty();
    }

    @Test
    void prioritiesAreServedByDifferentLines() {
        set(WRITING, "priorities", READING);
        line(
                PlanSection.TARGETS,
                "30000000-0000-0000-0000-00000000000f",
                "measure",
                "Lessons that are good, percent",
                "priorities",
                TEACHING);

        assertThat(gaps()).isEmpty();
    }

    @Test
    void everyPriorityHasAnActivity() {
        line(PlanSection.ACTIVITIES, DAYS, "code", "development-days", "priorities", TEACHING);

        assertThat(gaps())
                .singleElement()
                .isEqualTo(
                        Problem.of("priorities[1].activities", "error.bid.parts.noActivity", "Reading for pleasure"));
    }

    @Test
    void everyPriorityHasATargetInNumbers() {
        set(WRITING, "priorities", READING);

        assertThat(gaps())
                .singleElement()
                .isEqualTo(Problem.of(
                        "priorities[0].targets", "error.bid.parts.noTarget", "Improve teaching and learning"));
    }

    @Test
    void aPriorityThatIsGoneIsNotCounted() {
        set(WRITING, "priorities", "10000000-0000-0000-0000-00000000dead");

        assertThat(keys()).containsExactly("error.bid.parts.noTarget", "error.bid.parts.noTarget");
    }

    @Test
    void anActivityDoesNotEndBeforeItBegins() {
        set(DAYS, "from", "2014-10-02");
        set(DAYS, "to", "2014-10-01");

        assertThat(keys()).containsExactly("error.bid.parts.endsBeforeItBegins");
    }

    @Test
    void anActivityLiesWithinTheRound() {
        set(DAYS, "from", "2014-06-01");
        set(DAYS, "to", "2015-11-01");

        assertThat(keys()).containsExactly("error.bid.parts.outsideTheRound");
        set(DAYS, "from", "2014-06-02");
        set(DAYS, "to", "2015-10-31");
        assertThat(keys()).isEmpty();
    }

    @Test
    void aCostIsAnAmount() {
        set(DAYS, "cost", "a lot");

        assertThat(keys()).containsExactly("error.bid.parts.cost");
    }

    @Test
    void activitiesCostNoMoreThanThereIs() {
        set(DAYS, "cost", "21000");
        assertThat(keys()).isEmpty();
        set(DAYS, "cost", "21000.01");
        assertThat(keys()).containsExactly("error.bid.parts.costsMore");
    }

    @Test
    void aPercentageBeyondAllIsAskedAboutUntilSomebodySaysWhyItIsRight() {
        set(WRITING, "value", "101");
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.field()).isEqualTo("targets[0].value");
            assertThat(gap.messageKey()).isEqualTo("error.bid.parts.percent");
        });
        set(WRITING, "confirmed", "Counts pupils who sat it twice");
        assertThat(keys()).isEmpty();
    }

    @Test
    void whatIsNoPercentageMayBeBeyondAHundred() {
        set(WRITING, "measure", "Average points");
        set(WRITING, "value", "340");

        assertThat(keys()).isEmpty();
    }

    @Test
    void aTargetBelowTodayIsAskedAboutWhereMoreIsBetter() {
        set(WRITING, "value", "77.9");
        assertThat(keys()).containsExactly("error.bid.parts.notMore");
        set(WRITING, "better", "LESS");
        assertThat(keys()).isEmpty();
        set(WRITING, "value", "79");
        assertThat(keys()).containsExactly("error.bid.parts.notLess");
        set(WRITING, "confirmed", "The cohort changes");
        assertThat(keys()).isEmpty();
    }

    @Test
    void theListOfTheRoundSaysWhatIsAPercentageAndWhatIsBetter() {
        set(WRITING, "measure", "Days missed");
        set(WRITING, "listed", "Absence of sessions");
        assertThat(keys()).containsExactly("error.bid.parts.notLess");
        set(WRITING, "value", "-1");
        assertThat(keys()).containsExactly("error.bid.parts.percent");
        set(WRITING, "measure", "Percent of points");
        set(WRITING, "listed", "Average points");
        set(WRITING, "value", "340");
        assertThat(keys()).isEmpty();
    }

    @Test
    void aValueThatTheMeasureOfTheRoundCannotHaveIsAskedAbout() {
        set(WRITING, "listed", "Words a minute");
        assertThat(keys()).isEmpty();
        set(WRITING, "value", "401");
        assertThat(keys()).containsExactly("error.bid.parts.beyond");
        set(WRITING, "confirmed", "They train for a competition");
        assertThat(keys()).isEmpty();
    }

    @Test
    void aMeasureThatTheListOfTheRoundLostIsChosenAnew() {
        set(WRITING, "listed", "Words an hour");
        assertThat(keys()).containsExactly("error.bid.parts.notListed");
    }

    @Test
    void aBaselineIsFromBeforeTheTarget() {
        set(WRITING, "baselineOn", "2015-07-31");
        assertThat(keys()).containsExactly("error.bid.parts.baselineLater");
        set(WRITING, "baselineOn", "2013-07-31");
        assertThat(keys()).isEmpty();
    }

    @Test
    void aBaselineInNumbersSaysWhereItIsFromAndOfWhichDay() {
        set(WRITING, "source", "");
        set(WRITING, "baselineOn", "");
        assertThat(gaps())
                .containsExactly(
                        Problem.of(
                                "targets[0].source",
                                "error.bid.parts.noSource",
                                "Level 4 or above in writing, percent"),
                        Problem.of(
                                "targets[0].baselineOn",
                                "error.bid.parts.noBaselineDay",
                                "Level 4 or above in writing, percent"));
        set(WRITING, "baseline", "about seventy");
        assertThat(keys()).isEmpty();
    }

    @Test
    void aTargetAboutNamedSchoolsNamesThem() {
        set(WRITING, "group", "NAMED_SCHOOLS");
        assertThat(gaps())
                .containsExactly(Problem.of(
                        "targets[0].schools", "error.bid.parts.noSchools", "Level 4 or above in writing, percent"));
        set(WRITING, "schools", MEMBER + " " + OTHER_MEMBER);
        assertThat(keys()).isEmpty();
    }

    @Test
    void theSchoolsThatATargetNamesAreMembersOfTheBid() {
        set(WRITING, "group", "NAMED_SCHOOLS");
        set(WRITING, "schools", MEMBER + " 60000000-0000-0000-0000-00000000dead");
        assertThat(gaps())
                .containsExactly(Problem.of(
                        "targets[0].schools",
                        "error.bid.parts.schoolGone",
                        "Level 4 or above in writing, percent",
                        1L));
        set(WRITING, "group", "ALL");
        assertThat(keys()).as("of no meaning for a target about all").isEmpty();
    }

    @Test
    void supportSaysWhatAndFromWhom() {
        line(PlanSection.SUPPORT, "50000000-0000-0000-0000-000000000001", "name", "Knole Academy");
        assertThat(keys()).containsExactly("error.bid.parts.support.what", "error.bid.parts.support.provider");
    }

    private List<Problem> gaps() {
        return PartRules.gaps(new PlanFields(new ArrayList<>(lines.values())), TERMS);
    }

    private List<String> keys() {
        return gaps().stream().map(Problem::messageKey).toList();
    }

    private void line(PlanSection section, String id, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        lines.put(id, new Line(section, id, fields));
    }

    private void set(String id, String field, String value) {
        Line line = Objects.requireNonNull(lines.get(id));
        Map<String, String> fields = new LinkedHashMap<>(line.fields());
        fields.put(field, value);
        lines.put(id, new Line(line.section(), id, fields));
    }
}
