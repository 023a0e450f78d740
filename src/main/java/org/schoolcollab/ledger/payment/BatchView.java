package org.schoolcollab.ledger.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** A batch with its lines in order. */
public record BatchView(long number, PersonId requesterId, String requester, Instant requestedAt, List<Line> lines) {

    /** What came of a step on a line. */
    public enum Result {
        /** Not tried yet. */
        OPEN,
        /** Done by this batch. */
        DONE,
        /** Done already, elsewhere, before this batch came to it. */
        BEFORE,
        /** Refused; the line says why. It can be tried again. */
        REFUSED,
        /** Sent back to officers with a reason. */
        SENT_BACK;

        /** Whether there is nothing left to do. */
        public boolean isSettled() {
            return this == DONE || this == BEFORE;
        }
    }

    /** Why a step was refused: a message key with its values. */
    public record Refusal(String key, List<String> arguments) {}

    /**
     * One instalment in the batch.
     *
     * @param amount what was open of it when the batch was made; the line stands for this amount and no other
     * @param open what is open of it now, null once it is paid
     * @param holdReason why finance holds it now, null where it does not
     */
    public record Line(
            int number,
            BidId bid,
            int instalment,
            String collaboration,
            String area,
            Money amount,
            @Nullable Money open,
            @Nullable String holdReason,
            Result request,
            @Nullable Refusal requestRefusal,
            Result approval,
            @Nullable Refusal approvalRefusal) {

        /** Whether the amount of the instalment is another since; then it takes a new batch. */
        public boolean isChanged() {
            return open != null && !open.equals(amount);
        }

        /** Whether finance holds it: nothing of it is requested or approved until the hold ends. */
        public boolean isHeld() {
            return holdReason != null;
        }

        /** Whether an officer may try to request it. */
        public boolean isToRequest() {
            return !request.isSettled() && !approval.isSettled();
        }

        /** Whether another person may try to approve it. */
        public boolean isToApprove() {
            return request.isSettled() && !approval.isSettled() && approval != Result.SENT_BACK;
        }
    }

    /** The lines that may be requested now; one whose amount changed and one on hold are left out. */
    public List<Line> toRequest() {
        return lines.stream()
                .filter(line -> line.isToRequest() && !line.isChanged() && !line.isHeld())
                .toList();
    }

    /** The lines that may be approved now; one whose amount changed and one on hold are left out. */
    public List<Line> toApprove() {
        return toDecide().stream().filter(line -> !line.isHeld()).toList();
    }

    /** The lines that may be sent back now, those on hold among them; one whose amount changed is left out. */
    public List<Line> toDecide() {
        return lines.stream()
                .filter(line -> line.isToApprove() && !line.isChanged())
                .toList();
    }

    /** The lines that are requested, paid ones among them. */
    public List<Line> requested() {
        return lines.stream().filter(line -> line.request().isSettled()).toList();
    }

    /** The lines that are paid. */
    public List<Line> released() {
        return lines.stream().filter(line -> line.approval().isSettled()).toList();
    }

    /** What lines come to. */
    public static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
