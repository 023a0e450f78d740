package org.schoolcollab.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.programme.Measures.Measure;
import org.schoolcollab.programme.RoundRulesFixed.By;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Guide amounts and measures of a round: set by an administrator until the first plan is submitted. */
@PortalTest
class RoundSetUpModuleTest {

    @Autowired
    GuideSetting guide;

    @Autowired
    MeasureSetting measures;

    @Autowired
    RoundRules roundRules;

    @Autowired
    Rounds rounds;

    @Autowired
    PortalClock clock;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidQueries bids;

    @Autowired
    BidSubmission submission;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private RoundId round = RoundId.random();

    @BeforeEach
    void theRoundThatTakesBids() {
        round = rounds.takingBids(clock.today()).orElseThrow().id();
        logIn.as("admin");
    }

    @Test
    void aPlanThatIsBeingWrittenFollowsTheGuideAmounts() {
        BidId bid = fixtures.draftBid("hythe-hub");
        Money before = bids.summary(bid).guide();
        logIn.as("admin");

        setGuide("PRIMARY", "8000", "SECONDARY", "£13,000.50", "NURSERY", "0");

        Round set = rounds.get(round);
        assertThat(set.primaryGuide()).isEqualTo(Money.ofPounds(8_000));
        assertThat(set.secondaryGuide()).isEqualTo(Money.ofPence(1_300_050));
        assertThat(set.nurseryGuide()).isEqualTo(Money.ZERO);
        assertThat(bids.summary(bid).guide()).isNotEqualTo(before).isEqualTo(sumOfMembers(bid, set));
        assertThat(jdbc.sql("select details from audit_record where action = 'programme.guideSet'")
                        .query(String.class)
                        .single())
                .contains("\"before.PRIMARY\":\"£7,000\"", "\"after.PRIMARY\":\"£8,000\"", "\"after.NURSERY\":\"£0\"")
                .doesNotContain("SPECIAL");
        // The history of the bid says why its guide is another.
        assertThat(jdbc.sql("select details from audit_record where action = 'bid.guideFollowed' and bid_id = ?")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .contains(
                        "\"before.guide\":\"" + before.format() + "\"",
                        "\"after.guide\":\"" + bids.summary(bid).guide().format() + "\"",
                        "\"round\":\"" + set.name() + "\"")
                .doesNotContain("members");
    }

    @Test
    void guideAmountsThatAreAsTheyWereAreNoAct() {
        guide.set(round, guide.open(round).amounts(), typedGuide());

        assertThat(actions()).isEmpty();
    }

    @Test
    void everyGapOfTheGuideAmountsIsNamedAtOnce() {
        assertThatThrownBy(() -> setGuide("PRIMARY", " ", "SECONDARY", "-5", "PRU", "1000000.01", "SPECIAL", "ten"))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(Problem::field, Problem::messageKey)
                                .containsExactlyInAnyOrder(
                                        tuple("PRIMARY", "error.money.orZero"),
                                        tuple("SECONDARY", "error.money.negative"),
                                        tuple("SPECIAL", "error.money.format"),
                                        tuple("PRU", "error.programme.guide.tooMuch")));
        assertThat(rounds.get(round).primaryGuide()).isEqualTo(Money.ofPounds(7_000));
    }

    @Test
    void neitherChangesOnceAPlanWasSubmittedNotEvenWhenItIsBackWithItsLead() {
        Map<Phase, Money> amounts = guide.open(round).amounts();
        List<Measure> seen = measures.open(round).measures();
        List<TypedMeasure> list = typedMeasures();
        fixtures.changedAfterReturn("hythe-hub");
        logIn.as("admin");

        assertThat(guide.open(round).fixedBy()).isEqualTo(By.SUBMISSION);
        assertThat(measures.open(round).fixedBy()).isEqualTo(By.SUBMISSION);
        assertThatThrownBy(() -> guide.set(round, amounts, typedGuide())).isInstanceOf(RoundRulesFixed.class);
        assertThatThrownBy(() -> measures.set(round, seen, list)).isInstanceOf(RoundRulesFixed.class);
        assertThat(actions()).isEmpty();
    }

    @Test
    void neitherChangesInAClosedRound() {
        RoundId closed = rounds.all().stream()
                .filter(one -> one.status() == Round.Status.CLOSED)
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(guide.open(closed).fixedBy()).isEqualTo(By.CLOSING);
        assertThatThrownBy(() -> guide.set(closed, guide.open(closed).amounts(), typedGuide()))
                .isInstanceOf(RoundRulesFixed.class);
        assertThatThrownBy(() -> measures.set(closed, measures.open(closed).measures(), typedMeasures()))
                .isInstanceOf(RoundRulesFixed.class);
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseHasSet() {
        Map<Phase, Money> seen = guide.open(round).amounts();
        Map<Phase, String> typed = typedGuide();
        typed.put(Phase.SECONDARY, "12500");
        setGuide("PRIMARY", "7500");

        assertThatThrownBy(() -> guide.set(round, seen, typed))
                .isInstanceOfSatisfying(GuideSetting.ChangedByOthers.class, changed -> {
                    assertThat(changed.problems())
                            .containsExactly(
                                    Problem.of("PRIMARY", "error.programme.guide.changed", Money.ofPounds(7_500)));
                    guide.set(round, changed.now(), typed);
                });
        assertThat(rounds.get(round).primaryGuide())
                .as("told, and done all the same")
                .isEqualTo(Money.ofPounds(7_000));
        assertThat(rounds.get(round).secondaryGuide()).isEqualTo(Money.ofPounds(12_500));
    }

    @Test
    void refusesToReplaceAListOfMeasuresThatSomebodyElseHasSet() {
        List<Measure> seen = measures.open(round).measures();
        List<TypedMeasure> mine = typedMeasures();
        mine.add(new TypedMeasure("", "Mine", true, false, "", ""));
        List<TypedMeasure> theirs = typedMeasures();
        theirs.removeFirst();
        theirs.add(new TypedMeasure("", "Theirs", true, false, "", ""));
        measures.set(round, seen, theirs);

        assertThatThrownBy(() -> measures.set(round, seen, mine))
                .isInstanceOfSatisfying(MeasureSetting.ChangedByOthers.class, changed -> {
                    assertThat(changed.problems())
                            .containsExactly(
                                    Problem.of("measures", "error.programme.measures.changed"),
                                    Problem.of("measures", "error.programme.measures.changed.more", "Theirs"),
                                    Problem.of(
                                            "measures",
                                            "error.programme.measures.changed.gone",
                                            seen.getFirst().label()));
                    measures.set(round, changed.now(), mine);
                });
        assertThat(measures.open(round).measures())
                .extracting(Measure::label)
                .contains("Mine", seen.getFirst().label())
                .doesNotContain("Theirs");
    }

    @Test
    void whatElseOfTheRoundChangesIsNoConflict() {
        Map<Phase, Money> amounts = guide.open(round).amounts();
        List<Measure> seen = measures.open(round).measures();
        List<TypedMeasure> list = typedMeasures();
        list.removeFirst();
        Map<Phase, String> typed = typedGuide();
        typed.put(Phase.PRIMARY, "7500");
        roundRules.requireMatchProof(round, !rounds.get(round).laterNeedsMatchProof());

        guide.set(round, amounts, typed);
        measures.set(round, seen, list);

        assertThat(rounds.get(round).primaryGuide()).isEqualTo(Money.ofPounds(7_500));
        assertThat(measures.open(round).measures()).hasSize(seen.size() - 1);
        guide.set(round, amounts, typed);
        assertThat(actions())
                .as("what stands there already is no conflict and no act")
                .hasSize(2);
    }

    @Test
    void boundsMayBeTypedAsPeopleWriteNumbers() {
        List<TypedMeasure> list = List.of(
                new TypedMeasure("", "Words", false, false, " .5 ", "1,000"),
                new TypedMeasure("", "Gap", false, true, "\u22121 000", "+12.50"),
                new TypedMeasure("", "Attendance", true, false, "50%", "99.5 %"));

        measures.set(round, measures.open(round).measures(), list);

        assertThat(measures.open(round).measures())
                .extracting(
                        Measure::label,
                        one -> Measures.plain(Objects.requireNonNull(one.lowest())),
                        one -> Measures.plain(Objects.requireNonNull(one.highest())))
                .containsExactly(
                        tuple("Words", "0.5", "1000"),
                        tuple("Gap", "-1000", "12.5"),
                        tuple("Attendance", "50", "99.5"));
        List<Measure> seen = measures.open(round).measures();
        for (String wrong : List.of("1,00", "1,5", "5%", "1.234", ".", "1.000.000", "1,0000", "1234567890")) {
            assertThatThrownBy(() ->
                            measures.set(round, seen, List.of(new TypedMeasure("", "Words", false, false, wrong, ""))))
                    .as(wrong)
                    .isInstanceOf(ValidationFailed.class);
        }
    }

    @Test
    void theListOfMeasuresKeepsItsOrderUnitsAndBounds() {
        List<TypedMeasure> list = typedMeasures();
        TypedMeasure first = list.removeFirst();
        list.add(new TypedMeasure("", " Words read in a minute 📚 ", false, false, "0", "400.5"));
        list.add(new TypedMeasure("", "Pupils who read at home, percent", true, false, "", ""));

        measures.set(round, measures.open(round).measures(), list);

        List<Measure> set = measures.open(round).measures();
        assertThat(set).hasSize(list.size()).noneMatch(one -> one.label().equals(first.label()));
        Measure words = set.get(set.size() - 2);
        assertThat(words.label()).isEqualTo("Words read in a minute 📚");
        assertThat(words.highest()).isEqualByComparingTo("400.5");
        assertThat(set.getLast().highest()).as("a percentage ends at 100").isEqualByComparingTo("100");
        assertThat(set.getFirst().code())
                .as("a measure keeps its code")
                .isEqualTo(list.getFirst().code());
        assertThat(jdbc.sql("select details from audit_record where action = 'programme.measuresSet'")
                        .query(String.class)
                        .single())
                .contains(first.label(), "Words read in a minute 📚 (number, more is better, 0 to 400.5)");
        measures.set(round, measures.open(round).measures(), typedMeasures());
        assertThat(actions()).as("the same again is no act").hasSize(1);
    }

    @Test
    void everyGapOfTheMeasuresIsNamedAtOnce() {
        List<Measure> seen = measures.open(round).measures();
        List<TypedMeasure> wrong = List.of(
                new TypedMeasure("", "Attendance", false, false, "5", "5"),
                new TypedMeasure("", " ", true, false, "-1", "101"),
                new TypedMeasure("", "attendance", false, false, "much", "1.234"));

        assertThatThrownBy(() -> measures.set(round, seen, wrong))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(Problem::field)
                                .containsExactlyInAnyOrder(
                                        "measures[0].highest",
                                        "measures[1].label",
                                        "measures[1].lowest",
                                        "measures[1].highest",
                                        "measures[2].label",
                                        "measures[2].lowest",
                                        "measures[2].highest"));
        assertThatThrownBy(() -> measures.set(round, seen, List.of())).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> measures.set(
                        round,
                        seen,
                        Collections.nCopies(
                                MeasureSetting.MOST + 1, typedMeasures().getFirst())))
                .isInstanceOf(ValidationFailed.class);
    }

    @Test
    void aPlanThatNamesAMeasureWhichHasGoneIsNotSubmitted() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        TypedMeasure first = typedMeasures().getFirst();
        logIn.run("lead.hythe-hub", () -> {
            String target = drafting.open(bid)
                    .fields()
                    .lines(PlanSection.TARGETS)
                    .getFirst()
                    .id();
            drafting.change(
                    bid,
                    UUID.randomUUID(),
                    List.of(new PlanEdit.Type(PlanSection.TARGETS, target, "listed", "", first.label())));
        });
        assertThat(gaps(bid)).doesNotContain("error.bid.parts.notListed");

        List<TypedMeasure> fewer = typedMeasures();
        fewer.removeFirst();
        assertThat(logIn.as("admin", () -> measures.losses(round, typedMeasures())))
                .isEmpty();
        assertThat(logIn.as("admin", () -> measures.losses(round, fewer)))
                .containsExactly(new MeasureSetting.Loss(first.label(), 1));
        logIn.run("admin", () -> measures.set(round, measures.open(round).measures(), fewer));

        assertThat(gaps(bid)).contains("error.bid.parts.notListed");
    }

    @Test
    void nobodyButAnAdministratorSetsThem() {
        logIn.as("lead.hythe-hub");
        assertThatThrownBy(() -> guide.open(round)).isInstanceOfAny(AccessDeniedException.class, AccessRefused.class);
        assertThatThrownBy(() -> measures.set(round, List.of(), List.of()))
                .isInstanceOfAny(AccessDeniedException.class, AccessRefused.class);
    }

    private List<String> gaps(BidId bid) {
        List<String> keys = new ArrayList<>();
        logIn.run("lead.hythe-hub", () -> submission.gaps(bid).forEach(gap -> keys.add(gap.messageKey())));
        return keys;
    }

    private Money sumOfMembers(BidId bid, Round set) {
        return jdbc
                .sql("""
                        select s.phase from bid_bid b join collaboration_member m on m.collaboration_id = b.collaboration_id
                          join establishment_school s on s.id = m.school_id where b.id = ?""")
                .param(bid.toString())
                .query((row, n) -> set.guideFor(Phase.valueOf(row.getString("phase"))))
                .list()
                .stream()
                .reduce(Money.ZERO, Money::plus);
    }

    private void setGuide(String... typed) {
        Map<Phase, String> amounts = typedGuide();
        for (int i = 0; i < typed.length; i += 2) {
            amounts.put(Phase.valueOf(typed[i]), typed[i + 1]);
        }
        guide.set(round, guide.open(round).amounts(), amounts);
    }

    private Map<Phase, String> typedGuide() {
        Map<Phase, String> amounts = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            amounts.put(phase, rounds.get(round).guideFor(phase).format());
        }
        return amounts;
    }

    private List<TypedMeasure> typedMeasures() {
        List<TypedMeasure> list = new ArrayList<>();
        logIn.run("admin", () -> measures.open(round).measures().forEach(one -> list.add(TypedMeasure.of(one))));
        return list;
    }

    private List<String> actions() {
        return jdbc.sql(
                        "select action from audit_record where action in ('programme.guideSet', 'programme.measuresSet')")
                .query(String.class)
                .list();
    }
}
