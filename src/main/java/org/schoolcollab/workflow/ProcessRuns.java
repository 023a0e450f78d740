package org.schoolcollab.workflow;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flowable.common.engine.impl.db.SuspensionState;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.gate.Outline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How processes run: how long steps take, and which bids are under way. */
@UseCase
public class ProcessRuns {

    /**
     * How long a step took, over all times it was done on a version.
     *
     * @param times how often it was done
     * @param median half of the times took no longer
     * @param most nine of ten times took no longer
     */
    public record StepTime(String step, String name, int times, Duration median, Duration most) {}

    /** The most bids that {@link #underWay} answers. */
    public static final int SHOWN_AT_MOST = 200;

    /**
     * A bid under way.
     *
     * @param steps names of the steps where it stands
     * @param since when this process of it began
     */
    public record UnderWay(BidId bid, String collaborationName, List<String> steps, Instant since, boolean paused) {}

    private final JdbcClient jdbc;
    private final DeployedDefinitions definitions;

    ProcessRuns(JdbcClient jdbc, DeployedDefinitions definitions) {
        this.jdbc = jdbc;
        this.definitions = definitions;
    }

    /**
     * How long the steps of a version took, in the order of the process; steps never done are left out.
     *
     * @throws NotFound if there is no such version
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<StepTime> durations(String key, int version) {
        DeployedDefinitions.Version found = definitions.version(key, version);
        Map<String, List<Long>> taken = new LinkedHashMap<>();
        jdbc.sql("""
                        select ACT_ID_, DURATION_ from ACT_HI_ACTINST
                        where PROC_DEF_ID_ = ? and END_TIME_ is not null and DURATION_ is not null
                          and ACT_TYPE_ in ('userTask', 'callActivity', 'intermediateCatchEvent') order by ACT_ID_, DURATION_""").param(found.id()).query(row -> {
            taken.computeIfAbsent(row.getString(1), none -> new ArrayList<>()).add(row.getLong(2));
        });
        Outline outline = Outline.of(definitions.bpmn(found).getBytes(StandardCharsets.UTF_8));
        return outline.steps().values().stream()
                .filter(step -> taken.containsKey(step.id()))
                .map(step -> time(step, taken.getOrDefault(step.id(), List.of())))
                .toList();
    }

    private static StepTime time(Outline.Step step, List<Long> sorted) {
        return new StepTime(step.id(), step.label(), sorted.size(), at(sorted, 50), at(sorted, 90));
    }

    /** The value that this share of all, in percent, does not exceed. */
    static Duration at(List<Long> sorted, int percent) {
        int index = Math.ceilDiv(sorted.size() * percent, 100) - 1;
        return Duration.ofMillis(sorted.get(Math.max(0, index)));
    }

    /** Bids under way on a version by name, at most {@value #SHOWN_AT_MOST} of them. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<UnderWay> underWay(String key, int version) {
        DeployedDefinitions.Version found = definitions.version(key, version);
        Outline outline = Outline.of(definitions.bpmn(found).getBytes(StandardCharsets.UTF_8));
        return jdbc.sql("""
                        select e.BUSINESS_KEY_, c.name, max(e.START_TIME_), max(e.SUSPENSION_STATE_),
                          group_concat(distinct a.ACT_ID_ order by a.ACT_ID_ separator ' ')
                        from ACT_RU_EXECUTION e join bid_bid b on b.id = e.BUSINESS_KEY_
                          join collaboration_collaboration c on c.id = b.collaboration_id
                          left join ACT_RU_ACTINST a on a.PROC_INST_ID_ = e.ID_ and a.END_TIME_ is null
                            and a.ACT_TYPE_ in ('userTask', 'callActivity', 'intermediateCatchEvent')
                        where e.PROC_DEF_ID_ = ? and e.ID_ = e.PROC_INST_ID_
                        group by e.ID_, e.BUSINESS_KEY_, c.name order by c.name, e.ID_ limit ?""")
                .params(found.id(), SHOWN_AT_MOST)
                .query((row, n) -> new UnderWay(
                        BidId.of(row.getString(1)),
                        row.getString(2),
                        row.getString(5) == null
                                ? List.of()
                                : Stream.of(row.getString(5).split(" "))
                                        .map(outline::label)
                                        .toList(),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4) == SuspensionState.SUSPENDED.getStateCode()))
                .list();
    }
}
