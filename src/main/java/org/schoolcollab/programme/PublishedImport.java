package org.schoolcollab.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.collaboration.CollaborationRegister;
import org.schoolcollab.collaboration.Continuing;
import org.schoolcollab.establishment.EstablishmentRegister;
import org.schoolcollab.programme.published.AttainmentChange;
import org.schoolcollab.programme.published.FundingLine;
import org.schoolcollab.programme.published.Profile;
import org.schoolcollab.programme.published.PublishedTables;
import org.schoolcollab.programme.published.Refusal;
import org.schoolcollab.programme.published.TableSource;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the published tables into an empty portal: all of them in one transaction, or nothing. Loading again changes nothing, also
 * when two portals start on one database at once.
 */
@Component
public class PublishedImport {

    private static final String NAME = "published";
    private static final int FROM_YEAR = 2012;
    private static final int TO_YEAR = 2013;

    private final JdbcTemplate jdbc;
    private final EstablishmentRegister establishments;
    private final CollaborationRegister collaborations;
    private final RoundRegister rounds;
    private final AuditTrail audit;
    private final PortalClock clock;

    PublishedImport(
            JdbcTemplate jdbc,
            EstablishmentRegister establishments,
            CollaborationRegister collaborations,
            RoundRegister rounds,
            AuditTrail audit,
            PortalClock clock) {
        this.jdbc = jdbc;
        this.establishments = establishments;
        this.collaborations = collaborations;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Loads the tables that come with the portal.
     *
     * @return whether anything was loaded now
     * @throws IllegalStateException naming every refused line, with nothing loaded
     */
    @Transactional
    public boolean load() {
        return load(TableSource.shipped());
    }

    /** Like {@link #load()}, from tables elsewhere. */
    @Transactional
    boolean load(TableSource source) {
        // The row is the lock: a second portal waits here for the first one's commit and then finds the work done.
        boolean mine = jdbc.update(
                        "insert ignore into programme_import (name, sha256, loaded_at) values (?, ?, ?)",
                        NAME,
                        sha256(source),
                        Timestamp.from(clock.instant()))
                == 1;
        if (!mine) {
            return false;
        }
        PublishedTables tables = PublishedTables.read(source);
        if (!tables.refusals().isEmpty()) {
            throw new IllegalStateException("The published tables were not loaded. "
                    + tables.refusals().stream().map(Refusal::toString).collect(Collectors.joining("; ")));
        }
        establishments.addGeography();
        addRounds();
        Map<String, CollaborationId> ids = addCollaborations(tables);
        addFunding(tables, ids);
        addAttainment(tables, ids);
        audit.record(Act.on("programme", NAME, "programme.published.loaded", "")
                .with("collaborations", tables.profiles().size())
                .with("fundingLines", tables.funding().size())
                .with("attainmentChanges", tables.attainment().size()));
        return true;
    }

    /** The two rounds of the report: bids are over, no envelope is known, only what was paid. */
    private void addRounds() {
        PublishedTables.ROUND_COLUMNS
                .keySet()
                .forEach(name -> rounds.add(
                        new Round(
                                RoundRegister.idOf(name),
                                name,
                                Round.Status.CLOSED,
                                null,
                                null,
                                Money.ofPounds(7_000),
                                Money.ofPounds(12_000),
                                0,
                                100,
                                false,
                                null,
                                null,
                                null,
                                null),
                        Map.of()));
    }

    private Map<String, CollaborationId> addCollaborations(PublishedTables tables) {
        Map<String, FundingLine> lineOf = new HashMap<>();
        tables.funding().forEach(line -> {
            if (line.collaboration() != null) {
                lineOf.put(line.collaboration(), line);
            }
        });
        Map<String, CollaborationId> ids = new HashMap<>();
        for (Profile profile : tables.profiles()) {
            FundingLine line = lineOf.get(profile.name());
            CollaborationId id = line == null || line.district() == null
                    ? collaborations.add(profile.slug(), profile.name(), null, null, Continuing.NA)
                    : collaborations.add(
                            profile.slug(),
                            profile.name(),
                            line.district().area().name(),
                            line.district().code(),
                            line.continuing());
            ids.put(profile.name(), id);
            jdbc.update(
                    "insert into programme_published_profile values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id.toString(),
                    profile.number(),
                    profile.schools(),
                    profile.outstanding(),
                    profile.good(),
                    profile.requiresImprovement(),
                    profile.inadequate(),
                    profile.notInspected(),
                    profile.goodOrBetterTenths(),
                    PublishedTables.OFSTED,
                    profile.line());
        }
        tables.variants().forEach((printed, name) -> {
            CollaborationId id = ids.get(name);
            if (id != null) {
                collaborations.addName(id, printed, "Report to the Schools Funding Forum, §18");
            }
        });
        return ids;
    }

    private void addFunding(PublishedTables tables, Map<String, CollaborationId> ids) {
        List<Object[]> rows = new ArrayList<>();
        for (FundingLine line : tables.funding()) {
            line.money()
                    .forEach((round, money) -> rows.add(new Object[] {
                        stable("funding:" + round + ":" + line.line()),
                        RoundRegister.idOf(round).toString(),
                        line.area() == null ? null : line.area().name(),
                        line.district() == null ? null : line.district().code(),
                        line.collaboration() == null ? null : id(ids, line.collaboration()),
                        line.name(),
                        money.pence(),
                        line.continuing().name(),
                        PublishedTables.FUNDING,
                        line.line()
                    }));
        }
        jdbc.batchUpdate("""
                insert into programme_funding_line (id, round_id, area_code, district_code, collaboration_id, line_name, pence,
                  continuing, source_file, source_line)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    private void addAttainment(PublishedTables tables, Map<String, CollaborationId> ids) {
        List<Object[]> rows = new ArrayList<>();
        for (AttainmentChange change : tables.attainment()) {
            change.points()
                    .forEach((measure, points) -> rows.add(new Object[] {
                        id(ids, change.collaboration()),
                        measure.name(),
                        FROM_YEAR,
                        TO_YEAR,
                        points,
                        PublishedTables.ATTAINMENT,
                        change.line()
                    }));
        }
        jdbc.batchUpdate("insert into programme_attainment_change values (?, ?, ?, ?, ?, ?, ?)", rows);
    }

    private static String id(Map<String, CollaborationId> ids, String name) {
        return Objects.requireNonNull(ids.get(name)).toString();
    }

    private static String stable(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String sha256(TableSource source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : List.of(PublishedTables.OFSTED, PublishedTables.FUNDING, PublishedTables.ATTAINMENT)) {
                source.read(file).ifPresent(digest::update);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException failure) {
            throw failure instanceof IOException io
                    ? new UncheckedIOException(io)
                    : new IllegalStateException("every Java has SHA-256", failure);
        }
    }
}
