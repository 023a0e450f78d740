package org.schoolcollab.board.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import org.schoolcollab.board.BoardRules;
import org.schoolcollab.board.CountingRule;
import org.schoolcollab.board.Majority;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the rules of the boards are kept; a board that has set none decides by the standard. */
@Component
public class RulesOfBoards {

    private final JdbcClient jdbc;

    RulesOfBoards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public BoardRules of(String areaCode) {
        return jdbc.sql("select * from board_rules where area_code = ?")
                .param(areaCode)
                .query(RulesOfBoards::row)
                .optional()
                .orElseGet(() -> BoardRules.standard(areaCode));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(BoardRules rules, PersonId by, Instant now) {
        PersonId vice = rules.viceChair();
        jdbc.sql("""
                        insert into board_rules (area_code, quorum_percent, fewest, majority, vice_chair_id, pass_to, changed_by,
                          changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update quorum_percent = value(quorum_percent), fewest = value(fewest),
                          majority = value(majority), vice_chair_id = value(vice_chair_id), pass_to = value(pass_to),
                          changed_by = value(changed_by), changed_at = value(changed_at)""")
                .params(Arrays.asList(
                        rules.areaCode(),
                        rules.counting().quorumPercent(),
                        rules.counting().fewest(),
                        rules.counting().majority().name(),
                        vice == null ? null : vice.toString(),
                        rules.passTo(),
                        by.toString(),
                        Timestamp.from(now)))
                .update();
    }

    private static BoardRules row(ResultSet row, int n) throws SQLException {
        String vice = row.getString("vice_chair_id");
        return new BoardRules(
                row.getString("area_code"),
                new CountingRule(
                        row.getInt("quorum_percent"),
                        row.getInt("fewest"),
                        Majority.valueOf(row.getString("majority"))),
                vice == null ? null : PersonId.of(vice),
                row.getString("pass_to"));
    }
}
