package org.schoolcollab.ledger.invariant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;

/** The smallest ledger in memory that holds every invariant; {@link Defect}s break one each by overriding one step. */
class SmallBooks implements Books {

    final ReentrantLock lock = new ReentrantLock();
    final Map<String, Long> kept = new HashMap<>();
    final List<Line> lines = new ArrayList<>();
    final Map<String, String> keys = new HashMap<>();

    @Override
    public Told give(String key, long pence) {
        return post(key, GIVEN, AVAILABLE, pence, null);
    }

    @Override
    public Told giveTyped(String key, String typed) {
        try {
            return give(key, parse(typed));
        } catch (InvalidMoney refused) {
            return Told.REFUSED;
        }
    }

    long parse(String typed) {
        return Money.parse(typed).pence();
    }

    @Override
    public Told take(String key, long pence) {
        return post(key, AVAILABLE, SPENT, pence, null);
    }

    @Override
    public Told reverse(String keyOfTaking) {
        Line taking = lines.stream()
                .filter(line -> line.key().equals(keyOfTaking))
                .findFirst()
                .orElseThrow();
        boolean before = lines.stream().anyMatch(line -> keyOfTaking.equals(line.reverses()));
        return before ? Told.REFUSED : post("reverse " + keyOfTaking, SPENT, AVAILABLE, taking.pence(), keyOfTaking);
    }

    Told post(String key, String debit, String credit, long pence, @Nullable String reverses) {
        lock.lock();
        try {
            String act = debit + credit + pence;
            String before = known(key);
            if (before != null) {
                return before.equals(act) ? repeated() : Told.REFUSED;
            }
            if (debit.equals(AVAILABLE) && kept(AVAILABLE) < pence) {
                refused();
                return Told.REFUSED;
            }
            apply(key, debit, credit, pence, reverses);
            keys.put(key, act);
            return Told.APPLIED;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    String known(String key) {
        return keys.get(key);
    }

    Told repeated() {
        return Told.REPEATED;
    }

    void refused() {}

    void apply(String key, String debit, String credit, long pence, @Nullable String reverses) {
        keep(debit, debit.equals(GIVEN) ? pence : -pence);
        keep(credit, pence);
        write(key, debit, credit, pence, reverses);
    }

    void keep(String account, long change) {
        kept.merge(account, change, Long::sum);
    }

    void write(String key, String debit, String credit, long pence, @Nullable String reverses) {
        String previous = lines.isEmpty() ? "0".repeat(64) : lines.getLast().hash();
        Line line = new Line(nextSequence(), key, debit, credit, pence, reverses, previous, "");
        lines.add(new Line(line.sequence(), key, debit, credit, pence, reverses, previous, hashOf(line)));
    }

    long nextSequence() {
        return lines.size() + 1L;
    }

    @Override
    public long kept(String account) {
        return kept.getOrDefault(account, 0L);
    }

    @Override
    public List<Line> journal() {
        return List.copyOf(lines);
    }

    @Override
    public String hashOf(Line line) {
        return sha256(hashed(line));
    }

    String hashed(Line line) {
        return String.join(
                "|",
                line.previousHash(),
                Long.toString(line.sequence()),
                line.key(),
                line.debit(),
                line.credit(),
                Long.toString(line.pence()),
                String.valueOf(line.reverses()));
    }

    @Override
    public boolean change(long sequence, long pence) {
        return false;
    }

    @Override
    public boolean remove(long sequence) {
        return false;
    }

    @Override
    public long rebuilt(String account) {
        long sum = 0;
        for (Line line : lines) {
            sum += counted(line) && line.credit().equals(account) ? line.pence() : 0;
            sum -= counted(line) && line.debit().equals(account) ? line.pence() : 0;
        }
        return account.equals(GIVEN) ? -sum : sum;
    }

    boolean counted(Line line) {
        return true;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
