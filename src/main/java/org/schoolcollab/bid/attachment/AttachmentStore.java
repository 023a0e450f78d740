package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps attachments. What is taken away stays known, with who took it away and when; its content is handed out only where the plan was
 * submitted with it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AttachmentStore {

    private final DatabaseStore database;
    private final FolderStore folder;
    private final SealedRows sealed;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    AttachmentStore(DatabaseStore database, FolderStore folder, SealedRows sealed, JdbcClient jdbc, PortalClock clock) {
        this.database = database;
        this.folder = folder;
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a checked file; the caller records the act afterwards. */
    Attachment add(BidId bid, FileCheck.Checked checked, Path file, PersonId by) {
        UUID id = UUID.randomUUID();
        ContentStore store = folder.isConfigured() ? folder : database;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("bid_id", bid);
        row.put("name", checked.name());
        row.put("kind", checked.kind());
        row.put("size", checked.size());
        try {
            row.put("sha256", digest(java.nio.file.Files.newInputStream(file)));
            row.put("place", store.place());
            row.put("added_by", by);
            row.put("added_at", clock.instant());
            sealed.insert("bid_attachment", row);
            store.keep(id, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return get(id);
    }

    void remove(UUID id, PersonId by) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("attachment_id", id);
        row.put("removed_by", by);
        row.put("removed_at", clock.instant());
        sealed.insert("bid_attachment_removal", row);
    }

    /** The attachments of a bid, the oldest first. */
    List<Attachment> of(BidId bid) {
        return select("a.bid_id = ?", bid.toString());
    }

    /** @throws NotFound if there is none, or it was taken away */
    Attachment get(UUID id) {
        return select("a.id = ?", id.toString()).stream().findFirst().orElseThrow(NotFound::new);
    }

    /**
     * The content, after it was held against what was kept of it.
     *
     * @throws IllegalStateException if it is not what was added
     */
    InputStream open(Attachment attachment) {
        ContentStore store = "FOLDER"
                        .equals(jdbc.sql("select place from bid_attachment where id = ?")
                                .param(attachment.id().toString())
                                .query(String.class)
                                .single())
                ? folder
                : database;
        try {
            if (!digest(store.open(attachment.id())).equals(attachment.sha256())) {
                throw new IllegalStateException("the content of attachment " + attachment.id() + " has changed");
            }
            return store.open(attachment.id());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Attachment> select(String condition, String value) {
        return jdbc.sql("select " + RevisionFiles.COLUMNS + " " + RevisionFiles.FROM
                        + " where r.attachment_id is null and " + condition + " order by a.added_at, a.id")
                .param(value)
                .query(RevisionFiles::attachment)
                .list();
    }

    private static String digest(InputStream content) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
