package org.schoolcollab.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside plans: the content of each file has to give the hash that its sealed row names, whether it lies in pieces in the
 * database or in a folder. Pieces are added up as they come, in their order as a database and a dump give them, and a file of a folder is
 * read from its beginning to its end: nothing is kept whole. A piece that comes too early waits for those before it.
 */
final class Contents {

    static final String FILES = "bid_attachment";
    static final String PIECES = "bid_attachment_piece";

    private static final int READ_AT_ONCE = 1 << 16;

    private record Kept(String sha256, boolean inFolder) {}

    /** The pieces of a file as far as they have come. */
    private static final class Pieces {

        private final Hash hash = new Hash();
        private final TreeMap<Long, byte[]> early = new TreeMap<>();
        private long next;
        private @Nullable String wrong;

        void take(long number, byte[] content) {
            if (content.length == 0) {
                wrong = "piece " + number + " is empty";
            }
            if (number < next || (number > next && early.put(number, content) != null)) {
                wrong = "piece " + number + " is there twice or does not belong there";
            } else if (number == next) {
                append(content);
                for (byte[] more = early.remove(next); more != null; more = early.remove(next)) {
                    append(more);
                }
            }
        }

        private void append(byte[] content) {
            hash.bytes(content, content.length);
            next++;
        }
    }

    private final @Nullable Path folder;
    private final Map<String, Kept> files = new TreeMap<>();
    private final Map<String, Pieces> pieces = new HashMap<>();

    /** @param folder where files of plans lie that are not in the database; null where none was named */
    Contents(@Nullable Path folder) {
        this.folder = folder;
    }

    void file(Row row) {
        files.put(row.text("id"), new Kept(row.text("sha256"), row.text("place").equals("FOLDER")));
    }

    /** Takes a piece; its content comes as hexadecimal digits. */
    void piece(Row row) {
        Pieces of = pieces.computeIfAbsent(row.text("attachment_id"), id -> new Pieces());
        try {
            of.take(row.number("number"), HexFormat.of().parseHex(row.text("content")));
        } catch (IllegalArgumentException noDigits) {
            of.wrong = "piece " + row.text("number") + " holds no bytes";
        }
    }

    /**
     * Once every row was taken.
     *
     * @param unread takes what could not be read, which says nothing about it
     */
    void check(Consumer<Fault> faults, Consumer<Fault> unread) {
        long unnamed = 0;
        for (Map.Entry<String, Kept> file : files.entrySet()) {
            String id = file.getKey();
            Kept kept = file.getValue();
            Pieces found = pieces.get(id);
            if (!kept.inFolder()) {
                checkPieces(id, kept, found, faults);
                continue;
            }
            if (found != null) {
                faults.accept(new Fault(PIECES, id, 0, "there are pieces of a file that lies in a folder"));
            }
            if (folder == null) {
                unnamed++;
            } else {
                checkFile(id, kept, folder, faults, unread);
            }
        }
        pieces.keySet().stream()
                .filter(id -> !files.containsKey(id))
                .sorted()
                .forEach(id -> faults.accept(new Fault(PIECES, id, 0, "there are pieces of a file that is not there")));
        if (unnamed > 0) {
            unread.accept(new Fault(
                    FILES, "", 0, "not read, files that lie in a folder: " + unnamed + "; name it with --files DIR"));
        }
    }

    private static void checkPieces(String id, Kept kept, @Nullable Pieces found, Consumer<Fault> faults) {
        if (found == null) {
            faults.accept(new Fault(FILES, id, 0, "its content is gone"));
            return;
        }
        String wrong = found.wrong;
        if (wrong != null) {
            faults.accept(new Fault(PIECES, id, 0, wrong));
        } else if (!found.early.isEmpty()) {
            faults.accept(new Fault(PIECES, id, 0, "piece " + found.next + " of its content is gone"));
        } else if (!found.hash.hex().equals(kept.sha256())) {
            faults.accept(new Fault(FILES, id, 0, "its content is not what was added"));
        }
    }

    /** Two letters of the id name a folder of the folder, the whole id the file. */
    private static void checkFile(String id, Kept kept, Path folder, Consumer<Fault> faults, Consumer<Fault> unread) {
        Path file = folder.resolve(id.substring(0, Math.min(2, id.length()))).resolve(id);
        if (Files.isDirectory(file)) {
            faults.accept(new Fault(FILES, id, 0, "its content is gone: a folder stands in the place of " + file));
            return;
        }
        Hash hash = new Hash();
        byte[] buffer = new byte[READ_AT_ONCE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                hash.bytes(buffer, got);
            }
        } catch (NoSuchFileException missing) {
            faults.accept(new Fault(FILES, id, 0, "its content is gone: there is no file " + file));
            return;
        } catch (IOException failure) {
            unread.accept(new Fault(FILES, id, 0, "not read, its content: " + failure));
            return;
        }
        if (!hash.hex().equals(kept.sha256())) {
            faults.accept(new Fault(FILES, id, 0, "its content is not what was added: " + file));
        }
    }
}
