package org.schoolcollab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.schoolcollab.access.World.Kind;
import org.schoolcollab.access.World.Tie;

/**
 * A million attempts in random worlds, put to the portal's own rules in memory and to an oracle that reads the domain's rules from
 * plain numbers. After each attempt the person gets one more tie to the bid, and must not be able to do more than before. The seed is
 * printed; {@code -Dportal.seed=N} repeats a run.
 */
class MillionAttemptsTest {

    private static final int ATTEMPTS = 1_000_000;
    private static final int ATTEMPTS_PER_WORLD = 500;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<Tie> TIES = List.of(Tie.values());

    @Test
    void nobodyDoesWhatTheyMayNotAndNoTieWidensARight() {
        long seed = Long.getLong("portal.seed", System.nanoTime());
        System.out.println("a million attempts with seed " + seed);
        Random random = new Random(seed);
        Map<Kind, Integer> allowed = new EnumMap<>(Kind.class);
        int lost = 0;
        for (int done = 0; done < ATTEMPTS; done += ATTEMPTS_PER_WORLD) {
            World world = new World(random);
            for (int n = 0; n < ATTEMPTS_PER_WORLD; n++) {
                Kind kind = KINDS.get(random.nextInt(KINDS.size()));
                int person = random.nextInt(World.PEOPLE);
                int bid = random.nextInt(World.BIDS);
                boolean before = world.portalAllows(kind, person, bid);
                if (before != world.oracleAllows(kind, person, bid)) {
                    throw new AssertionError(
                            "seed " + seed + ": portal " + before + ": " + world.told(kind, person, bid));
                }
                if (before) {
                    allowed.merge(kind, 1, Integer::sum);
                }
                // Some attempts leave a tie behind, for this person and all who come later in this world.
                if (n % 10 == 0) {
                    Tie tie = TIES.get(random.nextInt(TIES.size()));
                    world.tie(tie, person, bid);
                    boolean after = world.portalAllows(kind, person, bid);
                    if (after && !before && tie != Tie.REQUESTED) {
                        throw new AssertionError(
                                "seed " + seed + ": " + tie + " widens: " + world.told(kind, person, bid));
                    }
                    lost += before && !after ? 1 : 0;
                }
            }
        }
        System.out.println("allowed: " + allowed + ", lost by a tie: " + lost);
        // The worlds are such that each kind is often allowed: a rule that refuses everything would not pass for a good
        // one.
        assertThat(allowed).containsOnlyKeys(Kind.values());
        assertThat(allowed.values()).allMatch(count -> count > ATTEMPTS / 1_000);
        assertThat(lost).isGreaterThan(1_000);
    }
}
