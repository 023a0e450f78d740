package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** Keeps the content of attachments: written once, in the transaction of the caller, and read piece by piece. */
interface ContentStore {

    /** What a row says about where its content is. */
    enum Place {
        DATABASE,
        FOLDER
    }

    Place place();

    /** Copies the file in; if the transaction fails, nothing of it stays. */
    void keep(UUID id, Path file) throws IOException;

    /** The content from its beginning. The caller closes it. */
    InputStream open(UUID id) throws IOException;
}
