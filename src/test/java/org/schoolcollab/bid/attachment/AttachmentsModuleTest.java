package org.schoolcollab.bid.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.attachment.FileRefused.Reason;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.verify.DatabaseRows;
import org.schoolcollab.verify.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Files beside a plan: who adds, who reads, what stays. */
@PortalTest
class AttachmentsModuleTest {

    private static final String HYTHE = "hythe-hub";
    private static final String LEAD = "lead." + HYTHE;

    @TempDir
    Path folder;

    @Autowired
    Attachments attachments;

    @Autowired
    FolderStore store;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidQueries bids;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve(UUID.randomUUID().toString()), content);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Attachment add(BidId bid, String name, byte[] content) {
        return logIn.as(LEAD, () -> attachments.add(bid, name, file(content)));
    }

    private byte[] read(String person, UUID id) {
        return logIn.as(person, () -> {
            try (InputStream in = attachments.open(id)) {
                return in.readAllBytes();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void aFileComesBackAsItWasAdded() {
        BidId bid = fixtures.draftBid(HYTHE);
        // Longer than two pieces, and nothing that packs.
        byte[] noise = new byte[700_000];
        new Random(1).nextBytes(noise);
        byte[] content = SampleFiles.docx().with("word/media/image1.png", noise).bytes();

        Attachment added = add(bid, "Plan.docx", content);

        assertThat(read(LEAD, added.id())).isEqualTo(content);
        assertThat(read("adviser.south", added.id())).isEqualTo(content);
        assertThat(logIn.as(LEAD, () -> attachments.of(bid)))
                .extracting(Attachment::name, Attachment::kind, Attachment::size)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Plan.docx", FileKind.DOCX, (long) content.length));
        assertThat(actions(bid)).contains("bid.attachmentAdded");
    }

    /** Of what the thread allocates that does the work, nothing is as large as a few pieces: the file is nowhere in one. */
    @Test
    void theLargestFileIsStoredAndReadInPieces() throws IOException {
        BidId bid = fixtures.draftBid(HYTHE);
        byte[] noise = new byte[Math.toIntExact(FileCheck.LARGEST) - 100_000];
        new Random(1).nextBytes(noise);
        Path file = file(SampleFiles.docx().with("word/media/image1.png", noise).bytes());
        long size = Files.size(file);
        assertThat(size).isBetween(20_000_000L, FileCheck.LARGEST);
        assertThat(largestAllocation(() -> readWhole(file)))
                .as("what the measurement sees of a whole file")
                .isGreaterThanOrEqualTo(size);

        long largest = largestAllocation(() -> {
            Attachment added = logIn.as(LEAD, () -> attachments.add(bid, "Plan.docx", file));
            logIn.run("adviser.south", () -> {
                try (InputStream in = attachments.open(added.id())) {
                    assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
                } catch (IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            });
        });

        assertThat(largest).isLessThan(size / 5);
    }

    private static void readWhole(Path file) {
        try {
            assertThat(Files.readAllBytes(file)).isNotEmpty();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** The bytes of the largest object that this thread makes meanwhile. */
    private long largestAllocation(Runnable work) throws IOException {
        Path events = folder.resolve(UUID.randomUUID() + ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ObjectAllocationOutsideTLAB").withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(events);
        }
        return RecordingFile.readAllEvents(events).stream()
                .filter(event -> event.getThread() != null
                        && event.getThread().getJavaThreadId()
                                == Thread.currentThread().threadId())
                .mapToLong(event -> event.getLong("allocationSize"))
                .max()
                .orElse(0);
    }

    /** The same bean as everybody's, told of a folder for the time of one test: a second context would cost a start. */
    @Test
    void withAFolderConfiguredFilesLieThereAndNowhereElse() throws IOException {
        byte[] docx = SampleFiles.docx().bytes();
        Path kept = Files.createDirectory(folder.resolve("kept"));
        BidId bid = fixtures.draftBid(HYTHE);
        Attachment before = add(bid, "Before.pdf", SampleFiles.pdf());
        ReflectionTestUtils.setField(store, "folder", kept.toString());
        try {
            Attachment added = add(bid, "Plan.docx", docx);
            Path file = kept.resolve(added.id().toString().substring(0, 2))
                    .resolve(added.id().toString());
            assertThat(file).hasBinaryContent(docx);
            assertThat(rows("bid_attachment_piece"))
                    .as("that of the file before alone")
                    .isEqualTo(1);
            assertThat(read("adviser.south", added.id())).isEqualTo(docx);
            assertThat(read(LEAD, before.id()))
                    .as("what was added before stays where it is")
                    .isEqualTo(SampleFiles.pdf());
            assertThatThrownBy(() -> add(bid, "Plan.pdf", SampleFiles.picture("png")))
                    .isInstanceOf(FileRefused.class);
            logIn.run(LEAD, () -> attachments.remove(added.id()));
            try (var files = Files.walk(kept)) {
                assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
            }
            assertThat(report(kept).faults()).isEmpty();
            assertThat(report(kept).unread()).isEmpty();
            assertThat(report(null).faults())
                    .as("what was not read is no fault")
                    .isEmpty();
            assertThat(report(null).unread()).singleElement().asString().contains("files that lie in a folder: 1");

            Attachment other = add(bid, "Other.pdf", SampleFiles.pdf());
            Files.writeString(
                    kept.resolve(other.id().toString().substring(0, 2))
                            .resolve(other.id().toString()),
                    "Something else");
            assertThatThrownBy(() -> read(LEAD, other.id())).isInstanceOf(IllegalStateException.class);
            assertThat(report(kept).faults())
                    .singleElement()
                    .asString()
                    .contains(other.id().toString(), "not what was added");
        } finally {
            ReflectionTestUtils.setField(store, "folder", "");
        }
    }

    private static Verification.Report report(@Nullable Path files) {
        Verification verification = new Verification(files);
        EmbeddedMariaDb server = TestDatabase.instance().server();
        DatabaseRows.read(server.url(), EmbeddedMariaDb.APPLICATION, server.applicationPassword(), verification::take);
        return verification.report();
    }

    @Test
    void aRefusedFileLeavesNothing() {
        BidId bid = fixtures.draftBid(HYTHE);

        assertThatThrownBy(() -> add(bid, "Plan.pdf", SampleFiles.picture("png")))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.CONTENT));

        assertThat(rows("bid_attachment")).isZero();
        assertThat(rows("bid_attachment_piece")).isZero();
        assertThat(actions(bid)).doesNotContain("bid.attachmentAdded");
    }

    @Test
    void onlyTheLeadAddsAndOnlyWhileThePlanIsWithThem() {
        BidId bid = fixtures.draftBid(HYTHE);
        Attachment added = add(bid, "Plan.pdf", SampleFiles.pdf());
        assertThatThrownBy(() -> logIn.as(
                        "lead.deal-learning-alliance", () -> attachments.add(bid, "Plan.pdf", file(SampleFiles.pdf()))))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.run("lead.deal-learning-alliance", () -> attachments.remove(added.id())))
                .isInstanceOf(AccessRefused.class);

        BidId submitted = fixtures.submittedBid("deal-learning-alliance");
        assertThatThrownBy(() -> logIn.as(
                        "lead.deal-learning-alliance",
                        () -> attachments.add(submitted, "Plan.pdf", file(SampleFiles.pdf()))))
                .isInstanceOf(BidNotInStage.class);
    }

    @Test
    void whoMayNotSeeTheBidReadsNoFile() {
        BidId bid = fixtures.draftBid(HYTHE);
        Attachment added = add(bid, "Plan.pdf", SampleFiles.pdf());

        assertThatThrownBy(() -> read("adviser.west", added.id())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as("adviser.west", () -> attachments.of(bid)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> read(LEAD, UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void aRemovedFileIsKnownButNotHandedOut() {
        BidId bid = fixtures.draftBid(HYTHE);
        Attachment added = add(bid, "Plan.pdf", SampleFiles.pdf());

        logIn.run(LEAD, () -> attachments.remove(added.id()));

        assertThat(logIn.as(LEAD, () -> attachments.of(bid))).isEmpty();
        assertThatThrownBy(() -> read(LEAD, added.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> logIn.run(LEAD, () -> attachments.remove(added.id())))
                .isInstanceOf(NotFound.class);
        assertThat(rows("bid_attachment")).isEqualTo(1);
        assertThat(actions(bid)).contains("bid.attachmentRemoved");
    }

    @Test
    void aPlanHasAtMostTwentyFiles() {
        BidId bid = fixtures.draftBid(HYTHE);
        for (int i = 0; i < Attachments.MOST; i++) {
            add(bid, "Plan " + i + ".pdf", SampleFiles.pdf());
        }

        assertThatThrownBy(() -> add(bid, "One more.pdf", SampleFiles.pdf()))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY));
    }

    @Test
    void contentThatHasChangedIsNotHandedOut() {
        BidId bid = fixtures.draftBid(HYTHE);
        Attachment added = add(bid, "Plan.pdf", SampleFiles.pdf());
        jdbc.sql("update bid_attachment_piece set content = concat(content, 'x') where attachment_id = ?")
                .param(added.id().toString())
                .update();

        assertThatThrownBy(() -> read(LEAD, added.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void othersWorkOnWhileHostileFilesArrive() throws Exception {
        BidId bid = fixtures.draftBid(HYTHE);
        byte[] bomb = SampleFiles.docx()
                .with("word/media/image1.png", new byte[90 * 1024 * 1024])
                .with("word/vbaProject.bin", "macro")
                .bytes();
        // Two are looked into at a time, each within a second of a processor; there are two, and others work on them,
        // too.
        Duration forAll = Duration.ofSeconds(10);
        Duration forOneReading = Duration.ofSeconds(2);
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            long began = System.nanoTime();
            List<Future<?>> sent = java.util.stream.IntStream.range(0, 8)
                    .<Future<?>>mapToObj(i -> senders.submit(() -> add(bid, "Plan.docx", bomb)))
                    .toList();
            for (int i = 0; i < 20; i++) {
                long asked = System.nanoTime();
                assertThat(logIn.as("adviser.south", () -> bids.summary(bid)).id())
                        .isEqualTo(bid);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(forOneReading);
            }
            for (Future<?> one : sent) {
                assertThatThrownBy(one::get)
                        .cause()
                        .isInstanceOfSatisfying(
                                FileRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.MACROS));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(forAll);
        }
        assertThat(rows("bid_attachment")).isZero();
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}
