package org.schoolcollab.ledger.model;

import org.schoolcollab.ledger.model.ModelAward.Part;
import org.schoolcollab.ledger.model.ModelBooks.Accounts;
import org.schoolcollab.ledger.model.ModelBooks.Payment;
import org.schoolcollab.ledger.model.ModelBooks.Request;

/** Reversals and claw-backs, asked by one and decided by another. */
final class ModelCorrections {

    private final ModelBooks books;

    ModelCorrections(ModelBooks books) {
        this.books = books;
    }

    String askReversal(Op op) {
        if (books.payments.isEmpty()) {
            return LedgerModel.SKIP;
        }
        int number = op.bid() % books.payments.size();
        Payment payment = books.payments.get(number);
        if (books.reversed.get(number)) {
            return "error.ledger.act.reversedAlready";
        }
        if (payment.amount() > books.awards[payment.bid()].with[payment.school()]) {
            return "error.ledger.act.clawedBackAlready";
        }
        for (int i = 0; i < books.requests.size(); i++) {
            if (books.requests.get(i).payment() == number && !books.decided.get(i)) {
                return "error.ledger.act.reversedAlready";
            }
        }
        books.requests.add(new Request(payment.bid(), number, payment.school(), payment.amount(), op.who()));
        books.decided.add(false);
        return LedgerModel.OK;
    }

    String askClawback(Op op) {
        ModelAward award = books.awards[op.bid()];
        String may = ModelBooks.desk(award, true);
        if (!may.equals(LedgerModel.OK)) {
            return may;
        }
        Request request = new Request(op.bid(), -1, op.n(), op.pence(), op.who());
        Request before = books.asked.get(op.key());
        if (before != null) {
            return before.asksTheSameAs(request) ? LedgerModel.REPEAT : "error.ledger.act.keyUsed";
        }
        for (int i = 0; i < books.requests.size(); i++) {
            if (books.requests.get(i).asksTheSameAs(request) && !books.decided.get(i)) {
                return LedgerModel.REPEAT;
            }
        }
        if (op.pence() > award.with[op.n()]) {
            return "error.ledger.act.atMost";
        }
        books.asked.put(op.key(), request);
        books.requests.add(request);
        books.decided.add(false);
        return LedgerModel.OK;
    }

    String decide(Op op) {
        if (books.requests.isEmpty()) {
            return LedgerModel.SKIP;
        }
        int number = op.bid() % books.requests.size();
        Request request = books.requests.get(number);
        if (books.decided.get(number)) {
            return "error.ledger.act.decided";
        }
        if (request.by() == op.who()) {
            return "error.ledger.act.samePerson";
        }
        if (op.m() == 1) {
            books.decided.set(number, true);
            return LedgerModel.OK;
        }
        String done = request.payment() < 0 ? clawBack(request) : reverse(request);
        if (done.equals(LedgerModel.OK)) {
            books.decided.set(number, true);
        }
        return done;
    }

    String clawBack(Request request) {
        ModelAward award = books.awards[request.bid()];
        Accounts envelope = books.envelopes[award.envelope];
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
        return LedgerModel.OK;
    }

    String reverse(Request request) {
        ModelAward award = books.awards[request.bid()];
        Accounts envelope = books.envelopes[award.envelope];
        Payment payment = books.payments.get(request.payment());
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
        books.reversed.set(request.payment(), true);
        award.with[payment.school()] -= payment.amount();
        award.released -= payment.amount();
        award.committed += payment.amount();
        envelope.released -= payment.amount();
        envelope.committed += payment.amount();
        part.released -= payment.amount();
        part.paid[payment.school()] = false;
        part.status = "READY";
        part.requestedBy = -1;
        return LedgerModel.OK;
    }
}
