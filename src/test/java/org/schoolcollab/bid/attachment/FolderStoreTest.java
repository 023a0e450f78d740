package org.schoolcollab.bid.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Files in a folder follow the transaction that writes about them. */
class FolderStoreTest {

    @TempDir
    Path folder;

    @TempDir
    Path arrived;

    private final TransactionTemplate transaction = new TransactionTemplate(new AbstractPlatformTransactionManager() {
        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object begun, org.springframework.transaction.TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    });

    private void keep(FolderStore store, UUID id, byte[] content, boolean goesWrong) {
        transaction.executeWithoutResult(status -> {
            try {
                store.keep(id, Files.write(arrived.resolve("file"), content));
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            if (goesWrong) {
                status.setRollbackOnly();
            }
        });
    }

    @Test
    void aFileIsKeptUnderItsIdAlone() throws IOException {
        FolderStore store = new FolderStore(folder.toString());
        UUID id = UUID.randomUUID();

        keep(store, id, SampleFiles.pdf(), false);

        try (InputStream in = store.open(id)) {
            assertThat(in.readAllBytes()).isEqualTo(SampleFiles.pdf());
        }
        assertThat(store.isConfigured()).isTrue();
    }

    @Test
    void whatWasNotCommittedIsGone() throws IOException {
        FolderStore store = new FolderStore(folder.toString());

        keep(store, UUID.randomUUID(), SampleFiles.pdf(), true);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void withoutAFolderNothingGoesThere() {
        assertThat(new FolderStore("").isConfigured()).isFalse();
    }
}
