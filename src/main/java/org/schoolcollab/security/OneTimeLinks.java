package org.schoolcollab.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that work once within a day. Only the hash of a link's secret is stored: who reads the database cannot use it. */
@Component
public class OneTimeLinks {

    public static final Duration VALID_FOR = Duration.ofHours(24);

    private static final int SECRET_BYTES = 32;

    /** What a link is for. */
    public enum Purpose {
        FIRST_ADMINISTRATOR,
        CHOOSE_PASSWORD
    }

    private final JdbcClient jdbc;
    private final PortalClock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a new link; earlier unused ones for the same purpose and person work no more. Returns the secret part of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(Purpose purpose, @Nullable PersonId person) {
        String personId = person == null ? null : person.toString();
        jdbc.sql("delete from security_one_time_link where purpose = ? and person_id <=> ? and used_at is null")
                .params(Arrays.asList(purpose.name(), personId))
                .update();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into security_one_time_link (token_hash, purpose, person_id, created_at, expires_at)
                        values (?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        hash(token),
                        purpose.name(),
                        personId,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(VALID_FOR))))
                .update();
        return token;
    }

    /** Whether the link would still work. Looking uses nothing up. */
    @Transactional(readOnly = true)
    public boolean works(Purpose purpose, String token) {
        return jdbc.sql("""
                        select count(*) from security_one_time_link
                        where token_hash = ? and purpose = ? and used_at is null and expires_at > ?""")
                        .params(hash(token), purpose.name(), Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /**
     * Uses the link up.
     *
     * @return whom it was made for, empty where for nobody in particular
     * @throws LinkDoesNotWork if it is unknown, used or too old
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PersonId> use(Purpose purpose, String token) {
        Timestamp now = Timestamp.from(clock.instant());
        int used = jdbc.sql("""
                        update security_one_time_link set used_at = ?
                        where token_hash = ? and purpose = ? and used_at is null and expires_at > ?""").params(now, hash(token), purpose.name(), now).update();
        if (used != 1) {
            throw new LinkDoesNotWork();
        }
        return jdbc.sql("select person_id from security_one_time_link where token_hash = ? and person_id is not null")
                .param(hash(token))
                .query(String.class)
                .optional()
                .map(PersonId::of);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
