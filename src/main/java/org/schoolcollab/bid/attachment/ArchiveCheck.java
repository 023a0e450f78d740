package org.schoolcollab.bid.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.attachment.FileRefused.Reason;

/**
 * Whether an archive is the text or the table that its name says: Word and Excel files, and OpenDocument. Every entry is unpacked and
 * counted, whatever the archive says about its size; documents inside a document are looked into once, archives in them not at all.
 */
final class ArchiveCheck {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_INFLATED = 100L * 1024 * 1024;
    private static final int DEEPEST = 1;
    private static final int SIGNATURE = 8;
    private static final int BUFFER = 64 * 1024;

    /** Entries that run by themselves, wherever they lie. */
    private static final List<String> MACROS = List.of(
            "vbaproject", "vbadata", "/macrosheets/", "/activex/", "basic/", "scripts/", "/dialogsheets/", "customui/");

    /** Endings of programs and scripts. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "lnk", "jar",
            "class", "sh", "py", "apk", "iso", "reg");

    /** What an entry starts with that is an archive, a program, or a document of the old kind which may hold macros. */
    private static final List<byte[]> FOREIGN = List.of(
            bytes("Rar!"),
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z'},
            new byte[] {0x7F, 'E', 'L', 'F'},
            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
            new byte[] {'M', 'Z', (byte) 0x90, 0});

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private long inflated;
    private int entries;

    private ArchiveCheck() {}

    static void check(Path file, FileKind kind) throws IOException {
        new ArchiveCheck().check(file, kind, 0);
    }

    private void check(Path file, FileKind kind, int depth) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!startsWith(in.readNBytes(SIGNATURE), ZIP)) {
                throw new FileRefused(depth == 0 ? Reason.CONTENT : Reason.DAMAGED, kind);
            }
        }
        try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            requireModest(archive);
            DocumentParts parts = DocumentParts.of(kind);
            for (ZipEntry entry : Collections.list(archive.entries())) {
                try (InputStream content = new Counted(archive.getInputStream(entry))) {
                    check(entry, content, parts, depth);
                }
            }
            parts.requireComplete();
        } catch (ZipException | IllegalArgumentException | java.io.EOFException broken) {
            throw new FileRefused(Reason.DAMAGED);
        }
    }

    /** Refuses by what the archive says of itself, before anything is unpacked. */
    private void requireModest(ZipFile archive) {
        entries += archive.size();
        if (entries > MOST_ENTRIES) {
            throw new FileRefused(Reason.INFLATED);
        }
        long said = 0;
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(archive.entries())) {
            said += Math.max(0, entry.getSize());
            String name = entry.getName();
            if (!names.add(name.toLowerCase(Locale.ROOT)) || isPath(name)) {
                throw new FileRefused(Reason.DAMAGED);
            }
        }
        if (said > MOST_INFLATED) {
            throw new FileRefused(Reason.INFLATED);
        }
    }

    private static boolean isPath(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf('\0') >= 0
                || List.of(name.split("/", -1)).contains("..");
    }

    private void check(ZipEntry entry, InputStream content, DocumentParts parts, int depth) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        String path = "/" + name;
        if (MACROS.stream().anyMatch(part -> part.startsWith("/") ? path.contains(part) : isMacro(name, part))) {
            throw new FileRefused(Reason.MACROS);
        }
        if (PROGRAMS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw new FileRefused(Reason.HOLDS_FILES);
        }
        if (parts.reads(entry.getName())) {
            parts.read(entry, content);
            drain(content);
            return;
        }
        byte[] start = content.readNBytes(SIGNATURE);
        if (FOREIGN.stream().anyMatch(foreign -> startsWith(start, foreign))) {
            throw new FileRefused(Reason.HOLDS_FILES);
        }
        if (startsWith(start, ZIP)) {
            inner(name, start, content, depth);
            return;
        }
        drain(content);
    }

    private static boolean isMacro(String name, String part) {
        return part.endsWith("/")
                ? name.startsWith(part)
                : name.substring(name.lastIndexOf('/') + 1).startsWith(part);
    }

    /** A document in the document, for example the table behind a chart. */
    private void inner(String name, byte[] start, InputStream content, int depth) throws IOException {
        FileKind kind = FileKind.ofName(name)
                .filter(inner -> depth < DEEPEST && DocumentParts.isDocument(inner))
                .orElseThrow(() -> new FileRefused(Reason.HOLDS_FILES));
        Path copy = Files.createTempFile("portal-inner", null);
        try {
            Files.copy(
                    new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(start), content),
                    copy,
                    StandardCopyOption.REPLACE_EXISTING);
            check(copy, kind, depth + 1);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (content.read(buffer) >= 0) {
            // counts what is unpacked, and finds what is damaged
        }
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length
                && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Counts what comes out, over all entries; ends where it is too much. */
    private final class Counted extends FilterInputStream {

        Counted(@Nullable InputStream content) {
            super(content == null ? InputStream.nullInputStream() : content);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            inflated += bytes;
            if (inflated > MOST_INFLATED) {
                throw new FileRefused(Reason.INFLATED);
            }
        }
    }
}
