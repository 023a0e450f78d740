package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people change one plan 200 times, each on what they last saw of it, at the same moment every time: they type in the same field, add
 * and remove lines and put them back. Connections are cut before and after the commit, and batches sent again; windows are opened anew,
 * as after a restart. A plain model follows what was stored, in its order: nothing stored takes the place of what its editor did not see,
 * and nothing that was acknowledged is missing in the end.
 */
class PlanTogetherModuleTest extends BidScene {

    private static final int EDITS = 200;
    private static final List<String> HOT = List.of("support", "matchedBy");
    private static final List<String> TARGET = List.of("measure", "about", "baseline", "value");

    @Autowired
    TransactionTemplate transaction;

    /** A batch that was stored: what it changed and what came of it. */
    private record Stored(int version, List<PlanEdit> edits, PlanSaved saved) {}

    @Test
    void noAcknowledgedEditIsLostAndNoneOverwritesSilently() throws Exception {
        long seed = Long.getLong("portal.seed", System.nanoTime());
        System.out.println("seed of the edits: " + seed);
        BidId bid = fixtures.draftBid(HYTHE);
        fixtures.alsoLeads("head." + HYTHE, bid);
        CyclicBarrier together = new CyclicBarrier(2);
        Editor anna = new Editor(bid, "lead." + HYTHE, new Random(seed), together);
        Editor ben = new Editor(bid, "head." + HYTHE, new Random(seed + 1), together);

        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<?>> work = List.of(people.submit(anna), people.submit(ben));
            for (Future<?> done : work) {
                done.get();
            }
        }

        List<Stored> all = new ArrayList<>(anna.stored);
        all.addAll(ben.stored);
        all.sort(Comparator.comparingInt(Stored::version));
        Model model = new Model();
        all.forEach(model::follow);
        assertThat(plans.fields(bid).lines().stream()
                        .filter(line -> !line.nothingTyped())
                        .toList())
                .as("seed " + seed)
                .containsExactlyInAnyOrderElementsOf(model.lines());
        assertThat(all).as("seed " + seed).extracting(Stored::version).doesNotHaveDuplicates();
        assertThat(number("select version from bid_plan where bid_id = ?", bid)).isEqualTo(all.size() + 1);
        assertThat(actions(bid).stream().filter("bid.planSaved"::equals)).hasSize(all.size());
        assertThat(anna.conflicts + ben.conflicts).as("conflicts, seed " + seed).isPositive();
        assertThat(anna.again + ben.again)
                .as("batches sent again, seed " + seed)
                .isPositive();
        System.out.printf(
                "%d batches stored, %d conflicts, %d sent again%n",
                all.size(), anna.conflicts + ben.conflicts, anna.again + ben.again);
    }

    /** A plan as a map, changed by what was stored and nothing else. */
    private static final class Model {

        private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();

        void follow(Stored stored) {
            for (PlanEdit edit : stored.edits()) {
                if (stored.saved().conflict(edit).isEmpty()) {
                    apply(edit);
                }
            }
            assertThat(stored.saved().refused()).isEmpty();
        }

        private void apply(PlanEdit edit) {
            String place = edit.section() + "/" + edit.line();
            switch (edit) {
                case PlanEdit.Type type -> {
                    if (!edit.line().equals(PlanFields.ITSELF)) {
                        assertThat(lines).as("line of " + type).containsKey(place);
                    }
                    Map<String, String> fields = lines.computeIfAbsent(place, key -> new HashMap<>());
                    assertThat(fields.getOrDefault(type.field(), ""))
                            .as("what the editor of " + type + " saw")
                            .isIn(type.seen(), type.typed());
                    fields.put(type.field(), type.typed());
                }
                case PlanEdit.Add add -> lines.putIfAbsent(place, new HashMap<>(add.fields()));
                case PlanEdit.PutBack back -> lines.putIfAbsent(place, new HashMap<>(back.fields()));
                case PlanEdit.Remove remove -> {
                    Map<String, String> gone = lines.remove(place);
                    if (gone != null) {
                        gone.values().removeIf(String::isEmpty);
                        assertThat(remove.seen()).containsAllEntriesOf(gone);
                    }
                }
                case PlanEdit.Move move -> assertThat(lines).containsKey(place);
            }
        }

        List<Line> lines() {
            List<Line> all = new ArrayList<>();
            lines.forEach((place, typed) -> {
                String[] parts = place.split("/", -1);
                PlanSection section = PlanSection.valueOf(parts[0]);
                Map<String, String> fields = new HashMap<>();
                section.fields(parts[1])
                        .forEach(field -> fields.put(field.name(), typed.getOrDefault(field.name(), "")));
                all.add(new Line(section, parts[1], fields));
            });
            all.removeIf(Line::nothingTyped);
            return all;
        }
    }

    /** One person with a window of their own, who knows only what the portal answered. */
    private final class Editor implements Runnable {

        private final BidId bid;
        private final String person;
        private final Random random;
        private final CyclicBarrier together;
        private final List<Stored> stored = new ArrayList<>();
        private PlanFields seen = PlanFields.empty();
        private int conflicts;
        private int again;
        private int typed;

        Editor(BidId bid, String person, Random random, CyclicBarrier together) {
            this.bid = bid;
            this.person = person;
            this.random = random;
            this.together = together;
        }

        @Override
        public void run() {
            logIn.as(person);
            for (int i = 0; i < EDITS / 2; i++) {
                if (random.nextInt(15) == 0) {
                    seen = plans.fields(bid);
                }
                List<PlanEdit> edits = new ArrayList<>();
                for (int n = random.nextInt(3); n >= 0; n--) {
                    PlanEdit edit = edit();
                    if (edits.stream().noneMatch(other -> other.line().equals(edit.line()))) {
                        edits.add(edit);
                    }
                }
                meet();
                PlanSaved saved = send(List.copyOf(edits));
                seen = saved.fields();
                List<PlanEdit> chosen =
                        saved.conflicts().stream().flatMap(this::choose).toList();
                if (!chosen.isEmpty()) {
                    seen = send(chosen).fields();
                }
            }
        }

        private void meet() {
            try {
                together.await();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }

        private PlanEdit edit() {
            List<Line> targets = seen.lines(PlanSection.TARGETS);
            int kind = random.nextInt(10);
            if (kind < 2 && targets.size() < 12) {
                return new PlanEdit.Add(
                        PlanSection.TARGETS,
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        targets.isEmpty() ? PlanEdit.FIRST : targets.getLast().id(),
                        Map.of("measure", text()));
            }
            if (kind < 5 || targets.isEmpty()) {
                String field = HOT.get(random.nextInt(HOT.size()));
                String now = seen.itself(PlanSection.SUPPORT).field(field);
                // Now and then back to a text that stood there before.
                return new PlanEdit.Type(
                        PlanSection.SUPPORT,
                        PlanFields.ITSELF,
                        field,
                        now,
                        random.nextInt(3) == 0 && !now.equals("As it was") ? "As it was" : text());
            }
            Line line = targets.get(random.nextInt(targets.size()));
            if (kind == 5) {
                return new PlanEdit.Remove(PlanSection.TARGETS, line.id(), line.fields());
            }
            if (kind == 6) {
                return new PlanEdit.Move(PlanSection.TARGETS, line.id(), PlanEdit.FIRST);
            }
            String field = TARGET.get(random.nextInt(TARGET.size()));
            return new PlanEdit.Type(PlanSection.TARGETS, line.id(), field, line.field(field), text());
        }

        private String text() {
            typed++;
            return person + " " + typed;
        }

        /** What the person does about a conflict: mine, or theirs; a line that was removed comes back or stays away. */
        private Stream<PlanEdit> choose(Conflict conflict) {
            conflicts++;
            if (random.nextBoolean()) {
                return Stream.empty();
            }
            return switch (conflict.edit()) {
                case PlanEdit.Type type
                when conflict.kind() == PlanSaved.Kind.OTHER_TEXT ->
                    Stream.of(new PlanEdit.Type(
                            type.section(), type.line(), type.field(), conflict.stored(), type.typed()));
                case PlanEdit.Type type ->
                    Stream.of(new PlanEdit.PutBack(
                            type.section(), type.line(), PlanEdit.FIRST, Map.of(type.field(), type.typed())));
                case PlanEdit.Add add -> Stream.empty();
                case PlanEdit.PutBack back -> Stream.empty();
                case PlanEdit.Remove remove -> Stream.empty();
                case PlanEdit.Move move -> Stream.empty();
            };
        }

        /** Sends a batch; now and then the connection is cut before or after its commit, and it is sent again. */
        private PlanSaved send(List<PlanEdit> edits) {
            UUID batch = UUID.randomUUID();
            int cut = random.nextInt(6);
            if (cut == 0) {
                transaction.executeWithoutResult(status -> {
                    drafting.change(bid, batch, edits);
                    status.setRollbackOnly();
                });
                again++;
            } else if (cut == 1) {
                boolean first = write(edits, drafting.change(bid, batch, edits));
                again++;
                meetAnotherChange();
                PlanSaved answer = drafting.change(bid, batch, edits);
                assertThat(first && answer.changed()).as("stored twice").isFalse();
                write(edits, answer);
                return answer;
            }
            PlanSaved saved = drafting.change(bid, batch, edits);
            write(edits, saved);
            return saved;
        }

        /** While the answer is lost, somebody else may change back what was stored. */
        private void meetAnotherChange() {
            if (random.nextBoolean()) {
                PlanFields now = plans.fields(bid);
                String is = now.itself(PlanSection.SUPPORT).field("support");
                List<PlanEdit> back =
                        List.of(new PlanEdit.Type(PlanSection.SUPPORT, PlanFields.ITSELF, "support", is, "As it was"));
                write(back, drafting.change(bid, UUID.randomUUID(), back));
            }
        }

        private boolean write(List<PlanEdit> edits, PlanSaved saved) {
            if (saved.changed()) {
                stored.add(new Stored(saved.version(), edits, saved));
            }
            return saved.changed();
        }
    }
}
