package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.domain.CopyForward;
import org.schoolcollab.bid.domain.CopyForward.Baseline;
import org.schoolcollab.bid.domain.CopyForward.Terms;

/** Which line of an earlier plan becomes which line of a draft. */
class CopyForwardTest {

    private static final BidId NOW = BidId.random();
    private static final BidId THEN = BidId.random();
    private static final Terms TERMS = new Terms(Set.of("Level 4 in writing"), Set.of());

    private final Line teaching = line(PlanSection.PRIORITIES, Map.of("code", "teaching"));
    private final Line reading = line(PlanSection.PRIORITIES, Map.of("words", "Reading"));
    private final Line days = line(
            PlanSection.ACTIVITIES,
            Map.of(
                    "words",
                    "Paired reading",
                    "priorities",
                    teaching.id() + " " + reading.id(),
                    "from",
                    "2014-09-01",
                    "to",
                    "2015-06-30",
                    "cost",
                    "4,000.50"));
    private final Line writing = line(
            PlanSection.TARGETS,
            Map.of(
                    "measure",
                    "Writing",
                    "about",
                    "Year 6",
                    "baseline",
                    "70",
                    "value",
                    "80",
                    "by",
                    "2015-07-31",
                    "source",
                    "Results of 2014",
                    "baselineOn",
                    "2014-07-31",
                    "confirmed",
                    "A small cohort",
                    "listed",
                    "Level 4 in writing",
                    "better",
                    "MORE"));
    private final Line cover = line(
            PlanSection.BUDGET,
            Map.of("category", "STAFF_RELEASE", "description", "Cover", "amount", "1,200.5", "activity", days.id()));
    private final PlanFields earlier = new PlanFields(List.of(teaching, reading, days, writing, cover));

    private static Line line(PlanSection section, Map<String, String> fields) {
        return new Line(section, UUID.randomUUID().toString(), fields);
    }

    private static LinePlace place(Line line) {
        return new LinePlace(line.section(), line.id());
    }

    private CopyForward into(Line... draft) {
        return new CopyForward(NOW, new PlanFields(List.of(draft)), THEN, earlier);
    }

    private static List<PlanEdit.Add> added(CopyForward copy, Map<String, Baseline> baselines, Line... chosen) {
        List<LinePlace> places = new ArrayList<>();
        for (Line line : chosen) {
            places.add(place(line));
        }
        return copy.edits(Set.copyOf(places), place -> false, baselines, TERMS).stream()
                .map(PlanEdit.Add.class::cast)
                .toList();
    }

    @Test
    void amountsAndWordsAreCopiedAsTypedAndTheDaysOfTheLastRoundAreNot() {
        CopyForward copy = into();
        assertThat(added(copy, Map.of(), days, cover))
                .satisfiesExactly(
                        activity -> {
                            assertThat(activity.line())
                                    .isEqualTo(copy.idOfCopy(place(days)))
                                    .isNotEqualTo(days.id());
                            assertThat(activity.fields())
                                    .containsOnly(entry("words", "Paired reading"), entry("cost", "4,000.50"));
                        },
                        money -> assertThat(money.fields())
                                .containsOnly(
                                        entry("category", "STAFF_RELEASE"),
                                        entry("description", "Cover"),
                                        entry("amount", "1,200.5"),
                                        entry("activity", copy.idOfCopy(place(days)))));
    }

    @Test
    void linksStayWhereBothLinesAreCopied() {
        CopyForward copy = into();
        PlanEdit.Add activity = added(copy, Map.of(), reading, days).getLast();
        assertThat(activity.fields()).containsEntry("priorities", copy.idOfCopy(place(reading)));
    }

    @Test
    void linksFindWhatWasCopiedBeforeAndWhatWasChosenFromTheCatalogueAlike() {
        String before = into().idOfCopy(place(reading));
        Line copied = new Line(PlanSection.PRIORITIES, before, Map.of("words", "Reading, changed since"));
        Line alike = line(PlanSection.PRIORITIES, Map.of("code", "teaching"));

        List<PlanEdit.Add> added = added(into(alike, copied), Map.of(), teaching, reading, days);

        assertThat(added)
                .singleElement()
                .satisfies(activity ->
                        assertThat(activity.fields()).containsEntry("priorities", alike.id() + " " + before));
    }

    @Test
    void aTargetStartsWithoutValuesWhereNothingWasReported() {
        assertThat(added(into(), Map.of(), writing))
                .singleElement()
                .satisfies(target -> assertThat(target.fields())
                        .containsOnly(
                                entry("measure", "Writing"),
                                entry("about", "Year 6"),
                                entry("listed", "Level 4 in writing"),
                                entry("better", "MORE")));
    }

    @Test
    void whatWasReachedBecomesTheBaselineWithItsSourceAndTheDayOfTheTarget() {
        Baseline reached = new Baseline("77.5", "October report of 2014/15", LocalDate.of(2015, 10, 2));
        assertThat(added(into(), Map.of(writing.id(), reached), writing))
                .singleElement()
                .satisfies(target -> assertThat(target.fields())
                        .contains(
                                entry("baseline", "77.5"),
                                entry("source", "October report of 2014/15"),
                                entry("baselineOn", "2015-07-31"))
                        .doesNotContainKeys("value", "by", "confirmed"));
    }

    @Test
    void aResultThatWasReportedEarlyIsAsOldAsItsReport() {
        Baseline reached = new Baseline("77.5", "Report", LocalDate.of(2015, 5, 2));
        assertThat(added(into(), Map.of(writing.id(), reached), writing))
                .singleElement()
                .satisfies(target -> assertThat(target.fields()).containsEntry("baselineOn", "2015-05-02"));
    }

    @Test
    void aMeasureThatTheNewRoundDoesNotListIsNotCopied() {
        List<PlanEdit> edits =
                into().edits(Set.of(place(writing)), place -> false, Map.of(), new Terms(Set.of("Another"), Set.of()));
        assertThat(((PlanEdit.Add) edits.getFirst()).fields())
                .containsKey("measure")
                .doesNotContainKey("listed");
    }

    private static final String SCHOOL = UUID.randomUUID().toString();
    private static final String GONE = UUID.randomUUID().toString();
    private static final Line AUDIT = new Line(PlanSection.SKILLS, SCHOOL, Map.of("strengths", "reading"));
    private static final Line AUDIT_OF_GONE = new Line(PlanSection.SKILLS, GONE, Map.of("needs", "reading"));
    private static final Line ITSELF = new Line(
            PlanSection.SUPPORT,
            PlanFields.ITSELF,
            Map.of("support", "A teaching school", "matchedBy", "All", "matchedAmount", "500"));

    private static List<PlanEdit> filledIn(Line... draft) {
        PlanFields then = new PlanFields(List.of(AUDIT, AUDIT_OF_GONE, ITSELF));
        CopyForward copy = new CopyForward(NOW, new PlanFields(List.of(draft)), THEN, then);
        return copy.edits(Set.copyOf(copy.places()), place -> false, Map.of(), new Terms(Set.of(), Set.of(SCHOOL)));
    }

    @Test
    void whatIsSaidOnceAndOfASchoolIsFilledInWhereNothingIsSaidYet() {
        assertThat(filledIn())
                .containsExactlyInAnyOrder(
                        new PlanEdit.Type(PlanSection.SUPPORT, PlanFields.ITSELF, "support", "", "A teaching school"),
                        new PlanEdit.Type(PlanSection.SUPPORT, PlanFields.ITSELF, "matchedBy", "", "All"),
                        new PlanEdit.Type(PlanSection.SKILLS, SCHOOL, "strengths", "", "reading"));
    }

    @Test
    void whatTheDraftSaysOfASchoolOrOnceStays() {
        assertThat(filledIn(
                        new Line(PlanSection.SKILLS, SCHOOL, Map.of("needs", "writing")),
                        new Line(PlanSection.SUPPORT, PlanFields.ITSELF, Map.of("support", "Another school"))))
                .containsExactly(new PlanEdit.Type(PlanSection.SUPPORT, PlanFields.ITSELF, "matchedBy", "", "All"));
    }

    @Test
    void whatIsCopiedTwiceIsThereOnce() {
        Line copied = new Line(PlanSection.PRIORITIES, into().idOfCopy(place(reading)), Map.of("words", "Reading"));
        CopyForward again = into(copied);
        assertThat(again.inDraft(place(reading))).isPresent();
        assertThat(added(again, Map.of(), reading)).isEmpty();
    }

    @Test
    void aCopyThatWasTakenOutIsPutBackWhenItIsChosenAgain() {
        assertThat(into().edits(Set.of(place(reading)), place -> true, Map.of(), TERMS))
                .singleElement()
                .isInstanceOf(PlanEdit.PutBack.class);
    }

    @Test
    void whatIsNoLineOfTheEarlierPlanIsNotCopied() {
        Line foreign = line(PlanSection.PRIORITIES, Map.of("words", "Foreign"));
        assertThat(added(into(), Map.of(), foreign)).isEmpty();
    }
}
