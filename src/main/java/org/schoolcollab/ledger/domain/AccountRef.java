package org.schoolcollab.ledger.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.Account;

/** One account of an envelope: its kind and, where there are several of that kind, the award and the school. */
public record AccountRef(
        Account kind, @Nullable UUID award, @Nullable UUID school) {

    public static final AccountRef GRANT = of(Account.GRANT);
    public static final AccountRef AVAILABLE = of(Account.AVAILABLE);
    public static final AccountRef HELD = of(Account.HELD);
    public static final AccountRef SPENT = of(Account.SPENT);
    public static final AccountRef LAPSED = of(Account.LAPSED);
    public static final AccountRef MATCH = of(Account.MATCH);

    public AccountRef {
        if (kind.ofAward() != (award != null) || kind.ofSchool() != (school != null)) {
            throw new IllegalArgumentException("not an account: " + kind + " " + award + " " + school);
        }
    }

    private static AccountRef of(Account kind) {
        return new AccountRef(kind, null, null);
    }

    public static AccountRef committed(UUID award) {
        return new AccountRef(Account.COMMITTED, award, null);
    }

    public static AccountRef released(UUID award, UUID school) {
        return new AccountRef(Account.RELEASED, award, school);
    }

    public static AccountRef pledged(UUID award, UUID school) {
        return new AccountRef(Account.PLEDGED, award, school);
    }

    public static AccountRef evidenced(UUID award, UUID school) {
        return new AccountRef(Account.EVIDENCED, award, school);
    }
}
