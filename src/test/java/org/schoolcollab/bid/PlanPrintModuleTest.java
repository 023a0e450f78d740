package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.security.AccessRefused;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan as one paper: on the page, printed, and as tagged PDF. */
class PlanPrintModuleTest extends BidScene {

    @Autowired
    PlanPrint print;

    @Test
    void thePaperStandsForItself() {
        BidId bid = fixtures.submittedBid(HYTHE);

        Paper paper = logIn.as("adviser.south", () -> print.paper(bid));

        assertThat(paper.title()).isEqualTo("Plan of Hythe Hub");
        assertThat(paper.blocks().getFirst().rows())
                .extracting(row -> row.getFirst())
                .containsExactly("Round", "Where", "State", "Revision", "Requested");
        Paper.Block budget = paper.blocks().stream()
                .filter(block -> !block.foot().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(budget.foot().getLast())
                .isEqualTo(logIn.as("adviser.south", () -> queries.summary(bid))
                        .requested()
                        .format());
        assertThat(budget.isNumber(0)).isFalse();
        assertThat(budget.isNumber(2)).isTrue();
    }

    @Test
    void theSameIsATaggedPdfInEnglish() throws IOException {
        BidId bid = fixtures.submittedBid(HYTHE);

        byte[] bytes = logIn.as("lead." + HYTHE, () -> print.pdf(bid));

        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Plan of Hythe Hub");
            assertThat(new PDFTextStripper().getText(pdf)).contains("Priorities", "Budget", "£");
        }
    }

    @Test
    void whoMayNotSeeTheBidMayNotPrintIt() {
        BidId bid = fixtures.submittedBid(HYTHE);

        assertThatThrownBy(() -> logIn.as("adviser.east", () -> print.paper(bid)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as("adviser.west", () -> print.pdf(bid))).isInstanceOf(AccessRefused.class);
    }
}
