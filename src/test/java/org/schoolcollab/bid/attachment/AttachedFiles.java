package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.springframework.stereotype.Component;

/** Files beside plans, added and read by the person who is logged in. */
@Component
public class AttachedFiles {

    private final Attachments attachments;

    AttachedFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Adds a PDF with these words in it. */
    public UUID add(BidId bid, String name, String words) {
        try {
            Path file = Files.createTempFile("attached", null);
            try {
                Files.write(file, pdf(words));
                return attachments.add(bid, name, file).id();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What {@link #add} adds. */
    public static byte[] pdf(String words) {
        return SampleFiles.pdf("(" + words + ")");
    }

    public void remove(UUID id) {
        attachments.remove(id);
    }

    public byte[] read(UUID id) {
        try (InputStream in = attachments.open(id)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
