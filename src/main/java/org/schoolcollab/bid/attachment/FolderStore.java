package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Content as files of a folder that all nodes share; named by their ids alone. */
@Component
class FolderStore implements ContentStore {

    private final String folder;

    /** @param folder where the files go; empty while they go into the database */
    FolderStore(@Value("${portal.attachments.folder:}") String folder) {
        this.folder = folder;
    }

    boolean isConfigured() {
        return !folder.isBlank();
    }

    @Override
    public Place place() {
        return Place.FOLDER;
    }

    @Override
    public void keep(UUID id, Path file) throws IOException {
        Path kept = path(id);
        Files.createDirectories(kept.getParent());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    remove(kept);
                }
            }
        });
        Files.copy(file, kept);
    }

    private static void remove(Path kept) {
        try {
            Files.deleteIfExists(kept);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return Files.newInputStream(path(id));
    }

    /** Two letters of the id as a folder of their own: no folder grows too long. */
    private Path path(UUID id) {
        String name = id.toString();
        return Path.of(folder).resolve(name.substring(0, 2)).resolve(name);
    }
}
