package org.schoolcollab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aDumpWithoutFaultsEndsWithTheCountsAndZero() throws Exception {
        assertThat(run("verify", "--dump", dump("INSERT INTO audit_register VALUES (1,0,'" + Hash.START + "');")))
                .isZero();
        assertThat(printed()).isEqualTo("0 records, 0 chains, 0 faults\n");
    }

    @Test
    void aFaultIsALineOfItsOwnAndOne() throws Exception {
        assertThat(run("verify", "--dump", dump("INSERT INTO audit_chain VALUES ('bid:1',3,'h','i');")))
                .isEqualTo(1);
        assertThat(printed()).isEqualTo("""
                        audit_chain  bid:1  3  there is a last link but no record
                        audit_register  -  -  the register of streams has not exactly one last link
                        0 records, 0 chains, 2 faults
                        """);
    }

    @Test
    void theFolderOfFilesIsNamedBesideWhereTheRowsAre() throws Exception {
        String register = "INSERT INTO audit_register VALUES (1,0,'" + Hash.START + "');";

        assertThat(run("verify", "--files", folder.toString(), "--dump", dump(register)))
                .isZero();
        assertThat(run("verify", "--dump", dump(register), "--files", folder.toString()))
                .isZero();
    }

    @Test
    void whatWasNotReadIsALineOfItsOwnAndTwo() {
        Fault unread = new Fault("bid_attachment", "", 0, "not read");
        Fault wrong = new Fault("bid_attachment", "1", 0, "changed");
        PrintStream to = new PrintStream(out, true);

        assertThat(VerifyCommand.print(new Verification.Report(7, 2, List.of(), List.of(unread)), to))
                .isEqualTo(2);
        assertThat(printed())
                .isEqualTo("bid_attachment  -  -  not read\n7 records, 2 chains, 0 faults, not everything was read\n");
        assertThat(VerifyCommand.print(new Verification.Report(7, 2, List.of(wrong), List.of(unread)), to))
                .as("a fault is a fault whatever else was not read")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check",
                "verify --dump",
                "verify --dump /there/is/no/such/file",
                "verify --nonsense x",
                "verify --dump a b",
                "verify --files",
                "verify --files /there/is/no/such/folder",
                "verify --dump a --home b",
                "verify --db jdbc:mysql://user:secret@host/db",
                "verify --db jdbc:mariadb://127.0.0.1:1/portal?user=x&password=secret",
                "verify --home /there/is/no/such/folder"
            })
    void whatCannotBeReadIsOneSentenceAndTwo(String words) {
        assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).strip().lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("secret", "Exception");
    }

    private String dump(String insert) throws IOException {
        StringBuilder sql = new StringBuilder();
        Verification.TABLES.forEach((table, columns) -> sql.append("CREATE TABLE `")
                .append(table)
                .append("` (`")
                .append(String.join("` text, `", columns))
                .append("` text);\n"));
        Path file = folder.resolve("dump.sql");
        Files.writeString(file, sql + insert);
        return file.toString();
    }

    private int run(String... words) {
        VerifyCommand.HomeDatabase none = (home, reader) -> {
            throw new CannotRead("There is no database of the portal in " + home + ".");
        };
        return VerifyCommand.run(
                List.of(words), Map.of(), none, new PrintStream(out, true), new PrintStream(err, true));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
