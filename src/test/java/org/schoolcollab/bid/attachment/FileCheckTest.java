package org.schoolcollab.bid.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.schoolcollab.bid.attachment.SampleFiles.docx;
import static org.schoolcollab.bid.attachment.SampleFiles.external;
import static org.schoolcollab.bid.attachment.SampleFiles.latin1;
import static org.schoolcollab.bid.attachment.SampleFiles.ods;
import static org.schoolcollab.bid.attachment.SampleFiles.odt;
import static org.schoolcollab.bid.attachment.SampleFiles.packed;
import static org.schoolcollab.bid.attachment.SampleFiles.pdf;
import static org.schoolcollab.bid.attachment.SampleFiles.picture;
import static org.schoolcollab.bid.attachment.SampleFiles.pngOf;
import static org.schoolcollab.bid.attachment.SampleFiles.utf8;
import static org.schoolcollab.bid.attachment.SampleFiles.xlsx;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.attachment.FileCheck.Checked;
import org.schoolcollab.bid.attachment.FileRefused.Reason;
import org.schoolcollab.bid.attachment.SampleFiles.Archive;

/** Every kind of file is taken as its programs make it; what is hostile is refused within a second and in bounded memory. */
class FileCheckTest {

    private static final long MOST_MEMORY = 64L * 1024 * 1024;
    private static final Duration MOST_TIME = Duration.ofSeconds(1);
    private static final int MEGA = 1024 * 1024;

    @TempDir
    static Path folder;

    /** Made when its turn comes, so that no more than one lies in memory. */
    interface Maker {
        byte[] bytes() throws IOException;
    }

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                good("Plan.pdf", FileKind.PDF, () -> pdf("<< /Font << /JSans 4 0 R >> >>")),
                good("Packed.PDF", FileKind.PDF, () -> pdf(packed(utf8("3 0 << /Type /Page /Contents 9 0 R >>")))),
                good("Plan – schools’ money.docx", FileKind.DOCX, () -> docx().bytes()),
                good("Budget.xlsx", FileKind.XLSX, () -> xlsx().bytes()),
                good(
                        "Chart.docx",
                        FileKind.DOCX,
                        () -> docx().with("word/embeddings/chart.xlsx", xlsx().bytes())
                                .bytes()),
                good(
                        "Links.docx",
                        FileKind.DOCX,
                        () -> docx().with("word/_rels/document.xml.rels", external("hyperlink", "https://example.org/"))
                                .bytes()),
                good("Notes.odt", FileKind.ODT, () -> odt().bytes()),
                good("Sums.ods", FileKind.ODS, () -> ods().bytes()),
                good("Hall.png", FileKind.PNG, () -> picture("png")),
                good("Hall.jpg", FileKind.JPEG, () -> picture("jpeg")),
                good("Hall.jpeg", FileKind.JPEG, () -> picture("jpeg")));
    }

    private static Arguments good(String name, FileKind kind, Maker maker) {
        return Arguments.of(name, kind, maker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodFiles")
    void isTaken(String name, FileKind kind, Maker maker) throws IOException {
        byte[] content = maker.bytes();

        assertThat(FileCheck.check(name, written(content))).isEqualTo(new Checked(name, kind, content.length));
    }

    static Stream<Arguments> hostileFiles() {
        return Stream.of(
                bad("empty file", "plan.pdf", Reason.EMPTY, () -> new byte[0]),
                bad("21 MB", "plan.pdf", Reason.TOO_LARGE, () -> Arrays.copyOf(pdf(), 21 * MEGA)),
                bad("no ending", "plan", Reason.ENDING, () -> pdf()),
                bad("program behind two endings", "plan.pdf.exe", Reason.ENDING, () -> latin1("MZ\u0090\0")),
                bad("web page", "plan.html", Reason.ENDING, () -> utf8("<script>")),
                bad("drawing with script", "plan.svg", Reason.ENDING, () -> utf8("<svg/>")),
                bad("archive as itself", "plan.zip", Reason.ENDING, () -> docx().bytes()),
                bad("macro file under its own name", "plan.docm", Reason.ENDING, () -> docx().bytes()),
                bad("program named PDF", "plan.pdf", Reason.CONTENT, () -> latin1("MZ\u0090\0 this program")),
                bad("web page named PDF", "plan.pdf", Reason.CONTENT, () -> utf8("<html><script>1</script>%PDF-")),
                bad("PDF named picture", "plan.png", Reason.CONTENT, () -> pdf()),
                bad("picture named document", "plan.docx", Reason.CONTENT, () -> picture("png")),
                bad("JPEG named PNG", "plan.png", Reason.CONTENT, () -> picture("jpeg")),
                bad("table named text", "plan.docx", Reason.CONTENT, () -> xlsx().bytes()),
                bad("OpenDocument table named text", "plan.odt", Reason.CONTENT, () -> ods().bytes()),
                bad(
                        "any archive named document",
                        "plan.docx",
                        Reason.CONTENT,
                        () -> new Archive().with("a.txt", "a").bytes()),
                bad(
                        "archive behind a program's start",
                        "plan.docx",
                        Reason.CONTENT,
                        () -> joined(latin1("MZ\u0090\0"), docx().bytes())),
                bad("old Word file", "plan.docx", Reason.CONTENT, () -> latin1("\u00D0\u00CF\u0011\u00E0 old")),
                bad("path up", "../../plan.pdf", Reason.NAME, () -> pdf()),
                bad("path of Windows", "C:\\plans\\plan.pdf", Reason.NAME, () -> pdf()),
                bad("absolute path", "/etc/plan.pdf", Reason.NAME, () -> pdf()),
                bad("zero in the name", "plan.exe\0.pdf", Reason.NAME, () -> pdf()),
                bad("name turned round", "plan\u202Efdp.exe.pdf", Reason.NAME, () -> pdf()),
                bad("line break in the name", "plan\r\nSet-Cookie: a=b.pdf", Reason.NAME, () -> pdf()),
                bad("hidden file", ".pdf", Reason.NAME, () -> pdf()),
                bad("name without end", "p".repeat(400) + ".pdf", Reason.NAME_LENGTH, () -> pdf()),
                bad(
                        "macros under another name",
                        "plan.docx",
                        Reason.MACROS,
                        () -> docx().with("word/vbaProject.bin", "macro").bytes()),
                bad(
                        "macro type",
                        "plan.docx",
                        Reason.MACROS,
                        () -> SampleFiles.office(
                                        "application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml")
                                .bytes()),
                bad(
                        "macro sheet",
                        "sums.xlsx",
                        Reason.MACROS,
                        () -> xlsx().with("xl/macrosheets/sheet1.xml", "<s/>").bytes()),
                bad(
                        "ActiveX",
                        "plan.docx",
                        Reason.MACROS,
                        () -> docx().with("word/activeX/activeX1.bin", "x").bytes()),
                bad(
                        "Basic in OpenDocument",
                        "plan.odt",
                        Reason.MACROS,
                        () -> odt().with("Basic/Standard/Module1.xml", "<m/>").bytes()),
                bad(
                        "template from elsewhere",
                        "plan.docx",
                        Reason.REACHES_OUT,
                        () -> docx().with(
                                        "word/_rels/settings.xml.rels",
                                        external("attachedTemplate", "http://evil/t.dotm"))
                                .bytes()),
                bad(
                        "picture from elsewhere",
                        "plan.docx",
                        Reason.REACHES_OUT,
                        () -> docx().with("word/_rels/document.xml.rels", external("image", "http://evil/i.png"))
                                .bytes()),
                bad(
                        "entities",
                        "plan.docx",
                        Reason.ACTIVE,
                        () -> docx().with(
                                        "word/document.xml",
                                        "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>")
                                .bytes()),
                bad(
                        "entity from a file",
                        "sums.xlsx",
                        Reason.ACTIVE,
                        () -> xlsx().with(
                                        "xl/sharedStrings.xml",
                                        "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>")
                                .bytes()),
                bad(
                        "program inside",
                        "plan.docx",
                        Reason.HOLDS_FILES,
                        () -> docx().with("word/media/run.exe", "MZ").bytes()),
                bad(
                        "archive inside",
                        "plan.docx",
                        Reason.HOLDS_FILES,
                        () -> docx().with("word/media/image1.png", docx().bytes())
                                .bytes()),
                bad(
                        "archive in an archive in an archive",
                        "plan.docx",
                        Reason.HOLDS_FILES,
                        () -> docx().with(
                                        "word/embeddings/a.docx",
                                        docx().with("word/embeddings/b.docx", docx().bytes())
                                                .bytes())
                                .bytes()),
                bad(
                        "old document inside",
                        "plan.docx",
                        Reason.HOLDS_FILES,
                        () -> docx().with(
                                        "word/embeddings/oleObject1.bin",
                                        latin1("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"))
                                .bytes()),
                bad(
                        "RAR inside",
                        "plan.odt",
                        Reason.HOLDS_FILES,
                        () -> odt().with("Pictures/a.png", "Rar!\u001a\u0007").bytes()),
                bad(
                        "bomb",
                        "plan.docx",
                        Reason.INFLATED,
                        () -> docx().with("word/media/image1.png", new byte[110 * MEGA])
                                .bytes()),
                bad("bomb that lies about its size", "plan.docx", Reason.INFLATED, () -> lyingBomb()),
                bad(
                        "bomb of XML",
                        "plan.docx",
                        Reason.INFLATED,
                        () -> docx().with(
                                        "word/_rels/document.xml.rels",
                                        SampleFiles.relationships("<!--" + " ".repeat(30 * MEGA) + "-->"))
                                .bytes()),
                bad("many entries", "plan.docx", Reason.INFLATED, () -> manyEntries()),
                bad(
                        "bomb in a document inside",
                        "plan.docx",
                        Reason.INFLATED,
                        () -> docx().with(
                                        "word/embeddings/a.xlsx",
                                        xlsx().with("xl/media/a.png", new byte[110 * MEGA])
                                                .bytes())
                                .bytes()),
                bad(
                        "entry with a path up",
                        "plan.docx",
                        Reason.DAMAGED,
                        () -> docx().with("../../etc/cron.d/x", "x").bytes()),
                bad(
                        "entry with a drive",
                        "plan.docx",
                        Reason.DAMAGED,
                        () -> docx().with("C:\\x.txt", "x").bytes()),
                bad("half an archive", "plan.docx", Reason.DAMAGED, () -> {
                    byte[] whole = docx().bytes();
                    return Arrays.copyOf(whole, whole.length / 2);
                }),
                bad(
                        "locked OpenDocument",
                        "plan.odt",
                        Reason.LOCKED,
                        () -> odt().with("META-INF/manifest.xml", "<m><encryption-data/></m>")
                                .bytes()),
                bad("locked PDF", "plan.pdf", Reason.LOCKED, () -> pdf("<< /Encrypt 9 0 R >>")),
                bad("PDF with script", "plan.pdf", Reason.ACTIVE, () -> pdf("<< /S /JavaScript /JS (app.alert(1)) >>")),
                bad("PDF with script in escapes", "plan.pdf", Reason.ACTIVE, () -> pdf("<< /S /J#61vaScript >>")),
                bad(
                        "PDF with packed script",
                        "plan.pdf",
                        Reason.ACTIVE,
                        () -> pdf(packed(utf8("3 0 << /S /JavaScript >>")))),
                bad(
                        "PDF with script across two reads",
                        "plan.pdf",
                        Reason.ACTIVE,
                        () -> pdf(packed(utf8(" ".repeat(64 * 1024 - 5) + "/JavaScript ")))),
                bad(
                        "PDF with script behind a predictor",
                        "plan.pdf",
                        Reason.DAMAGED,
                        () -> pdf(packed(utf8("x"), "/DecodeParms << /Predictor 12 >>"))),
                bad("PDF that starts a program", "plan.pdf", Reason.ACTIVE, () -> pdf("<< /S /Launch /F (cmd) >>")),
                bad("PDF with a file inside", "plan.pdf", Reason.HOLDS_FILES, () -> pdf("<< /Type /EmbeddedFile >>")),
                bad("PDF bomb", "plan.pdf", Reason.INFLATED, () -> pdf(packed(new byte[100 * MEGA]))),
                bad("half a PDF", "plan.pdf", Reason.DAMAGED, () -> latin1("%PDF-1.7\n1 0 obj\n<<")),
                bad("PDF with a stream without end", "plan.pdf", Reason.DAMAGED, () -> pdf("<< >>\nstream\nabc")),
                bad("picture of ten thousand million pixels", "hall.png", Reason.PIXELS, () -> pngOf(100_000, 100_000)),
                bad("picture without its rest", "hall.png", Reason.DAMAGED, () -> Arrays.copyOf(picture("png"), 12)),
                bad("JPEG without its rest", "hall.jpg", Reason.DAMAGED, () -> Arrays.copyOf(picture("jpeg"), 6)));
    }

    private static Arguments bad(String what, String name, Reason reason, Maker maker) {
        return Arguments.of(what, name, reason, maker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void isRefused(String what, String name, Reason reason, Maker maker) throws IOException {
        Path file = written(maker.bytes());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Classes are loaded once for all, which is not the file's doing.
        assertThat(catchThrowableOfType(FileRefused.class, () -> FileCheck.check(name, file)))
                .as(what)
                .isNotNull();

        long memory = threads.getCurrentThreadAllocatedBytes();
        long cpu = threads.getCurrentThreadCpuTime();
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> FileCheck.check(name, file));
        long took = threads.getCurrentThreadCpuTime() - cpu;

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(threads.getCurrentThreadAllocatedBytes() - memory).isLessThan(MOST_MEMORY);
        assertThat(Duration.ofNanos(took)).isLessThan(MOST_TIME);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatIsCutShortAnywhereIsRefusedAndNeverFails(int part) throws IOException {
        for (Archive archive : new Archive[] {docx(), xlsx(), odt(), ods()}) {
            byte[] whole = archive.bytes();
            Path file = written(Arrays.copyOf(whole, whole.length * part / 100));
            assertThat(catchThrowableOfType(FileRefused.class, () -> FileCheck.check("plan.docx", file)))
                    .isNotNull();
        }
    }

    @Test
    void theFileStaysAsItWas() throws IOException {
        byte[] content = docx().bytes();
        Path file = written(content);

        FileCheck.check("plan.docx", file);

        assertThat(file).hasBinaryContent(content);
    }

    private static Path written(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Says in both of its headers that an entry of 110 MB is one of 1,000 bytes. */
    private static byte[] lyingBomb() {
        byte[] bomb = docx().with("word/media/image1.png", new byte[110 * MEGA]).bytes();
        java.nio.ByteBuffer zip = java.nio.ByteBuffer.wrap(bomb).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bomb.length - 4; at++) {
            if (zip.getInt(at) == 110 * MEGA) {
                zip.putInt(at, 1_000);
            }
        }
        return bomb;
    }

    private static byte[] manyEntries() {
        Archive archive = docx();
        for (int i = 0; i < 5_000; i++) {
            archive.with("word/media/" + i + ".png", "x");
        }
        return archive.bytes();
    }
}
