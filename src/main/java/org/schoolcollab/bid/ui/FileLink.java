package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.schoolcollab.bid.attachment.Attachment;
import org.schoolcollab.bid.attachment.Attachments;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;

/** Hands a file of a plan out: read piece by piece, saved and never shown by the browser, and not as what its content might pass for. */
final class FileLink {

    private FileLink() {}

    static Anchor to(Attachments attachments, Attachment file) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                    event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
                    event.getResponse().setHeader("Cache-Control", "private, no-store");
                    try {
                        return new DownloadResponse(
                                attachments.open(file.id()),
                                file.name(),
                                file.kind().mediaType(),
                                file.size());
                    } catch (NotFound | AccessRefused gone) {
                        return DownloadResponse.error(HttpServletResponse.SC_NOT_FOUND);
                    }
                }),
                file.name());
        link.setDownload(true);
        link.addClassName("file-name");
        return link;
    }
}
