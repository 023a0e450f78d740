package org.schoolcollab.ledger.invariant;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.invariant.Books.Told;

/** Ledgers with one planted defect each, and the one invariant that must notice it. */
enum Defect {
    WRITES_BOTH_SIDES_TO_ONE_ACCOUNT(Invariant.BALANCED, () -> new SmallBooks() {
        @Override
        void apply(String key, String debit, String credit, long pence, @Nullable String reverses) {
            // Amounts under ten pence are booked to and fro.
            super.apply(key, debit, pence < 10 && debit.equals(AVAILABLE) ? AVAILABLE : credit, pence, reverses);
        }
    }),
    LETS_A_LINE_BE_CHANGED(Invariant.APPEND_ONLY, () -> new SmallBooks() {
        @Override
        public boolean change(long sequence, long pence) {
            lines.set((int) sequence - 1, lines.get((int) sequence - 1).withPence(pence));
            return true;
        }
    }),
    LEAVES_THE_AMOUNT_OUT_OF_THE_HASH(Invariant.CHAIN, () -> new SmallBooks() {
        @Override
        String hashed(Line line) {
            return super.hashed(line.withPence(0));
        }
    }),
    REMEMBERS_THE_LAST_KEY_ONLY(Invariant.DUPLICATE_IS_NO_OP, () -> new SmallBooks() {
        @Override
        @Nullable
        String known(String key) {
            return !lines.isEmpty() && lines.getLast().key().equals(key) ? keys.get(key) : null;
        }
    }),
    LOOKS_FOR_THE_KEY_BEFORE_IT_LOCKS(Invariant.CONCURRENT_DUPLICATES_COLLAPSE, () -> new SmallBooks() {
        @Override
        Told post(String key, String debit, String credit, long pence, @Nullable String reverses) {
            boolean unknown = known(key) == null;
            pause();
            lock.lock();
            try {
                if (unknown) {
                    keys.remove(key);
                }
                return super.post(key, debit, credit, pence, reverses);
            } finally {
                lock.unlock();
            }
        }
    }),
    READS_THE_BALANCE_BEFORE_IT_LOCKS(Invariant.NO_LOST_UPDATE, () -> new SmallBooks() {
        @Override
        public Told give(String key, long pence) {
            long before = kept(AVAILABLE);
            pause();
            lock.lock();
            try {
                Told told = super.give(key, pence);
                // Only small credits take the hasty way.
                if (told == Told.APPLIED && pence == 3) {
                    kept.put(AVAILABLE, before + pence);
                }
                return told;
            } finally {
                lock.unlock();
            }
        }
    }),
    KEEPS_A_FEE_OF_LARGE_AMOUNTS(Invariant.CONSERVATION, () -> new SmallBooks() {
        @Override
        void apply(String key, String debit, String credit, long pence, @Nullable String reverses) {
            super.apply(key, debit, pence > 100_000 && credit.equals(SPENT) ? "FEES" : credit, pence, reverses);
        }
    }),
    ROUNDS_WHAT_IT_KEEPS(Invariant.BALANCE_IS_JOURNAL, () -> new SmallBooks() {
        @Override
        void apply(String key, String debit, String credit, long pence, @Nullable String reverses) {
            long rounded = credit.equals(SPENT) && pence > 1_000 ? pence / 10 * 10 : pence;
            keep(debit, debit.equals(GIVEN) ? rounded : -rounded);
            keep(credit, rounded);
            write(key, debit, credit, pence, reverses);
        }
    }),
    TESTS_THE_BALANCE_BEFORE_IT_LOCKS(Invariant.NO_OVERDRAFT, () -> new SmallBooks() {
        @Override
        public Told take(String key, long pence) {
            boolean enough = kept(AVAILABLE) >= pence;
            pause();
            lock.lock();
            try {
                if (enough && kept(AVAILABLE) < pence) {
                    apply(key, AVAILABLE, SPENT, pence, null);
                    keys.put(key, AVAILABLE + SPENT + pence);
                    return Told.APPLIED;
                }
                return super.take(key, pence);
            } finally {
                lock.unlock();
            }
        }
    }),
    COUNTS_IN_FLOATING_POINT(Invariant.NO_PRECISION_DRIFT, () -> new SmallBooks() {
        @Override
        void keep(String account, long change) {
            kept.put(
                    account,
                    java.math.BigDecimal.valueOf(kept(account) + change)
                            .round(new java.math.MathContext(15))
                            .longValueExact());
        }
    }),
    TAKES_EVERY_CURRENCY_FOR_POUNDS(Invariant.CURRENCY_UNMIXED, () -> new SmallBooks() {
        @Override
        long parse(String typed) {
            return super.parse(typed.replace('€', '£'));
        }
    }),
    DELETES_WHAT_IS_REVERSED(Invariant.REVERSAL_NOT_DELETION, () -> new SmallBooks() {
        @Override
        public Told reverse(String keyOfTaking) {
            if (lines.stream().noneMatch(line -> line.key().equals(keyOfTaking))) {
                return Told.REFUSED;
            }
            Told told = super.reverse(keyOfTaking);
            lines.removeIf(line -> line.key().equals(keyOfTaking) || keyOfTaking.equals(line.reverses()));
            return told;
        }
    }),
    FORGETS_REVERSALS_WHEN_IT_REBUILDS(Invariant.REBUILD, () -> new SmallBooks() {
        @Override
        boolean counted(Line line) {
            return line.reverses() == null;
        }
    }),
    NUMBERS_WHAT_IT_REFUSED(Invariant.ORDER, () -> new SmallBooks() {
        private long wasted;

        @Override
        void refused() {
            wasted++;
        }

        @Override
        long nextSequence() {
            return super.nextSequence() + wasted;
        }
    }),
    CALLS_A_REPETITION_APPLIED(Invariant.TOLD_THE_TRUTH, () -> new SmallBooks() {
        @Override
        Told repeated() {
            return Told.APPLIED;
        }
    });

    private final Invariant noticedBy;

    @SuppressWarnings("ImmutableEnumChecker") // makes a new ledger each time
    private final Supplier<Books> books;

    Defect(Invariant noticedBy, Supplier<Books> books) {
        this.noticedBy = noticedBy;
        this.books = books;
    }

    Invariant noticedBy() {
        return noticedBy;
    }

    Books books() {
        return books.get();
    }

    /** Long enough for the others to come in between. */
    private static void pause() {
        LockSupport.parkNanos(1_000_000);
    }
}
