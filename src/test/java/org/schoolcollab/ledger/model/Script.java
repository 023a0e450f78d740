package org.schoolcollab.ledger.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Operations and the scene they play in, both made from a seed.
 *
 * @param areaOf the envelope of each bid, 0 or 1
 * @param agreed what the board agreed for each bid
 * @param needsMatch whether second instalments wait for proof of matched funding
 */
record Script(
        long seed,
        long givenA,
        long givenB,
        List<Integer> areaOf,
        List<Long> agreed,
        boolean needsMatch,
        List<Op> ops) {

    private static final Map<Op.Kind, Integer> WEIGHTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Op.Kind.COMMIT, 14),
            Map.entry(Op.Kind.ACCEPT, 14),
            Map.entry(Op.Kind.RETURN, 2),
            Map.entry(Op.Kind.REQUEST, 26),
            Map.entry(Op.Kind.REJECT, 6),
            Map.entry(Op.Kind.APPROVE, 34),
            Map.entry(Op.Kind.MARCH, 10),
            Map.entry(Op.Kind.HOLD, 4),
            Map.entry(Op.Kind.END_HOLD, 5),
            Map.entry(Op.Kind.CANCEL, 3),
            Map.entry(Op.Kind.REDUCE, 8),
            Map.entry(Op.Kind.MOVE_SHARE, 10),
            Map.entry(Op.Kind.ASK_REVERSAL, 12),
            Map.entry(Op.Kind.ASK_CLAWBACK, 10),
            Map.entry(Op.Kind.DECIDE, 28),
            Map.entry(Op.Kind.EVIDENCE, 12),
            Map.entry(Op.Kind.ADD, 6),
            Map.entry(Op.Kind.HOLD_BACK, 8),
            Map.entry(Op.Kind.FREE, 8),
            Map.entry(Op.Kind.PROPOSE, 6),
            Map.entry(Op.Kind.CONSENT, 8),
            Map.entry(Op.Kind.SPEND, 6),
            Map.entry(Op.Kind.CLOSE, 1)));

    static Script of(long seed, int operations) {
        Random random = new Random(seed);
        int bids = 5;
        List<Integer> areaOf = new ArrayList<>();
        List<Long> agreed = new ArrayList<>();
        for (int bid = 0; bid < bids; bid++) {
            areaOf.add(bid % 2);
            agreed.add(random.nextLong(101, 50_000));
        }
        List<Op> ops = new ArrayList<>();
        for (int bid = 0; bid < bids - 1; bid++) {
            ops.add(new Op(Op.Kind.COMMIT, bid, 0, 0, 0, 0, 0));
            ops.add(new Op(Op.Kind.ACCEPT, bid, random.nextInt(11), 0, random.nextLong(0, 400), 0, 0));
        }
        for (int i = 0; i < operations - 2 * (bids - 1); i++) {
            boolean again = !ops.isEmpty() && random.nextInt(8) == 0;
            ops.add(again ? ops.get(random.nextInt(ops.size())) : op(random, i));
        }
        return new Script(seed, random.nextLong(0, 120_000), 90_000, areaOf, agreed, random.nextBoolean(), ops);
    }

    private static Op op(Random random, int number) {
        Op.Kind kind = kind(random);
        int bid = random.nextInt(5);
        int who = random.nextInt(3);
        int key = random.nextInt(10) == 0 ? random.nextInt(number + 1) : number;
        long some = random.nextInt(3) == 0 ? random.nextLong(1, 40_000) : random.nextLong(1, 2_000);
        int half = random.nextInt(2);
        int rarely = random.nextInt(8) == 0 ? 1 : 0;
        return switch (kind) {
            case ACCEPT -> new Op(kind, bid, random.nextInt(11), rarely, half * random.nextLong(1, 500), who, 0);
            case REQUEST, REJECT, APPROVE, HOLD, END_HOLD, CANCEL -> new Op(kind, bid, half, 0, 0, who, 0);
            case REDUCE -> new Op(kind, bid, 0, 0, some, who, key);
            case MOVE_SHARE -> new Op(kind, bid, random.nextInt(3), random.nextInt(3), some, who, key);
            case ASK_REVERSAL -> new Op(kind, random.nextInt(1_000), 0, 0, 0, who, 0);
            case ASK_CLAWBACK -> new Op(kind, bid, random.nextInt(3), 0, some, who, key);
            case DECIDE -> new Op(kind, random.nextInt(1_000), 0, rarely, 0, who, 0);
            case EVIDENCE -> new Op(kind, bid, rarely, 0, random.nextLong(1, 300), who, key);
            case ADD -> new Op(kind, random.nextInt(3), 0, 0, some, who, key);
            case HOLD_BACK, FREE -> new Op(kind, half, 0, 0, some, who, key);
            case PROPOSE -> new Op(kind, 0, half, 0, some, who, 0);
            case CONSENT -> new Op(kind, random.nextInt(1_000), 0, rarely, 0, who, 0);
            case SPEND -> new Op(kind, 2, 0, 0, some, who, key);
            default -> new Op(kind, bid, 0, 0, 0, who, 0);
        };
    }

    private static Op.Kind kind(Random random) {
        int at = random.nextInt(
                WEIGHTS.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<Op.Kind, Integer> weight : WEIGHTS.entrySet()) {
            at -= weight.getValue();
            if (at < 0) {
                return weight.getKey();
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    Script with(List<Op> fewer) {
        return new Script(seed, givenA, givenB, areaOf, agreed, needsMatch, List.copyOf(fewer));
    }

    LedgerModel model() {
        return new LedgerModel(givenA, givenB, areaOf, agreed, needsMatch);
    }
}
