package org.schoolcollab.ledger.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.ledger.model.ModelAward.Part;

/** All that the model remembers. */
final class ModelBooks {

    static final int ALL = 2;

    /** An envelope's accounts. */
    static final class Accounts {
        long given;
        long available;
        long held;
        long committed;
        long released;
        long spent;
        long lapsed;
        boolean closed;

        Accounts(long given) {
            this.given = given;
            this.available = given;
        }
    }

    record Payment(int bid, int part, int school, long amount) {}

    record Request(int bid, int payment, int school, long amount, int by) {

        boolean asksTheSameAs(Request other) {
            return bid == other.bid && payment == other.payment && school == other.school && amount == other.amount;
        }
    }

    record Move(int from, int to, long amount) {}

    record Written(int envelope, long amount) {}

    final Accounts[] envelopes = {new Accounts(0), new Accounts(0), new Accounts(0)};
    final ModelAward[] awards;
    final List<Integer> areaOf;
    final List<Long> agreed;
    final boolean needsMatch;
    boolean allExists;
    final List<Payment> payments = new ArrayList<>();
    final List<Boolean> reversed = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();
    final List<Boolean> decided = new ArrayList<>();
    final Map<Integer, Request> asked = new HashMap<>();
    final List<Move> moves = new ArrayList<>();
    final List<Boolean> moved = new ArrayList<>();
    final Map<String, Written> written = new HashMap<>();
    final Map<Integer, Op> shareMoves = new HashMap<>();

    ModelBooks(long givenA, long givenB, List<Integer> areaOf, List<Long> agreed, boolean needsMatch) {
        envelopes[0] = new Accounts(givenA);
        envelopes[1] = new Accounts(givenB);
        this.areaOf = areaOf;
        this.agreed = agreed;
        this.awards = new ModelAward[agreed.size()];
        this.needsMatch = needsMatch;
    }

    /** What every act of finance at its desk asks first. */
    static String desk(ModelAward award, boolean delivered) {
        if (award == null) {
            return delivered ? "error.bid.notInStage.AWARDED" : "error.notFound";
        }
        if (award.withdrawn || (delivered && !award.delivered)) {
            return "error.bid.notInStage." + award.bidStatus();
        }
        return LedgerModel.OK;
    }

    String repeat(Op op, int envelope) {
        Written before = written.get(name(op));
        if (before == null) {
            return LedgerModel.OK;
        }
        return before.equals(new Written(envelope, op.pence())) ? LedgerModel.REPEAT : "error.ledger.act.keyUsed";
    }

    /** Keys of an envelope's own acts name the envelope; those of spending and of awards do not have to. */
    private static String name(Op op) {
        boolean own = op.kind() == Op.Kind.ADD || op.kind() == Op.Kind.HOLD_BACK || op.kind() == Op.Kind.FREE;
        return op.kind() + ":" + op.key() + (own ? ":" + op.bid() : "");
    }

    void write(Op op, int envelope) {
        written.put(name(op), new Written(envelope, op.pence()));
    }

    /** Every balance and state, in the writing of {@link RealLedger#state()}. */
    String state() {
        StringBuilder text = new StringBuilder();
        for (Accounts e : envelopes) {
            text.append("%d/%d/%d/%d/%d/%d/%d/%s "
                    .formatted(
                            e.given,
                            e.available,
                            e.held,
                            e.committed,
                            e.released,
                            e.spent,
                            e.lapsed,
                            e.closed ? "C" : "O"));
        }
        for (int bid = 0; bid < awards.length; bid++) {
            ModelAward a = awards[bid];
            if (a == null) {
                continue;
            }
            text.append("\nbid %d %s %d/%d/%d/%d/%d"
                    .formatted(bid, a.status(), a.agreed, a.committed, a.released, a.returned, a.clawedBack));
            for (Part part : a.parts) {
                text.append(
                        " [%s%s %d/%d".formatted(part.status, part.hold ? " HOLD" : "", part.amount, part.released));
                for (long portion : part.portion) {
                    text.append(' ').append(a.withdrawn ? 0 : portion);
                }
                text.append(']');
            }
        }
        return text.toString();
    }
}
