package org.schoolcollab.workflow.publish;

import java.util.HashMap;
import java.util.Map;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where bids under way stand, read from the engine's tables in one query; checks nobody. */
@Component
public class Standing {

    private final JdbcClient jdbc;

    Standing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Bids under way on a version, by the id of the step they stand at. A bid counts once at a step that several people do at once.
     *
     * @return empty where no bid is under way on it
     */
    public Map<String, Integer> of(DeployedDefinitions.Version version) {
        Map<String, Integer> standing = new HashMap<>();
        jdbc.sql("""
                        select a.ACT_ID_, count(distinct a.PROC_INST_ID_) from ACT_RU_ACTINST a
                          join ACT_RU_EXECUTION p on p.ID_ = a.PROC_INST_ID_
                        where p.PROC_DEF_ID_ = ? and a.END_TIME_ is null
                          and a.ACT_TYPE_ in ('userTask', 'callActivity', 'intermediateCatchEvent')
                        group by a.ACT_ID_""").param(version.id()).query(row -> {
            standing.put(row.getString(1), row.getInt(2));
        });
        return standing;
    }

    /** How many instances run on a version. */
    public int on(DeployedDefinitions.Version version) {
        return jdbc.sql("select count(*) from ACT_RU_EXECUTION where PROC_DEF_ID_ = ? and ID_ = PROC_INST_ID_")
                .param(version.id())
                .query(Integer.class)
                .single();
    }

    /** How many instances run, by the id of the version. */
    public Map<String, Integer> byVersion() {
        Map<String, Integer> running = new HashMap<>();
        jdbc.sql("select PROC_DEF_ID_, count(*) from ACT_RU_EXECUTION where ID_ = PROC_INST_ID_ group by PROC_DEF_ID_")
                .query(row -> {
                    running.put(row.getString(1), row.getInt(2));
                });
        return running;
    }
}
