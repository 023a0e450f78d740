package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Content in pieces of a table, so that a backup of the database holds everything and neither side holds a whole file in memory. */
@Component
class DatabaseStore implements ContentStore {

    /** Well under the 1 MB that a server may be told to take in one statement. */
    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    DatabaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Place place() {
        return Place.DATABASE;
    }

    @Override
    public void keep(UUID id, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                jdbc.sql("insert into bid_attachment_piece (attachment_id, number, content) values (?, ?, ?)")
                        .params(id.toString(), number++, piece)
                        .update();
            }
        }
    }

    @Override
    public InputStream open(UUID id) {
        return new Pieces(id);
    }

    /** One piece after the other, each read when it is needed. */
    private final class Pieces extends InputStream {

        private final UUID id;
        private int number;
        private byte[] piece = {};
        private int at;

        Pieces(UUID id) {
            this.id = id;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : piece[at++] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int got = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, buffer, from, got);
            at += got;
            return got;
        }

        private boolean isAtEnd() {
            if (at < piece.length) {
                return false;
            }
            piece = jdbc.sql("select content from bid_attachment_piece where attachment_id = ? and number = ?")
                    .params(id.toString(), number)
                    .query((row, n) -> row.getBytes("content"))
                    .optional()
                    .orElse(new byte[0]);
            number++;
            at = 0;
            return piece.length == 0;
        }
    }
}
