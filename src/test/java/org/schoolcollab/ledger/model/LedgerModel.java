package org.schoolcollab.ledger.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.ledger.model.ModelAward.Part;

/**
 * What the ledger should do, written a second time without Spring, database or the ledger's own classes. Each operation answers
 * {@code ok}, {@code repeat}, {@code skip} or the key of the refusal; a refusal changes nothing.
 */
class LedgerModel {

    static final String OK = "ok";
    static final String SKIP = "skip";
    private static final int ALL = 2;

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

    private record Payment(int bid, int part, int school, long amount) {}

    private record Request(int bid, int payment, int school, long amount, int by) {}

    private record Move(int from, int to, long amount) {}

    private record Written(int envelope, long amount) {}

    final Accounts[] envelopes = {new Accounts(0), new Accounts(0), new Accounts(0)};
    final ModelAward[] awards;
    private final List<Integer> areaOf;
    private final List<Long> agreed;
    private final boolean needsMatch;
    private boolean allExists;
    private final List<Payment> payments = new ArrayList<>();
    private final List<Boolean> reversed = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Boolean> decided = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Boolean> moved = new ArrayList<>();
    private final Map<String, Written> written = new HashMap<>();

    LedgerModel(long givenA, long givenB, List<Integer> areaOf, List<Long> agreed, boolean needsMatch) {
        envelopes[0] = new Accounts(givenA);
        envelopes[1] = new Accounts(givenB);
        this.areaOf = areaOf;
        this.agreed = agreed;
        this.awards = new ModelAward[agreed.size()];
        this.needsMatch = needsMatch;
    }

    String run(Op op) {
        return switch (op.kind()) {
            case COMMIT -> commit(op.bid());
            case ACCEPT -> accept(op);
            case RETURN -> giveBack(op.bid());
            case REQUEST -> request(op);
            case REJECT -> reject(op);
            case APPROVE -> approve(op);
            case MARCH -> march(op.bid());
            case HOLD, END_HOLD -> hold(op);
            case CANCEL -> cancel(op);
            case REDUCE -> reduce(op);
            case MOVE_SHARE -> moveShare(op);
            case ASK_REVERSAL -> askReversal(op);
            case ASK_CLAWBACK -> askClawback(op);
            case DECIDE -> decide(op);
            case EVIDENCE -> evidence(op);
            case ADD, HOLD_BACK, FREE, SPEND -> envelope(op);
            case PROPOSE -> propose(op);
            case CONSENT -> consent(op);
            case CLOSE -> close();
        };
    }

    private String commit(int bid) {
        if (awards[bid] != null) {
            return OK;
        }
        Accounts envelope = envelopes[areaOf.get(bid)];
        if (envelope.closed) {
            return "error.ledger.envelopeClosed";
        }
        if (envelope.available < agreed.get(bid)) {
            return "error.ledger.envelopeExceeded";
        }
        envelope.available -= agreed.get(bid);
        envelope.committed += agreed.get(bid);
        awards[bid] = new ModelAward(areaOf.get(bid), agreed.get(bid), needsMatch);
        return OK;
    }

    private String accept(Op op) {
        ModelAward award = awards[op.bid()];
        if (award == null || award.withdrawn) {
            return SKIP;
        }
        if (award.accepted) {
            return "error.ledger.acceptance.already";
        }
        long[] shares = shares(award.committed, op.n());
        if (op.m() == 1) {
            return "error.ledger.shares.sum";
        }
        award.accepted = true;
        award.pledged[0] = op.pence();
        if (op.pence() == 0) {
            award.parts.forEach(part -> {
                part.match = true;
                part.ready();
            });
        }
        award.layOut(shares);
        return OK;
    }

    /** How a script lays shares out: tenths for the first school, the rest in halves. */
    static long[] shares(long committed, int tenths) {
        long first = committed * tenths / 10;
        long second = (committed - first) / 2;
        return new long[] {first, second, committed - first - second};
    }

    private String giveBack(int bid) {
        ModelAward award = awards[bid];
        if (award == null || award.withdrawn || award.delivered) {
            return SKIP;
        }
        Accounts envelope = envelopes[award.envelope];
        envelope.available += award.committed;
        envelope.committed -= award.committed;
        award.returned += award.committed;
        award.committed = 0;
        award.withdrawn = true;
        award.parts.forEach(part -> {
            part.status = "CANCELLED";
            part.hold = false;
            part.requestedBy = -1;
        });
        return OK;
    }

    private String release(ModelAward award) {
        if (award == null) {
            return "error.ledger.acceptance.missing";
        }
        if (award.withdrawn) {
            return "error.bid.notInStage.WITHDRAWN";
        }
        return award.accepted ? OK : "error.ledger.acceptance.missing";
    }

    private static String notOpen(Part part) {
        if (part.status.equals("WAITING")) {
            return part.condition ? "error.ledger.act.matchNotProved" : "error.ledger.waits.AFTER_MARCH_REPORT";
        }
        return "error.ledger.instalment." + part.status;
    }

    private String request(Op op) {
        ModelAward award = awards[op.bid()];
        String may = release(award);
        if (!may.equals(OK)) {
            return may;
        }
        Part part = award.parts.get(op.n());
        if (part.status.equals("RELEASED")) {
            return "error.ledger.alreadyReleased";
        }
        if (part.status.equals("REQUESTED")) {
            return "error.ledger.alreadyRequested";
        }
        String first = award.parts.getFirst().status;
        if (op.n() == 1 && !first.equals("RELEASED") && !first.equals("CANCELLED")) {
            return "error.ledger.waits.AFTER_FIRST_RELEASE";
        }
        if (part.hold) {
            return "error.ledger.act.onHold";
        }
        if (!part.status.equals("READY")) {
            return notOpen(part);
        }
        part.status = "REQUESTED";
        part.requestedBy = op.who();
        return OK;
    }

    private String reject(Op op) {
        ModelAward award = awards[op.bid()];
        String may = release(award);
        if (!may.equals(OK)) {
            return may;
        }
        Part part = award.parts.get(op.n());
        if (part.status.equals("RELEASED")) {
            return "error.ledger.alreadyReleased";
        }
        if (part.requestedBy == op.who()) {
            return "error.ledger.samePerson";
        }
        if (!part.status.equals("REQUESTED")) {
            return notOpen(part);
        }
        part.status = "READY";
        part.requestedBy = -1;
        return OK;
    }

    private String approve(Op op) {
        ModelAward award = awards[op.bid()];
        String may = release(award);
        if (!may.equals(OK)) {
            return may;
        }
        Part part = award.parts.get(op.n());
        if (part.status.equals("RELEASED")) {
            return "error.ledger.alreadyReleased";
        }
        if (part.requestedBy == op.who()) {
            return "error.ledger.samePerson";
        }
        if (part.hold) {
            return "error.ledger.act.onHold";
        }
        if (!part.status.equals("REQUESTED")) {
            return notOpen(part);
        }
        long open = part.amount - part.released;
        Accounts envelope = envelopes[award.envelope];
        envelope.committed -= open;
        envelope.released += open;
        award.committed -= open;
        award.released += open;
        award.delivered = true;
        part.released = part.amount;
        part.status = "RELEASED";
        part.approvals++;
        for (int school = 0; school < ModelAward.SCHOOLS; school++) {
            if (!part.paid[school] && part.portion[school] > 0) {
                part.paid[school] = true;
                award.with[school] += part.portion[school];
                payments.add(new Payment(op.bid(), op.n(), school, part.portion[school]));
                reversed.add(false);
            }
        }
        return OK;
    }

    private String march(int bid) {
        ModelAward award = awards[bid];
        if (award == null) {
            return SKIP;
        }
        Part second = award.parts.get(1);
        second.condition = true;
        second.ready();
        return OK;
    }

    /** What every act of finance at its desk asks first. */
    private static String desk(ModelAward award, boolean delivered) {
        if (award == null) {
            return delivered ? "error.bid.notInStage.AWARDED" : "error.notFound";
        }
        if (award.withdrawn || (delivered && !award.delivered)) {
            return "error.bid.notInStage." + award.bidStatus();
        }
        return OK;
    }

    private String hold(Op op) {
        ModelAward award = awards[op.bid()];
        String may = desk(award, false);
        if (!may.equals(OK)) {
            return may;
        }
        Part part = award.parts.get(op.n());
        if (op.kind() == Op.Kind.END_HOLD) {
            if (!part.hold) {
                return "error.ledger.act.notOnHold";
            }
            part.hold = false;
            return OK;
        }
        if (part.hold) {
            return "error.ledger.act.onHold";
        }
        if (part.status.equals("RELEASED") || part.status.equals("CANCELLED")) {
            return "error.ledger.instalment." + part.status;
        }
        part.hold = true;
        return OK;
    }

    private String cancel(Op op) {
        ModelAward award = awards[op.bid()];
        String may = desk(award, false);
        if (!may.equals(OK)) {
            return may;
        }
        Part part = award.parts.get(op.n());
        if (op.n() == 0 && part.approvals == 0) {
            return "error.ledger.act.firstInstalment";
        }
        if (part.reducible() == 0) {
            return "error.ledger.instalment." + part.status;
        }
        drop(award, part);
        return OK;
    }

    private void drop(ModelAward award, Part part) {
        long open = part.amount - part.released;
        award.lessen(part, open);
        part.status = "CANCELLED";
        part.hold = false;
        part.requestedBy = -1;
        giveUp(award, open);
    }

    private void giveUp(ModelAward award, long amount) {
        Accounts envelope = envelopes[award.envelope];
        envelope.committed -= amount;
        envelope.available += amount;
        award.committed -= amount;
        award.returned += amount;
    }

    private String repeat(Op op, int envelope) {
        Written before = written.get(name(op));
        if (before == null) {
            return OK;
        }
        return before.equals(new Written(envelope, op.pence())) ? "repeat" : "error.ledger.act.keyUsed";
    }

    /** Keys of an envelope's own acts name the envelope; those of spending and of awards do not have to. */
    private static String name(Op op) {
        boolean own = op.kind() == Op.Kind.ADD || op.kind() == Op.Kind.HOLD_BACK || op.kind() == Op.Kind.FREE;
        return op.kind() + ":" + op.key() + (own ? ":" + op.bid() : "");
    }

    private void write(Op op, int envelope) {
        written.put(name(op), new Written(envelope, op.pence()));
    }

    private String reduce(Op op) {
        ModelAward award = awards[op.bid()];
        String may = desk(award, false);
        if (!may.equals(OK)) {
            return may;
        }
        String repeat = repeat(op, award.envelope);
        if (!repeat.equals(OK)) {
            return repeat;
        }
        long first = keepAPenny(award);
        if (op.pence() > first + award.parts.get(1).reducible()) {
            return "error.ledger.act.atMost";
        }
        write(op, award.envelope);
        long left = op.pence();
        for (int n = 1; n >= 0; n--) {
            Part part = award.parts.get(n);
            long by = Math.min(left, n == 0 ? first : part.reducible());
            if (by == 0) {
                continue;
            }
            left -= by;
            if (by == part.amount - part.released) {
                drop(award, part);
            } else {
                award.lessen(part, by);
                part.amount -= by;
                giveUp(award, by);
            }
        }
        return OK;
    }

    private static long keepAPenny(ModelAward award) {
        Part first = award.parts.getFirst();
        long open = first.reducible();
        return first.approvals == 0 && open > 0 ? open - 1 : open;
    }

    private String moveShare(Op op) {
        ModelAward award = awards[op.bid()];
        if (award != null && award.withdrawn) {
            return "error.bid.notInStage.WITHDRAWN";
        }
        if (op.n() == op.m()) {
            return "error.ledger.act.noSuchSchool";
        }
        if (award == null) {
            return "error.notFound";
        }
        long movable = 0;
        for (Part part : award.parts) {
            if (part.reducible() > 0 && !part.paid[op.n()] && !part.paid[op.m()]) {
                movable += part.portion[op.n()];
            }
        }
        if (op.pence() > movable) {
            return "error.ledger.act.atMost";
        }
        long left = op.pence();
        for (int n = 1; n >= 0; n--) {
            Part part = award.parts.get(n);
            if (part.reducible() > 0 && !part.paid[op.n()] && !part.paid[op.m()]) {
                long by = Math.min(left, part.portion[op.n()]);
                part.portion[op.n()] -= by;
                part.portion[op.m()] += by;
                left -= by;
            }
        }
        return OK;
    }

    private String askReversal(Op op) {
        if (payments.isEmpty()) {
            return SKIP;
        }
        int number = op.bid() % payments.size();
        Payment payment = payments.get(number);
        if (reversed.get(number)) {
            return "error.ledger.act.reversedAlready";
        }
        if (payment.amount() > awards[payment.bid()].with[payment.school()]) {
            return "error.ledger.act.clawedBackAlready";
        }
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i).payment() == number && !decided.get(i)) {
                return "error.ledger.act.reversedAlready";
            }
        }
        requests.add(new Request(payment.bid(), number, payment.school(), payment.amount(), op.who()));
        decided.add(false);
        return OK;
    }

    private String askClawback(Op op) {
        ModelAward award = awards[op.bid()];
        String may = desk(award, true);
        if (!may.equals(OK)) {
            return may;
        }
        if (op.pence() > award.with[op.n()]) {
            return "error.ledger.act.atMost";
        }
        requests.add(new Request(op.bid(), -1, op.n(), op.pence(), op.who()));
        decided.add(false);
        return OK;
    }

    private String decide(Op op) {
        if (requests.isEmpty()) {
            return SKIP;
        }
        int number = op.bid() % requests.size();
        Request request = requests.get(number);
        if (decided.get(number)) {
            return "error.ledger.act.decided";
        }
        if (request.by() == op.who()) {
            return "error.ledger.act.samePerson";
        }
        if (op.m() == 1) {
            decided.set(number, true);
            return OK;
        }
        String done = request.payment() < 0 ? clawBack(request) : reverse(request);
        if (done.equals(OK)) {
            decided.set(number, true);
        }
        return done;
    }

    private String clawBack(Request request) {
        ModelAward award = awards[request.bid()];
        Accounts envelope = envelopes[award.envelope];
        if (request.amount() > award.with[request.school()]) {
            return "error.ledger.act.atMost";
        }
        if (envelope.closed) {
            return "error.ledger.envelopeClosed";
        }
        award.with[request.school()] -= request.amount();
        award.released -= request.amount();
        award.clawedBack += request.amount();
        envelope.released -= request.amount();
        envelope.available += request.amount();
        return OK;
    }

    private String reverse(Request request) {
        ModelAward award = awards[request.bid()];
        Accounts envelope = envelopes[award.envelope];
        Payment payment = payments.get(request.payment());
        Part part = award.parts.get(payment.part());
        if (payment.amount() > award.with[payment.school()]) {
            return "error.ledger.act.clawedBackAlready";
        }
        if (!part.status.equals("RELEASED") && !part.status.equals("READY")) {
            return "error.ledger.instalment." + part.status;
        }
        if (envelope.closed) {
            return "error.ledger.envelopeClosed";
        }
        reversed.set(request.payment(), true);
        award.with[payment.school()] -= payment.amount();
        award.released -= payment.amount();
        award.committed += payment.amount();
        envelope.released -= payment.amount();
        envelope.committed += payment.amount();
        part.released -= payment.amount();
        part.paid[payment.school()] = false;
        part.status = "READY";
        part.requestedBy = -1;
        return OK;
    }

    private String evidence(Op op) {
        ModelAward award = awards[op.bid()];
        String may = desk(award, false);
        if (!may.equals(OK)) {
            return may;
        }
        String repeat = repeat(op, award.envelope);
        if (!repeat.equals(OK)) {
            return repeat;
        }
        if (op.pence() > award.pledged[op.n()] - award.evidenced[op.n()]) {
            return "error.ledger.act.atMost";
        }
        if (envelopes[award.envelope].closed) {
            return "error.ledger.envelopeClosed";
        }
        write(op, award.envelope);
        award.evidenced[op.n()] += op.pence();
        if (award.evidenced[0] == award.pledged[0]) {
            award.parts.forEach(part -> {
                part.match = true;
                part.ready();
            });
        }
        return OK;
    }

    private String envelope(Op op) {
        int number = op.kind() == Op.Kind.SPEND ? ALL : op.bid();
        Accounts envelope = envelopes[number];
        String repeat = repeat(op, number);
        if (!repeat.equals(OK)) {
            return repeat;
        }
        if (envelope.closed) {
            return "error.ledger.envelopeClosed";
        }
        long from = op.kind() == Op.Kind.FREE ? envelope.held : envelope.available;
        if (op.kind() != Op.Kind.ADD && op.pence() > from) {
            return "error.ledger.envelopeExceeded";
        }
        write(op, number);
        allExists |= number == ALL;
        switch (op.kind()) {
            case ADD -> {
                envelope.given += op.pence();
                envelope.available += op.pence();
            }
            case HOLD_BACK -> {
                envelope.available -= op.pence();
                envelope.held += op.pence();
            }
            case FREE -> {
                envelope.held -= op.pence();
                envelope.available += op.pence();
            }
            default -> {
                envelope.available -= op.pence();
                envelope.spent += op.pence();
            }
        }
        return OK;
    }

    private String propose(Op op) {
        Accounts from = envelopes[op.n()];
        Accounts to = envelopes[1 - op.n()];
        if (from.closed || to.closed) {
            return "error.ledger.envelopeClosed";
        }
        if (op.pence() > from.available) {
            return "error.ledger.envelopeExceeded";
        }
        moves.add(new Move(op.n(), 1 - op.n(), op.pence()));
        moved.add(false);
        return OK;
    }

    private String consent(Op op) {
        if (moves.isEmpty()) {
            return SKIP;
        }
        int number = op.bid() % moves.size();
        Move move = moves.get(number);
        if (moved.get(number)) {
            return "error.ledger.act.decided";
        }
        if (op.m() == 1) {
            moved.set(number, true);
            return OK;
        }
        Accounts from = envelopes[move.from()];
        Accounts to = envelopes[move.to()];
        if (from.closed || to.closed) {
            return "error.ledger.envelopeClosed";
        }
        if (move.amount() > from.available) {
            return "error.ledger.envelopeExceeded";
        }
        moved.set(number, true);
        from.given -= move.amount();
        from.available -= move.amount();
        to.given += move.amount();
        to.available += move.amount();
        return OK;
    }

    private String close() {
        boolean all = envelopes[0].closed && envelopes[1].closed && (!allExists || envelopes[ALL].closed);
        if (all) {
            return "error.ledger.envelopeClosed";
        }
        if (envelopes[0].committed + envelopes[1].committed > 0) {
            return "error.ledger.act.roundHasOpen";
        }
        for (int i = 0; i < 3; i++) {
            Accounts envelope = envelopes[i];
            if (i < ALL || allExists) {
                envelope.lapsed += envelope.available + envelope.held;
                envelope.available = 0;
                envelope.held = 0;
                envelope.closed = true;
            }
        }
        return OK;
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
