package org.schoolcollab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpRowsTest {

    private static final String HEAD = """
            /*M!999999\\- enable the sandbox mode */
            -- MariaDB dump; it's a comment with an apostrophe
            /*!40101 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
            DROP TABLE IF EXISTS `other`;
            CREATE TABLE `other` (
              `text` longtext DEFAULT '; insert (`it''s`' COMMENT 'a \\' quote',
              PRIMARY KEY (`text`)
            ) ENGINE=InnoDB;
            INSERT INTO `other` VALUES
            ('INSERT INTO `audit_register` VALUES (1,1,\\'x\\');'),
            (_binary '\\0\\'\\\\'),(0x00FF);
            """;
    private static final String REGISTER = """
            CREATE TABLE `audit_register` (
              `id` int(11) NOT NULL,
              `hash` char(64) NOT NULL COMMENT 'a,`b` (c)',
              `streams` bigint(20) NOT NULL,
              PRIMARY KEY (`id`),
              CONSTRAINT `ck_audit_register_one` CHECK (`id` = 1)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
            """;

    @TempDir
    Path folder;

    @Test
    void readsRowsByTheNamesOfTheTablesDefinition() throws Exception {
        List<Row> rows =
                read(HEAD + REGISTER + "INSERT INTO `audit_register` VALUES\n(1,'a''b\\n\\\\c é',-7),\n(2,NULL,0);\n"
                        + rest("audit_register"));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text("hash")).isEqualTo("a'b\n\\c é");
        assertThat(rows.getFirst().number("streams")).isEqualTo(-7);
        assertThat(rows.getLast().find("hash")).isNull();
    }

    @Test
    void readsRowsByTheNamesOfTheInsert() throws Exception {
        List<Row> rows =
                read("INSERT INTO `portal`.`audit_register` (`streams`, `hash`, `id`, `more`) VALUES (3,'h',1,x'00');\n"
                        + rest("audit_register"));

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number("streams")).isEqualTo(3);
    }

    @Test
    void passesOverTriggersWithTheirOwnDelimiter() throws Exception {
        List<Row> rows = read(HEAD + REGISTER + """
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50017 DEFINER=`o`@`%`*/ /*!50003 trigger t before update on x for each row
                    signal sqlstate '45000' set message_text = 'don\\'t; INSERT INTO `audit_register` VALUES (9,'''',9);' */;;
                CREATE TRIGGER u BEFORE UPDATE ON x FOR EACH ROW BEGIN INSERT INTO y VALUES (1); END ;;
                DELIMITER ;
                INSERT INTO `audit_register` VALUES (1,'h',0);
                """ + rest("audit_register"));

        assertThat(rows).hasSize(1);
    }

    @Test
    void readsAGzippedFile() throws Exception {
        Path file = folder.resolve("dump.sql.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEAD + REGISTER + "INSERT INTO `audit_register` VALUES (1,'h',0);\n" + rest("audit_register"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        List<Row> rows = new ArrayList<>();

        DumpRows.read(file, rows::add);

        assertThat(rows).hasSize(1);
    }

    @Test
    void takesTheHashOfBytesForThemHoweverTheyAreWritten() throws Exception {
        String into =
                "INSERT INTO ledger_paid_file (number, name, sha256, content, line_count, loaded_by, loaded_at) VALUES ";
        List<Row> rows = read(rest("ledger_paid_file") + into
                + "(1,'a','b',_binary '\\0\\'x',2,'c','d'),(1,'a','b',0x002778,2,'c','d'),"
                + "(1,'a','b',NULL,2,'c','d');\n");

        assertThat(rows.getFirst().text("content")).isEqualTo(Hash.ofBytes(new byte[] {0, '\'', 'x'}));
        assertThat(rows.get(1)).isEqualTo(rows.getFirst());
        assertThat(rows.getLast().find("content")).isNull();
    }

    @Test
    void saysThatADumpIsCutOff() {
        assertThatThrownBy(() -> read(HEAD + REGISTER + "INSERT INTO `audit_register` VALUES (1,'h"))
                .isInstanceOf(CannotRead.class)
                .hasMessageContaining("it is not whole");
    }

    @Test
    void saysWhichTableIsMissing() {
        assertThatThrownBy(() -> read("SELECT 1;\n" + rest("board_vote")))
                .isInstanceOf(CannotRead.class)
                .hasMessageContaining("board_vote");
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThatThrownBy(() -> read("INSERT INTO audit_register (id, hash) VALUES (1, 'h');"))
                .isInstanceOf(CannotRead.class)
                .hasMessageContaining("no column streams");
    }

    @Test
    void saysThatARowHasTooFewValues() {
        assertThatThrownBy(() -> read(REGISTER + "INSERT INTO audit_register VALUES (1, 'h');"))
                .isInstanceOf(CannotRead.class)
                .hasMessageContaining("2 values for 3 columns");
    }

    @Test
    void takesWhatIsNoDumpForOneThatIsNotThePortals() {
        assertThatThrownBy(() -> read("\0\1\2 no SQL at all")).isInstanceOf(CannotRead.class);
        assertThatThrownBy(() -> DumpRows.read(folder, row -> {}))
                .isInstanceOf(CannotRead.class)
                .hasMessageContaining("There is no file");
    }

    /** Definitions of all other tables. */
    private static String rest(String but) {
        StringBuilder sql = new StringBuilder();
        Verification.TABLES.forEach((table, columns) -> {
            if (!table.equals(but)) {
                sql.append("CREATE TABLE `").append(table).append("` (");
                columns.forEach(column -> sql.append('`').append(column).append("` text,"));
                sql.append("PRIMARY KEY (`").append(columns.getFirst()).append("`));\n");
            }
        });
        return sql.toString();
    }

    private static List<Row> read(String dump) throws IOException {
        List<Row> rows = new ArrayList<>();
        DumpRows.read(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)), rows::add);
        return rows;
    }
}
