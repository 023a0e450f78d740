package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.StreamResourceRegistry;
import com.vaadin.flow.server.StreamResourceRegistry.ElementStreamResource;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.attachment.AttachedFiles;
import org.schoolcollab.bid.ui.CaseView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser is told of a file that it gets. */
class FileDownloadViewTest extends BidScreen {

    @Autowired
    AttachedFiles files;

    @Test
    void aFileIsToBeSavedUnderItsNameAndNeverShownOrGuessedAtOrKept() throws IOException {
        BidId bid = fixtures.draftBid(HYTHE);
        String name = "Ŵyn 'and' co; letter.pdf";
        files.add(bid, name, "<script>alert(1)</script>");
        navigate("bids/" + bid + "/case/files", CaseView.class);

        MockHttpServletResponse answer =
                answer(find(Anchor.class).withText(name).single());

        assertThat(answer.getContentAsByteArray()).isEqualTo(AttachedFiles.pdf("<script>alert(1)</script>"));
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("%C5%B4yn")
                .doesNotContain("\r", "\n");
    }

    @Test
    void aFileThatWasTakenAwayMeanwhileIsNotHandedOut() throws IOException {
        BidId bid = fixtures.draftBid(HYTHE);
        UUID file = files.add(bid, "Letter.pdf", "Not submitted");
        navigate("bids/" + bid + "/case/files", CaseView.class);
        Anchor link = find(Anchor.class).withText("Letter.pdf").single();
        files.remove(file);

        MockHttpServletResponse answer = answer(link);

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    private static MockHttpServletResponse answer(Anchor link) throws IOException {
        VaadinSession session = VaadinSession.getCurrent();
        StreamResourceRegistry registry = session.getResourceRegistry();
        ElementStreamResource resource = registry.getResource(ElementStreamResource.class, URI.create(link.getHref()))
                .orElseThrow();
        VaadinServletService service = (VaadinServletService) Objects.requireNonNull(session.getService());
        MockHttpServletResponse answer = new MockHttpServletResponse();
        resource.getElementRequestHandler()
                .handleRequest(
                        new VaadinServletRequest(new MockHttpServletRequest(), service),
                        new VaadinServletResponse(answer, service),
                        session,
                        resource.getOwner());
        return answer;
    }
}
