package org.schoolcollab.ledger.model;

import org.schoolcollab.ledger.model.ModelAward.Part;
import org.schoolcollab.ledger.model.ModelBooks.Accounts;
import org.schoolcollab.ledger.model.ModelBooks.Payment;

/** From the decision to the payment. */
final class ModelReleases {

    private final ModelBooks books;

    ModelReleases(ModelBooks books) {
        this.books = books;
    }

    String commit(int bid) {
        if (books.awards[bid] != null) {
            return LedgerModel.OK;
        }
        Accounts envelope = books.envelopes[books.areaOf.get(bid)];
        if (envelope.closed) {
            return "error.ledger.envelopeClosed";
        }
        if (envelope.available < books.agreed.get(bid)) {
            return "error.ledger.envelopeExceeded";
        }
        envelope.available -= books.agreed.get(bid);
        envelope.committed += books.agreed.get(bid);
        books.awards[bid] = new ModelAward(books.areaOf.get(bid), books.agreed.get(bid), books.needsMatch);
        return LedgerModel.OK;
    }

    String accept(Op op) {
        ModelAward award = books.awards[op.bid()];
        if (award == null || award.withdrawn) {
            return LedgerModel.SKIP;
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
        return LedgerModel.OK;
    }

    /** How a script lays shares out: tenths for the first school, the rest in halves. */
    static long[] shares(long committed, int tenths) {
        long first = committed * tenths / 10;
        long second = (committed - first) / 2;
        return new long[] {first, second, committed - first - second};
    }

    String giveBack(int bid) {
        ModelAward award = books.awards[bid];
        if (award == null || award.withdrawn || award.delivered) {
            return LedgerModel.SKIP;
        }
        Accounts envelope = books.envelopes[award.envelope];
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
        return LedgerModel.OK;
    }

    String release(ModelAward award) {
        if (award == null) {
            return "error.ledger.acceptance.missing";
        }
        if (award.withdrawn) {
            return "error.bid.notInStage.WITHDRAWN";
        }
        return award.accepted ? LedgerModel.OK : "error.ledger.acceptance.missing";
    }

    static String notOpen(Part part) {
        if (part.status.equals("WAITING")) {
            return part.condition ? "error.ledger.act.matchNotProved" : "error.ledger.waits.AFTER_MARCH_REPORT";
        }
        return "error.ledger.instalment." + part.status;
    }

    String request(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = release(award);
        if (!may.equals(LedgerModel.OK)) {
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
        return LedgerModel.OK;
    }

    String reject(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = release(award);
        if (!may.equals(LedgerModel.OK)) {
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
        return LedgerModel.OK;
    }

    String approve(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = release(award);
        if (!may.equals(LedgerModel.OK)) {
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
        Accounts envelope = books.envelopes[award.envelope];
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
                books.payments.add(new Payment(op.bid(), op.n(), school, part.portion[school]));
                books.reversed.add(false);
            }
        }
        return LedgerModel.OK;
    }

    String march(int bid) {
        ModelAward award = books.awards[bid];
        if (award == null) {
            return LedgerModel.SKIP;
        }
        Part second = award.parts.get(1);
        second.condition = true;
        second.ready();
        return LedgerModel.OK;
    }
}
