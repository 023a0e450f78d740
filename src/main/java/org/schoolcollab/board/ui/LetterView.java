package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.board.DecisionLetters;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.PaperOnScreen;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;

/** The letter about the board's decision, to read and to download. */
@Route("bids/:bidId/letter")
@RolesAllowed(Roles.PERSON)
public class LetterView extends BidPage {

    private final transient DecisionLetters letters;

    LetterView(DecisionLetters letters) {
        this.letters = letters;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        Paper letter = letters.of(id).orElseThrow(NotFound::new);
        title(letter.title());
        Div links = new Div(
                PaperOnScreen.download(getTranslation("board.paper.pdf"), "decision.pdf", () -> letters.pdf(id)),
                new Anchor(BidPage.address(id, "board"), getTranslation("board.toCase")));
        links.addClassName("item-ways");
        add(links, PaperOnScreen.card(letter));
    }
}
