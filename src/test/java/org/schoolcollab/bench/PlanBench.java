package org.schoolcollab.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanRevision;
import org.schoolcollab.bid.PlanRevisions;
import org.schoolcollab.bid.PlanSaved;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.RevisionStore;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.Statements;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The plan of a collaboration of 41 schools with 40 targets, 60 activities and 120 budget lines, beside one of 3 schools with its share
 * of them: one field saved through the use case, and the statements that this takes; the pages of the large one opened in Chromium until
 * all of their fields are there, and its draft compared with a revision of which a field of every fourth budget line differs. Medians. Not part of the suites; run by {@code ./portal bench plan}.
 */
@BrowserTest
class PlanBench {

    private static final int LARGE = 41;
    private static final int SMALL = 3;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 101;
    private static final int OPENED = 7;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    PlanRevisions revisions;

    @Autowired
    RevisionStore kept;

    @Autowired
    BidSubmission submission;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private final Map<BidId, String> texts = new HashMap<>();

    @Test
    void measures(BrowserJourney journey) {
        BidId large = plan("hythe-hub", LARGE, 40, 60, 120);
        BidId small = plan("deal-learning-alliance", SMALL, 3, 4, 9);
        logIn.as("lead.hythe-hub");
        List<Double> saves41 = new ArrayList<>();
        List<Double> saves3 = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            logIn.as("lead.hythe-hub");
            double of41 = save(large);
            logIn.as("lead.deal-learning-alliance");
            double of3 = save(small);
            if (i >= WARM_UP) {
                saves41.add(of41);
                saves3.add(of3);
            }
        }
        logIn.as("lead.deal-learning-alliance");
        int statements3 = Statements.of(() -> save(small)).size();
        logIn.as("lead.hythe-hub");
        int statements41 = Statements.of(() -> save(large)).size();

        Page page = journey.as("lead.hythe-hub");
        String fields = "() => document.querySelectorAll('.plan-field').length >= ";
        double plan = open(page, journey, "/bids/" + large + "/plan", fields + 600);
        double parts = open(page, journey, "/bids/" + large + "/parts", fields + 600);
        double skills = open(page, journey, "/bids/" + large + "/skills", fields + 2 * LARGE);
        double schools = open(
                page,
                journey,
                "/bids/" + large + "/schools",
                "() => document.querySelectorAll('td vaadin-text-field').length >= " + 2 * LARGE);
        List<Double> compare = new ArrayList<>();
        logIn.as("lead.hythe-hub");
        transaction.executeWithoutResult(status -> kept.keep(large, 1, PlanRevision.Kind.SUBMITTED));
        changeSome(large);
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            revisions.difference(large, 1, PlanRevisions.NOW);
            compare.add((System.nanoTime() - began) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "{\"save_ms_3\": %.1f, \"save_ms_41\": %.1f, \"statements_per_save_3\": %d, \"statements_per_save_41\": %d, "
                        + "\"open_ms_41\": %.0f, \"open_parts_ms_41\": %.0f, \"open_skills_ms_41\": %.0f, "
                        + "\"open_schools_ms_41\": %.0f, \"compare_ms_41\": %.1f}%n",
                median(saves3),
                median(saves41),
                statements3,
                statements41,
                plan,
                parts,
                skills,
                schools,
                median(compare));
    }

    private BidId plan(String slug, int members, int targets, int count, int money) {
        BidId bid = fixtures.draftBid(slug);
        String collaboration = bids.get(bid).collaborationId().toString();
        jdbc.sql("delete from collaboration_member where collaboration_id = ? and not lead")
                .param(collaboration)
                .update();
        jdbc.sql("""
                        insert into collaboration_member (id, collaboration_id, school_id, lead, valid_from)
                        select uuid(), ?, s.id, false, '2014-01-01' from establishment_school s
                        where s.id not in (select school_id from collaboration_member where collaboration_id = ?) limit ?""").params(collaboration, collaboration, members - 1).update();
        List<PlanEdit> edits = new ArrayList<>();
        List<String> priorities =
                lines(edits, PlanSection.PRIORITIES, Math.max(1, targets / 4), i -> Map.of("words", "Priority " + i));
        List<String> activities = lines(
                edits,
                PlanSection.ACTIVITIES,
                count,
                i -> Map.of(
                        "words", "Paired reading between schools, group " + i,
                        "priorities", any(priorities, i),
                        "from", "2014-09-01",
                        "to", "2015-05-31",
                        "cost", "100"));
        lines(
                edits,
                PlanSection.TARGETS,
                targets,
                i -> Map.of(
                        "measure", "Pupils at level 4 or above in writing in school " + i + ", percent",
                        "about", "Year 6 of all member schools",
                        "baseline", "78",
                        "value", "84.5",
                        "by", "2015-07-31",
                        "priorities", any(priorities, i),
                        "source", "Teacher assessment",
                        "baselineOn", "2014-05-30"));
        lines(
                edits,
                PlanSection.BUDGET,
                money,
                i -> Map.of(
                        "category",
                        "TRAINING",
                        "description",
                        "Cover for joint observations in group " + i,
                        "amount",
                        "100",
                        "activity",
                        any(activities, i)));
        PlanSaved saved = logIn.as("lead." + slug, () -> drafting.change(bid, UUID.randomUUID(), edits));
        if (!saved.refused().isEmpty()) {
            throw new AssertionError(saved.refused());
        }
        return bid;
    }

    private static String any(List<String> ids, int i) {
        return ids.get(i % ids.size());
    }

    /** Lines of a section, added to these edits; answers their ids. */
    private static List<String> lines(
            List<PlanEdit> edits, PlanSection section, int count, IntFunction<Map<String, String>> fields) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID().toString());
            edits.add(new PlanEdit.Add(section, ids.getLast(), "the end", fields.apply(i)));
        }
        return ids;
    }

    /** Changes a field of every fourth budget line, so that a comparison has something to say. */
    private void changeSome(BidId bid) {
        List<PlanFields.Line> lines = drafting.open(bid).fields().lines(PlanSection.BUDGET);
        List<PlanEdit> edits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 4) {
            edits.add(new PlanEdit.Type(PlanSection.BUDGET, lines.get(i).id(), "amount", "100", "150"));
        }
        drafting.change(bid, UUID.randomUUID(), edits);
    }

    private double open(Page page, BrowserJourney journey, String path, String shown) {
        List<Double> open = new ArrayList<>();
        for (int i = 0; i < OPENED; i++) {
            journey.open(page, "bids");
            long began = System.nanoTime();
            page.navigate(journey.address() + path);
            page.waitForFunction(shown);
            journey.settle(page);
            open.add((System.nanoTime() - began) / 1e6);
        }
        return median(open);
    }

    /**
     * One field typed in and saved, and what the plan lacks looked up as its page does after each save, in milliseconds; both plans are
     * changed in turns, each from what it holds.
     */
    private double save(BidId bid) {
        String seen = texts.getOrDefault(bid, "");
        String typed = "Support number " + texts.size() + System.nanoTime();
        long began = System.nanoTime();
        PlanSaved saved = drafting.change(
                bid,
                UUID.randomUUID(),
                List.of(new PlanEdit.Type(PlanSection.SUPPORT, PlanFields.ITSELF, "support", seen, typed)));
        submission.gaps(bid);
        double took = (System.nanoTime() - began) / 1e6;
        if (!saved.conflicts().isEmpty()) {
            throw new AssertionError(saved.conflicts());
        }
        texts.put(bid, typed);
        return took;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
