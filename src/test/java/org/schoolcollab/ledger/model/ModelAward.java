package org.schoolcollab.ledger.model;

import java.util.ArrayList;
import java.util.List;

/** An award in the model: amounts in pence, three schools by number. */
final class ModelAward {

    static final int SCHOOLS = 3;

    /** One instalment with each school's portion. */
    static final class Part {
        long amount;
        long released;
        String status;
        boolean condition;
        boolean match;
        final boolean needsMatch;
        boolean hold;
        int approvals;
        int requestedBy = -1;
        final long[] portion = new long[SCHOOLS];
        final boolean[] paid = new boolean[SCHOOLS];

        Part(long amount, boolean first, boolean needsMatch) {
            this.amount = amount;
            this.condition = first;
            this.needsMatch = needsMatch;
            this.status = first && !needsMatch ? "READY" : "WAITING";
        }

        void ready() {
            if (status.equals("WAITING") && condition && (match || !needsMatch)) {
                status = "READY";
            }
        }

        long reducible() {
            return status.equals("WAITING") || status.equals("READY") ? amount - released : 0;
        }
    }

    final int envelope;
    final long agreed;
    long committed;
    long released;
    long returned;
    long clawedBack;
    boolean withdrawn;
    boolean accepted;
    boolean delivered;
    final List<Part> parts = new ArrayList<>();
    final long[] with = new long[SCHOOLS];
    final long[] pledged = new long[SCHOOLS];
    final long[] evidenced = new long[SCHOOLS];

    ModelAward(int envelope, long agreed, boolean needsMatch) {
        this.envelope = envelope;
        this.agreed = agreed;
        this.committed = agreed;
        long first = agreed * 60 / 100;
        parts.add(new Part(first, true, false));
        parts.add(new Part(agreed - first, false, needsMatch));
        parts.forEach(part -> part.portion[0] = part.amount);
    }

    String status() {
        if (withdrawn) {
            return "RETURNED";
        }
        if (committed > 0) {
            return "COMMITTED";
        }
        return released == 0 && clawedBack == 0 ? "RETURNED" : "RELEASED";
    }

    String bidStatus() {
        return withdrawn ? "WITHDRAWN" : delivered ? "IN_DELIVERY" : "AWARDED";
    }

    void layOut(long[] shares) {
        long[] left = shares.clone();
        for (Part part : parts) {
            if (part.status.equals("CANCELLED")) {
                continue;
            }
            long[] split = split(part.amount, left);
            for (int s = 0; s < SCHOOLS; s++) {
                part.portion[s] = split[s];
                left[s] -= split[s];
            }
        }
    }

    /** By largest remainder; on equal remainders the first gets the penny. */
    static long[] split(long amount, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total += weight;
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long over = amount;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = amount * weights[i] / total;
            remainders[i] = amount * weights[i] % total;
            over -= parts[i];
        }
        for (; over > 0; over--) {
            int best = 0;
            for (int i = 1; i < weights.length; i++) {
                if (remainders[i] > remainders[best]) {
                    best = i;
                }
            }
            parts[best]++;
            remainders[best] = -1;
        }
        return parts;
    }

    /** What is unpaid of the instalment's portions becomes less in proportion. */
    void lessen(Part part, long by) {
        long[] unpaid = new long[SCHOOLS];
        for (int s = 0; s < SCHOOLS; s++) {
            unpaid[s] = part.paid[s] ? 0 : part.portion[s];
        }
        long[] less = split(by, unpaid);
        for (int s = 0; s < SCHOOLS; s++) {
            part.portion[s] -= less[s];
        }
    }
}
