package org.schoolcollab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside plans has to be what was added: in pieces of the database, in a folder. */
class ContentsTest {

    private static final String ID = "aa000000-0000-0000-0000-000000000001";
    private static final String HASH = Hash.ofBytes("one two three".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private final List<Row> rows = new ArrayList<>();

    @Test
    void piecesThatAddUpToTheirFileAreWithoutFault() {
        file("DATABASE");
        piece(0, "one ");
        piece(1, "two ");
        piece(2, "three");

        assertThat(reasons(null)).isEmpty();
    }

    @Test
    void piecesMayComeInAnyOrder() {
        file("DATABASE");
        piece(2, "three");
        piece(1, "two ");
        piece(0, "one ");

        assertThat(reasons(null)).isEmpty();
    }

    @Test
    void everyWayToTamperWithPiecesIsAFault() {
        file("DATABASE");
        assertThat(reasons(null)).containsExactly("its content is gone");
        piece(0, "one ");
        piece(2, "three");
        assertThat(reasons(null)).containsExactly("piece 1 of its content is gone");
        piece(1, "2 ");
        assertThat(reasons(null)).containsExactly("its content is not what was added");
        piece(1, "two ");
        assertThat(reasons(null)).containsExactly("piece 1 is there twice or does not belong there");
    }

    @Test
    void anEmptyPieceAndOneThatHoldsNoBytesAreFaults() {
        file("DATABASE");
        piece(0, "one two three");
        piece(1, "");
        assertThat(reasons(null)).containsExactly("piece 1 is empty");
        rows.removeLast();
        rows.add(row(1, "xyz"));
        assertThat(reasons(null)).containsExactly("piece 1 holds no bytes");
    }

    @Test
    void piecesOfNoFileAreAFault() {
        piece(0, "one two three");

        assertThat(reasons(null)).containsExactly("there are pieces of a file that is not there");
    }

    @Test
    void aFileOfAFolderIsReadFromThere() throws Exception {
        file("FOLDER");
        assertThat(reasons(folder)).singleElement().asString().contains("its content is gone", ID);
        write("one two three");
        assertThat(reasons(folder)).isEmpty();
        write("one two four!");
        assertThat(reasons(folder)).singleElement().asString().contains("its content is not what was added");
        write("one two three");
        piece(0, "one two three");
        assertThat(reasons(folder)).containsExactly("there are pieces of a file that lies in a folder");
    }

    @Test
    void filesOfAFolderThatWasNotNamedAreToldOf() {
        file("FOLDER");

        assertThat(reasons(null))
                .containsExactly("unread: not read, files that lie in a folder: 1; name it with --files DIR");
    }

    @Test
    void aFileThatCannotBeReadIsToldOfAndNoFault() throws Exception {
        file("FOLDER");
        Path file = folder.resolve("aa").resolve(ID);
        Files.createDirectories(file.getParent());
        // Even whoever may read everything cannot follow a link to itself.
        Files.createSymbolicLink(file, file);

        assertThat(reasons(folder)).singleElement().asString().startsWith("unread: not read, its content: ");
    }

    @Test
    void aFolderInThePlaceOfAFileIsAFault() throws Exception {
        file("FOLDER");
        Files.createDirectories(folder.resolve("aa").resolve(ID));

        assertThat(reasons(folder)).singleElement().asString().startsWith("its content is gone");
    }

    @Test
    void aDumpGivesPiecesAsItsBytes() throws Exception {
        List<Row> read = new ArrayList<>();
        StringBuilder dump = new StringBuilder();
        Verification.TABLES.forEach((table, columns) -> dump.append("CREATE TABLE `")
                .append(table)
                .append("` (`")
                .append(String.join("` text, `", columns))
                .append("` text);\n"));
        dump.append("INSERT INTO bid_attachment_piece VALUES ('x',0,_binary 'o\\'e'),('x',1,0x6F);\n");
        DumpRows.read(new java.io.ByteArrayInputStream(dump.toString().getBytes(StandardCharsets.UTF_8)), read::add);

        assertThat(read).extracting(row -> row.text("content")).containsExactly("6f2765", "6f");
    }

    private void write(String content) throws IOException {
        Path file = folder.resolve("aa").resolve(ID);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void file(String place) {
        rows.add(new Row(Contents.FILES, List.of("id", "sha256", "place"), List.of(ID, HASH, place)));
    }

    private void piece(int number, String content) {
        rows.add(row(number, HexFormat.of().formatHex(content.getBytes(StandardCharsets.UTF_8))));
    }

    private static Row row(int number, String digits) {
        return new Row(
                Contents.PIECES,
                List.of("attachment_id", "number", "content"),
                List.of(ID, Integer.toString(number), digits));
    }

    private List<String> reasons(@Nullable Path files) {
        Contents contents = new Contents(files);
        rows.forEach(row -> {
            if (row.table().equals(Contents.FILES)) {
                contents.file(row);
            } else {
                contents.piece(row);
            }
        });
        List<String> reasons = new ArrayList<>();
        contents.check(fault -> reasons.add(fault.reason()), fault -> reasons.add("unread: " + fault.reason()));
        return reasons;
    }
}
