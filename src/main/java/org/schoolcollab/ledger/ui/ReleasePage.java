package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidAddress;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.AwardView;
import org.schoolcollab.ledger.AwardView.InstalmentView;
import org.schoolcollab.ledger.AwardView.Payee;
import org.schoolcollab.ledger.MoneyQueries;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.LoadsAnew;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** What requesting and approving a release have in common: the facts of the award and of the instalment that is next. */
abstract class ReleasePage extends Page implements BeforeEnterObserver, LoadsAnew {

    private final transient BidQueries bids;
    private final transient MoneyQueries money;
    private final Div content = new Div();
    private transient @Nullable BidId shown;

    ReleasePage(BidQueries bids, MoneyQueries money) {
        this.bids = bids;
        this.money = money;
        content.addClassNames("card", "stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BidAddress.open(event, this::load);
    }

    /** Once more: the screen itself stays, with what is typed in fields that it keeps. */
    @Override
    public void loadAnew() {
        if (shown != null) {
            load(shown);
        }
    }

    private void load(BidId id) {
        shown = id;
        BidSummary bid = bids.summary(id);
        content.removeAll();
        title(getTranslation(key("title")));
        subtitle(getTranslation("ledger.release.about", bid.collaborationName(), bid.roundName(), bid.areaName()));
        AwardView award = money.award(id).orElse(null);
        InstalmentView next = award == null ? null : award.next().orElse(null);
        if (award == null || next == null) {
            content.add(
                    new Paragraph(
                            getTranslation(award == null ? "ledger.release.noAward" : "ledger.release.nothingLeft")),
                    new Anchor(BidAddress.of(id), getTranslation("ledger.release.toCase")));
            return;
        }
        content.add(facts(award, next));
        step(content, bid, award, next);
    }

    private Facts facts(AwardView award, InstalmentView next) {
        Facts facts = new Facts()
                .fact(getTranslation("ledger.release.agreed"), award.agreed().format())
                .fact(
                        getTranslation("ledger.release.releasedSoFar"),
                        award.released().format())
                .fact(
                        getTranslation("ledger.award.instalment"),
                        getTranslation(
                                "ledger.release.numberOf",
                                next.number(),
                                award.instalments().size()))
                .fact(getTranslation("ledger.award.amount"), next.open().format())
                .fact(getTranslation("ledger.release.payee"), payees(award, next))
                .fact(
                        getTranslation("ledger.award.condition"),
                        getTranslation("enum.DueCondition." + next.condition().name()))
                .fact(getTranslation("ledger.award.status"), AwardOnScreen.badge(this, next.status()));
        if (next.holdReason() != null) {
            facts.fact(getTranslation("ledger.hold"), next.holdReason());
        }
        String detail = AwardOnScreen.detail(this, next);
        return detail.isEmpty() ? facts : facts.fact(getTranslation("ledger.award.detail"), detail);
    }

    /** The answers that a {@link org.schoolcollab.shell.CheckDialog} shows once more. */
    Facts answers(BidSummary bid, AwardView award, InstalmentView next) {
        return new Facts()
                .fact(getTranslation("ledger.release.collaboration"), bid.collaborationName())
                .fact(
                        getTranslation("ledger.award.instalment"),
                        getTranslation(
                                "ledger.release.numberOf",
                                next.number(),
                                award.instalments().size()))
                .fact(getTranslation("ledger.award.amount"), next.open().format())
                .fact(getTranslation("ledger.release.payee"), payees(award, next));
    }

    /** Each school with what it is paid; the lead school where nothing is shared out yet. */
    private String payees(AwardView award, InstalmentView next) {
        if (!next.payees().isEmpty()) {
            return next.payees().stream()
                    .map(payee -> getTranslation("ledger.release.payeeOf", payee.school(), payee.amount()))
                    .collect(Collectors.joining("\n"));
        }
        Payee payee = award.payee();
        return payee == null ? getTranslation("ledger.release.noPayee") : payee.school();
    }

    void finish(BidId bid, String what) {
        Refusals.done(what);
        getUI().ifPresent(ui -> ui.navigate(BidAddress.of(bid)));
    }

    abstract void step(Div content, BidSummary bid, AwardView award, InstalmentView next);

    /** Message key of this screen. */
    abstract String key(String element);
}
