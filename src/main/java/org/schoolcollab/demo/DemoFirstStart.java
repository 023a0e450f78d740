package org.schoolcollab.demo;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds the third round, the fictional schools, the demo people and planned meetings: all in one transaction, once. */
@Component
@Profile("demo")
class DemoFirstStart {

    static final String ROUND = "2014/15";

    private final JdbcClient jdbc;
    private final RoundRegister rounds;
    private final DemoSchools schools;
    private final DemoPeople people;
    private final DemoMeetings meetings;
    private final AuditTrail audit;
    private final PortalClock clock;

    DemoFirstStart(
            JdbcClient jdbc,
            RoundRegister rounds,
            DemoSchools schools,
            DemoPeople people,
            DemoMeetings meetings,
            AuditTrail audit,
            PortalClock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.schools = schools;
        this.people = people;
        this.meetings = meetings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether anything was added now */
    @Transactional
    public boolean load() {
        boolean mine = jdbc.sql("insert ignore into demo_load (name, loaded_at) values ('demo', ?)")
                        .param(Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (!mine) {
            return false;
        }
        if (!rounds.has(ROUND)) {
            addRound();
        }
        int addedSchools = schools.add();
        int addedPeople = people.add();
        int addedMeetings = meetings.add();
        audit.record(Act.on("demo", "demo", "demo.loaded", "")
                .with("round", ROUND)
                .with("schools", addedSchools)
                .with("people", addedPeople)
                .with("meetings", addedMeetings));
        return true;
    }

    private void addRound() {
        rounds.add(
                new Round(
                        RoundRegister.idOf(ROUND),
                        ROUND,
                        Round.Status.OPEN,
                        LocalDate.of(2014, 6, 2),
                        LocalDate.of(2014, 7, 18),
                        Money.ofPounds(7_000),
                        Money.ofPounds(12_000),
                        50,
                        60,
                        true,
                        LocalDate.of(2015, 3, 1),
                        LocalDate.of(2015, 3, 31),
                        LocalDate.of(2015, 10, 1),
                        LocalDate.of(2015, 10, 31)),
                Arrays.stream(Area.values()).collect(Collectors.toMap(Area::name, area -> Money.ofPounds(400_000))));
    }
}
