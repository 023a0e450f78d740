package org.schoolcollab.ledger.model;

import org.schoolcollab.ledger.model.ModelBooks.Accounts;
import org.schoolcollab.ledger.model.ModelBooks.Move;

/** An envelope's own acts: given, held back, moved, spent, closed. */
final class ModelEnvelopes {

    private final ModelBooks books;

    ModelEnvelopes(ModelBooks books) {
        this.books = books;
    }

    String envelope(Op op) {
        int number = op.kind() == Op.Kind.SPEND ? ModelBooks.ALL : op.bid();
        Accounts envelope = books.envelopes[number];
        String repeat = books.repeat(op, number);
        if (!repeat.equals(LedgerModel.OK)) {
            return repeat;
        }
        if (envelope.closed) {
            return "error.ledger.envelopeClosed";
        }
        long from = op.kind() == Op.Kind.FREE ? envelope.held : envelope.available;
        if (op.kind() != Op.Kind.ADD && op.pence() > from) {
            return "error.ledger.envelopeExceeded";
        }
        books.write(op, number);
        books.allExists |= number == ModelBooks.ALL;
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
        return LedgerModel.OK;
    }

    String propose(Op op) {
        Accounts from = books.envelopes[op.n()];
        Accounts to = books.envelopes[1 - op.n()];
        if (from.closed || to.closed) {
            return "error.ledger.envelopeClosed";
        }
        if (op.pence() > from.available) {
            return "error.ledger.envelopeExceeded";
        }
        books.moves.add(new Move(op.n(), 1 - op.n(), op.pence()));
        books.moved.add(false);
        return LedgerModel.OK;
    }

    String consent(Op op) {
        if (books.moves.isEmpty()) {
            return LedgerModel.SKIP;
        }
        int number = op.bid() % books.moves.size();
        Move move = books.moves.get(number);
        if (books.moved.get(number)) {
            return "error.ledger.act.decided";
        }
        if (op.m() == 1) {
            books.moved.set(number, true);
            return LedgerModel.OK;
        }
        Accounts from = books.envelopes[move.from()];
        Accounts to = books.envelopes[move.to()];
        if (from.closed || to.closed) {
            return "error.ledger.envelopeClosed";
        }
        if (move.amount() > from.available) {
            return "error.ledger.envelopeExceeded";
        }
        books.moved.set(number, true);
        from.given -= move.amount();
        from.available -= move.amount();
        to.given += move.amount();
        to.available += move.amount();
        return LedgerModel.OK;
    }

    String close() {
        boolean all = books.envelopes[0].closed
                && books.envelopes[1].closed
                && (!books.allExists || books.envelopes[ModelBooks.ALL].closed);
        if (all) {
            return "error.ledger.envelopeClosed";
        }
        if (books.envelopes[0].committed + books.envelopes[1].committed > 0) {
            return "error.ledger.act.roundHasOpen";
        }
        if (books.decided.contains(false)) {
            return "error.ledger.act.roundHasCorrections";
        }
        for (int i = 0; i < 3; i++) {
            Accounts envelope = books.envelopes[i];
            if (i < ModelBooks.ALL || books.allExists) {
                envelope.lapsed += envelope.available + envelope.held;
                envelope.available = 0;
                envelope.held = 0;
                envelope.closed = true;
            }
        }
        return LedgerModel.OK;
    }
}
