package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.schoolcollab.bid.attachment.FileRefused.Reason;

/**
 * Whether a file is a PDF that is only to be read: no lock, no script, no program to start, no file inside. Reads the names in its
 * objects, in packed ones too, and passes over pictures and pages; nothing is built up in memory.
 */
final class PdfCheck {

    private static final byte[] START = ascii("%PDF-");
    private static final byte[] END = ascii("%%EOF");
    private static final byte[] STREAM = ascii("stream");
    private static final byte[] END_STREAM = ascii("endstream");
    private static final int TAIL = 4_096;
    private static final int LONGEST_NAME = 20;
    private static final int CHUNK = 64 * 1024;
    private static final int HEX = 16;
    /** Packed objects are descriptions; a document has a few MB of them at most. */
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    private static final Map<String, Reason> REFUSED = Map.of(
            "Encrypt", Reason.LOCKED,
            "JavaScript", Reason.ACTIVE,
            "JS", Reason.ACTIVE,
            "Launch", Reason.ACTIVE,
            "RichMedia", Reason.ACTIVE,
            "EmbeddedFile", Reason.HOLDS_FILES,
            "EF", Reason.HOLDS_FILES);

    private final ByteBuffer pdf;
    private long unpacked;
    /** Whether the objects since the last stream said that the next stream holds packed objects. */
    private boolean packed;
    /** Whether they said that it is not to be read as it unpacks. */
    private boolean predicted;

    private PdfCheck(ByteBuffer pdf) {
        this.pdf = pdf;
    }

    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            new PdfCheck(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())).check();
        }
    }

    private void check() {
        if (!isAt(0, START)) {
            throw new FileRefused(Reason.CONTENT, FileKind.PDF);
        }
        if (find(END, Math.max(0, pdf.limit() - TAIL)) < 0) {
            throw new FileRefused(Reason.DAMAGED);
        }
        int at = 0;
        while (at < pdf.limit()) {
            byte c = pdf.get(at);
            if (c == '/') {
                at = name(pdf, at + 1, true);
            } else if (c == 's' && isAt(at, STREAM) && (at < 3 || !isAt(at - 3, END_STREAM))) {
                at = stream(at + STREAM.length);
            } else {
                at++;
            }
        }
    }

    /** Passes over a stream, or reads it if it holds objects; answers where it ends. */
    private int stream(int keywordEnd) {
        int from = keywordEnd;
        while (from < pdf.limit() && (pdf.get(from) == '\r' || pdf.get(from) == '\n')) {
            from++;
        }
        if (from == keywordEnd) {
            return keywordEnd;
        }
        int end = find(END_STREAM, from);
        if (end < 0) {
            throw new FileRefused(Reason.DAMAGED);
        }
        if (packed && predicted) {
            throw new FileRefused(Reason.DAMAGED);
        }
        if (packed) {
            unpack(from, end);
        }
        packed = false;
        predicted = false;
        return end + END_STREAM.length;
    }

    private void unpack(int from, int end) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf.slice(from, end - from));
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            while (!inflater.finished()) {
                int got = inflater.inflate(chunk);
                unpacked += got;
                if (unpacked > MOST_UNPACKED) {
                    throw new FileRefused(Reason.INFLATED);
                }
                if (got == 0 && !inflater.finished()) {
                    throw new FileRefused(Reason.DAMAGED);
                }
                chunk.flip();
                names(chunk, inflater.finished());
                // A name may go on in the next chunk: what could be the start of one is looked at again with it.
                chunk.position(Math.max(0, chunk.limit() - 3 * LONGEST_NAME));
                chunk.compact();
            }
        } catch (DataFormatException packedInAnotherWay) {
            // No writer of today packs objects so that they cannot be looked into like this.
            throw new FileRefused(Reason.DAMAGED);
        } finally {
            inflater.end();
        }
    }

    private void names(ByteBuffer text, boolean whole) {
        int at = 0;
        while (at < text.limit()) {
            at = text.get(at) == '/' ? name(text, at + 1, whole) : at + 1;
        }
    }

    /**
     * Reads the name from here on, its #-escapes undone, and answers where it ends.
     *
     * @param whole whether a name ends where the text ends
     */
    private int name(ByteBuffer text, int from, boolean whole) {
        StringBuilder name = new StringBuilder();
        int at = from;
        while (at < text.limit() && isRegular(text.get(at))) {
            int c = text.get(at) & 0xFF;
            if (c == '#' && at + 2 < text.limit()) {
                int high = Character.digit((char) text.get(at + 1), HEX);
                int low = Character.digit((char) text.get(at + 2), HEX);
                if (high >= 0 && low >= 0) {
                    c = high * HEX + low;
                    at += 2;
                }
            }
            if (name.length() < LONGEST_NAME) {
                name.append((char) c);
            }
            at++;
        }
        if (at == text.limit() && !whole) {
            return at;
        }
        String read = name.toString();
        Reason reason = REFUSED.get(read);
        if (reason != null) {
            throw new FileRefused(reason);
        }
        packed |= "ObjStm".equals(read);
        predicted |= "Predictor".equals(read);
        return at;
    }

    private static boolean isRegular(byte c) {
        return c > ' ' ? "()<>[]{}/%".indexOf(c) < 0 : c < 0;
    }

    private int find(byte[] wanted, int from) {
        for (int at = from; at <= pdf.limit() - wanted.length; at++) {
            if (pdf.get(at) == wanted[0] && isAt(at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, byte[] wanted) {
        if (at < 0 || at + wanted.length > pdf.limit()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (pdf.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
