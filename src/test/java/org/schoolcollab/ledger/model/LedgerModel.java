package org.schoolcollab.ledger.model;

import java.util.List;

/**
 * What the ledger should do, written a second time without Spring, database or the ledger's own classes. Each operation answers
 * {@code ok}, {@code repeat}, {@code skip} or the key of the refusal; a refusal changes nothing.
 */
class LedgerModel {

    static final String OK = "ok";
    static final String SKIP = "skip";
    static final String REPEAT = "repeat";

    private final ModelBooks books;
    private final ModelReleases releases;
    private final ModelDesk desk;
    private final ModelCorrections corrections;
    private final ModelEnvelopes envelopes;

    LedgerModel(long givenA, long givenB, List<Integer> areaOf, List<Long> agreed, boolean needsMatch) {
        books = new ModelBooks(givenA, givenB, areaOf, agreed, needsMatch);
        releases = new ModelReleases(books);
        desk = new ModelDesk(books);
        corrections = new ModelCorrections(books);
        envelopes = new ModelEnvelopes(books);
    }

    String run(Op op) {
        return switch (op.kind()) {
            case COMMIT -> releases.commit(op.bid());
            case ACCEPT -> releases.accept(op);
            case RETURN -> releases.giveBack(op.bid());
            case REQUEST -> releases.request(op);
            case REJECT -> releases.reject(op);
            case APPROVE -> releases.approve(op);
            case MARCH -> releases.march(op.bid());
            case HOLD, END_HOLD -> desk.hold(op);
            case CANCEL -> desk.cancel(op);
            case REDUCE -> desk.reduce(op);
            case MOVE_SHARE -> desk.moveShare(op);
            case ASK_REVERSAL -> corrections.askReversal(op);
            case ASK_CLAWBACK -> corrections.askClawback(op);
            case DECIDE -> corrections.decide(op);
            case EVIDENCE -> desk.evidence(op);
            case ADD, HOLD_BACK, FREE, SPEND -> envelopes.envelope(op);
            case PROPOSE -> envelopes.propose(op);
            case CONSENT -> envelopes.consent(op);
            case CLOSE -> envelopes.close();
        };
    }

    /** Every balance and state, in the writing of {@link RealLedger#state()}. */
    String state() {
        return books.state();
    }
}
