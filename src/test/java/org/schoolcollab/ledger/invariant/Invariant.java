package org.schoolcollab.ledger.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.schoolcollab.ledger.invariant.Books.Line;
import org.schoolcollab.ledger.invariant.Books.Told;

/** The fifteen invariants on which public conformance lists for ledgers agree. Each is a check over a fresh ledger. */
enum Invariant {
    /** Every entry debits one account and credits another with the same amount. */
    BALANCED(books -> {
        work(books);
        assertThat(books.journal()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.debit()).isNotEqualTo(line.credit());
            assertThat(line.pence()).isPositive();
        });
    }),
    /** What was written is neither changed nor removed. */
    APPEND_ONLY(books -> {
        books.give("a", 500);
        books.take("b", 100);
        assertThat(books.change(1, 600)).isFalse();
        assertThat(books.remove(2)).isFalse();
        assertThat(books.journal()).extracting(Line::pence).containsExactly(500L, 100L);
    }),
    /** Every entry holds the hash of the one before it and one over its own fields. */
    CHAIN(books -> {
        work(books);
        String previous = "0".repeat(64);
        for (Line line : books.journal()) {
            assertThat(line.previousHash()).isEqualTo(previous);
            assertThat(books.hashOf(line)).isEqualTo(line.hash());
            assertThat(books.hashOf(line.withPence(line.pence() + 1))).isNotEqualTo(line.hash());
            previous = line.hash();
        }
    }),
    /** The same act again, later too, moves nothing. */
    DUPLICATE_IS_NO_OP(books -> {
        books.give("a", 500);
        books.give("b", 300);
        books.take("c", 100);
        books.give("a", 500);
        assertThat(books.kept(Books.AVAILABLE)).isEqualTo(700);
        assertThat(books.journal()).hasSize(3);
    }),
    /** Sixty-four at once with one key are one. */
    CONCURRENT_DUPLICATES_COLLAPSE(books -> {
        books.give("first", 100);
        atOnce(64, i -> books.give("same", 500));
        assertThat(books.journal()).hasSize(2);
        assertThat(books.kept(Books.AVAILABLE)).isEqualTo(600);
    }),
    /** Five hundred credits of one account in parallel all count. */
    NO_LOST_UPDATE(books -> {
        atOnce(500, i -> books.give("credit " + i, 3));
        assertThat(books.kept(Books.AVAILABLE)).isEqualTo(1_500);
        assertThat(books.journal()).hasSize(500);
    }),
    /** Given = available + spent, after every step. */
    CONSERVATION(books -> {
        long[] takings = {700, 150_001, 60, 99_999};
        books.give("a", 400_000);
        for (long pence : takings) {
            books.take("t" + pence, pence);
            assertThat(books.kept(Books.GIVEN)).isEqualTo(books.kept(Books.AVAILABLE) + books.kept(Books.SPENT));
        }
        books.reverse("t60");
        assertThat(books.kept(Books.GIVEN)).isEqualTo(books.kept(Books.AVAILABLE) + books.kept(Books.SPENT));
    }),
    /** The balances kept are the sums of the journal. */
    BALANCE_IS_JOURNAL(books -> {
        books.give("a", 3_333);
        books.take("b", 1_111);
        books.take("c", 77);
        books.reverse("c");
        for (String account : List.of(Books.GIVEN, Books.AVAILABLE, Books.SPENT)) {
            long sum = 0;
            for (Line line : books.journal()) {
                sum += line.credit().equals(account) ? line.pence() : 0;
                sum -= line.debit().equals(account) ? line.pence() : 0;
            }
            assertThat(account.equals(Books.GIVEN) ? -sum : sum).as(account).isEqualTo(books.kept(account));
        }
    }),
    /** Many who drain an account at once never get more than it held. */
    NO_OVERDRAFT(books -> {
        books.give("a", 1_000);
        List<Told> told = atOnce(64, i -> books.take("drain " + i, 30));
        assertThat(told).filteredOn(Told.APPLIED::equals).hasSize(33);
        assertThat(books.kept(Books.AVAILABLE)).isEqualTo(10);
    }),
    /** Amounts stay exact to the penny, small ones in number and large ones beyond what floating point counts. */
    NO_PRECISION_DRIFT(books -> {
        long large = (1L << 53) + 1;
        books.give("large", large);
        for (int i = 0; i < 99; i++) {
            books.give("penny " + i, 1);
        }
        assertThat(books.kept(Books.AVAILABLE)).isEqualTo(large + 99);
        assertThat(books.rebuilt(Books.AVAILABLE)).isEqualTo(large + 99);
    }),
    /** Nothing but pence of sterling gets in. */
    CURRENCY_UNMIXED(books -> {
        assertThat(books.giveTyped("pounds", "£5")).isEqualTo(Told.APPLIED);
        for (String typed : List.of("€5", "$5", "5 EUR", "USD 5", "5.001", "1e3")) {
            assertThat(books.giveTyped(typed, typed)).as(typed).isEqualTo(Told.REFUSED);
        }
        assertThat(books.kept(Books.AVAILABLE)).isEqualTo(500);
    }),
    /** A mistake is put right by an entry that names it, once; the mistake stays to be read. */
    REVERSAL_NOT_DELETION(books -> {
        books.give("a", 500);
        books.take("b", 200);
        assertThat(books.reverse("b")).isEqualTo(Told.APPLIED);
        assertThat(books.reverse("b")).isEqualTo(Told.REFUSED);
        assertThat(books.kept(Books.AVAILABLE)).isEqualTo(500);
        assertThat(books.journal()).hasSize(3);
        assertThat(books.journal().get(1).pence()).isEqualTo(200);
        assertThat(books.journal().getLast().reverses())
                .isEqualTo(books.journal().get(1).key());
    }),
    /** The journal alone gives all balances back. */
    REBUILD(books -> {
        books.give("a", 900);
        books.take("b", 200);
        books.take("c", 50);
        books.reverse("b");
        for (String account : List.of(Books.GIVEN, Books.AVAILABLE, Books.SPENT)) {
            assertThat(books.rebuilt(account)).as(account).isEqualTo(books.kept(account));
        }
    }),
    /** Entries are numbered 1, 2, … in the order in which they were written, whatever was refused between them. */
    ORDER(books -> {
        books.give("a", 100);
        books.take("too much", 101);
        books.give("b", 100);
        books.take("c", 150);
        assertThat(books.journal()).extracting(Line::sequence).containsExactly(1L, 2L, 3L);
        assertThat(books.journal()).extracting(Line::pence).containsExactly(100L, 100L, 150L);
    }),
    /** Who repeats an act or is refused is not told that it was applied. */
    TOLD_THE_TRUTH(books -> {
        assertThat(books.give("a", 100)).isEqualTo(Told.APPLIED);
        assertThat(books.give("a", 100)).isEqualTo(Told.REPEATED);
        assertThat(books.give("a", 101)).isEqualTo(Told.REFUSED);
        assertThat(books.take("b", 500)).isEqualTo(Told.REFUSED);
        assertThat(books.take("b", 500)).isEqualTo(Told.REFUSED);
        assertThat(books.journal()).hasSize(1);
    });

    @SuppressWarnings("ImmutableEnumChecker") // a check without state
    private final Consumer<Books> check;

    Invariant(Consumer<Books> check) {
        this.check = check;
    }

    /** @throws AssertionError unless it holds */
    void check(Books fresh) {
        check.accept(fresh);
    }

    private static void work(Books books) {
        books.give("w1", 5_000);
        books.take("w2", 7);
        books.take("w3", 300);
        books.give("w4", 20);
    }

    private static List<Told> atOnce(int times, IntFunction<Told> act) {
        CountDownLatch start = new CountDownLatch(1);
        List<Told> told = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(Math.min(times, 64))) {
            List<Future<Told>> results = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                results.add(threads.submit(() -> {
                    start.await();
                    return act.apply(number);
                }));
            }
            start.countDown();
            for (Future<Told> result : results) {
                told.add(result.get());
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new AssertionError("one of many failed", failure);
        }
        return told;
    }
}
