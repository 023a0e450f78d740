package org.schoolcollab.ledger.model;

import org.schoolcollab.ledger.model.ModelAward.Part;
import org.schoolcollab.ledger.model.ModelBooks.Accounts;

/** What finance does with an award beside paying it. */
final class ModelDesk {

    private final ModelBooks books;

    ModelDesk(ModelBooks books) {
        this.books = books;
    }

    String hold(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = ModelBooks.desk(award, false);
        if (!may.equals(LedgerModel.OK)) {
            return may;
        }
        Part part = award.parts.get(op.n());
        if (op.kind() == Op.Kind.END_HOLD) {
            if (!part.hold) {
                return "error.ledger.act.notOnHold";
            }
            part.hold = false;
            return LedgerModel.OK;
        }
        if (part.hold) {
            return "error.ledger.act.onHold";
        }
        if (part.status.equals("RELEASED") || part.status.equals("CANCELLED")) {
            return "error.ledger.instalment." + part.status;
        }
        part.hold = true;
        return LedgerModel.OK;
    }

    String cancel(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = ModelBooks.desk(award, false);
        if (!may.equals(LedgerModel.OK)) {
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
        return LedgerModel.OK;
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
        Accounts envelope = books.envelopes[award.envelope];
        envelope.committed -= amount;
        envelope.available += amount;
        award.committed -= amount;
        award.returned += amount;
    }

    String reduce(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = ModelBooks.desk(award, false);
        if (!may.equals(LedgerModel.OK)) {
            return may;
        }
        String repeat = books.repeat(op, award.envelope);
        if (!repeat.equals(LedgerModel.OK)) {
            return repeat;
        }
        long first = keepAPenny(award);
        if (op.pence() > first + award.parts.get(1).reducible()) {
            return "error.ledger.act.atMost";
        }
        books.write(op, award.envelope);
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
        return LedgerModel.OK;
    }

    private static long keepAPenny(ModelAward award) {
        Part first = award.parts.getFirst();
        long open = first.reducible();
        return first.approvals == 0 && open > 0 ? open - 1 : open;
    }

    String moveShare(Op op) {
        ModelAward award = books.awards[op.bid()];
        if (award != null && award.withdrawn) {
            return "error.bid.notInStage.WITHDRAWN";
        }
        if (op.n() == op.m()) {
            return "error.ledger.act.noSuchSchool";
        }
        if (award == null) {
            return "error.notFound";
        }
        Op before = books.shareMoves.get(op.key());
        if (before != null) {
            boolean same = before.bid() == op.bid()
                    && before.n() == op.n()
                    && before.m() == op.m()
                    && before.pence() == op.pence();
            return same ? LedgerModel.REPEAT : "error.ledger.act.keyUsed";
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
        books.shareMoves.put(op.key(), op);
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
        return LedgerModel.OK;
    }

    String evidence(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = ModelBooks.desk(award, false);
        if (!may.equals(LedgerModel.OK)) {
            return may;
        }
        String repeat = books.repeat(op, award.envelope);
        if (!repeat.equals(LedgerModel.OK)) {
            return repeat;
        }
        if (op.pence() > award.pledged[op.n()] - award.evidenced[op.n()]) {
            return "error.ledger.act.atMost";
        }
        if (books.envelopes[award.envelope].closed) {
            return "error.ledger.envelopeClosed";
        }
        books.write(op, award.envelope);
        award.evidenced[op.n()] += op.pence();
        if (award.evidenced[0] == award.pledged[0]) {
            award.parts.forEach(part -> {
                part.match = true;
                part.ready();
            });
        }
        return LedgerModel.OK;
    }
}
