package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.ledger.AwardOffer;
import org.schoolcollab.ledger.AwardView;
import org.schoolcollab.ledger.JournalLine;
import org.schoolcollab.ledger.MoneyQueries;
import org.schoolcollab.ledger.PaymentAdvice;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;

/** The money of one bid: award, instalments, and for finance and auditors its journal. */
@org.springframework.stereotype.Component
class MoneyTab implements CaseTab {

    private static final List<Role> READ_JOURNAL =
            List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.ADMINISTRATOR, Role.AUDITOR);
    private static final List<Role> DOWNLOAD = List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.AUDITOR);

    private final MoneyQueries money;
    private final PaymentAdvice advices;
    private final CurrentUser currentUser;

    MoneyTab(MoneyQueries money, PaymentAdvice advices, CurrentUser currentUser) {
        this.money = money;
        this.advices = advices;
        this.currentUser = currentUser;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String key() {
        return "money";
    }

    @Override
    public String titleKey() {
        return "ledger.tab.title";
    }

    @Override
    public Component content(BidSummary bid) {
        Div content = new Div();
        content.addClassName("stack");
        AwardView award = money.award(bid.id()).orElse(null);
        if (award == null) {
            content.add(new Paragraph(content.getTranslation("ledger.tab.empty")));
            return content;
        }
        content.add(
                facts(content, award, money.acceptance(bid.id()).orElse(null)),
                new H2(content.getTranslation("ledger.award.instalments")),
                AwardOnScreen.instalments(content, award, holdsOneOf(DOWNLOAD), advices));
        if (holdsOneOf(DOWNLOAD)) {
            content.add(links(content, bid));
        }
        if (holdsOneOf(READ_JOURNAL)) {
            content.add(new H2(content.getTranslation("ledger.journal.title")), journal(content, bid));
        }
        return content;
    }

    private boolean holdsOneOf(List<Role> roles) {
        return roles.stream().anyMatch(currentUser.actor()::has);
    }

    /** Where finance goes on from here. */
    private Div links(Component owner, BidSummary bid) {
        Div links = new Div(
                new Anchor(SchoolSharesView.of(bid.id()), owner.getTranslation("ledger.shares.title")),
                new Anchor(
                        StatementAddress.ofRound(bid.roundId()).ofBid(bid.id()).link(),
                        owner.getTranslation("ledger.statement.ofAward")));
        if (currentUser.actor().has(Role.FINANCE_OFFICER)) {
            links.add(new Anchor(MatchedFundingView.of(bid.id()), owner.getTranslation("ledger.match.title")));
        }
        links.addClassName("buttons");
        return links;
    }

    private static Facts facts(Component owner, AwardView award, AwardOffer.@Nullable Accepted accepted) {
        AwardView.Payee payee = award.payee();
        return new Facts()
                .fact(
                        owner.getTranslation("ledger.release.agreed"),
                        award.agreed().format())
                .fact(
                        owner.getTranslation("ledger.release.releasedSoFar"),
                        award.released().format())
                .fact(
                        owner.getTranslation("ledger.tab.outstanding"),
                        award.outstanding().format())
                .fact(
                        owner.getTranslation("ledger.award.status"),
                        owner.getTranslation(
                                "enum.AwardStatus." + award.status().name()))
                .fact(owner.getTranslation("ledger.tab.committedAt"), Dates.moment(award.committedAt()))
                .fact(owner.getTranslation("ledger.acceptance.tab.accepted"), acceptedInWords(owner, accepted))
                .fact(
                        owner.getTranslation("ledger.release.payee"),
                        payee == null ? owner.getTranslation("ledger.release.noPayee") : payee.school());
    }

    private static String acceptedInWords(Component owner, AwardOffer.@Nullable Accepted accepted) {
        if (accepted == null) {
            return owner.getTranslation("ledger.acceptance.tab.not");
        }
        String moment = Dates.moment(accepted.at());
        return accepted.by().isEmpty()
                ? moment
                : owner.getTranslation("ledger.acceptance.tab.by", accepted.by(), moment);
    }

    private Component journal(Component owner, BidSummary bid) {
        DataTable table = new DataTable(
                        owner.getTranslation("ledger.journal.title"),
                        Column.text(owner.getTranslation("ledger.journal.at")),
                        Column.text(owner.getTranslation("ledger.journal.kind")),
                        Column.text(owner.getTranslation("ledger.journal.debit")),
                        Column.text(owner.getTranslation("ledger.journal.credit")),
                        Column.number(owner.getTranslation("ledger.award.amount")),
                        Column.text(owner.getTranslation("ledger.journal.person")))
                .stacked();
        for (JournalLine line : money.journal(bid.id())) {
            table.row(
                    new Span(Dates.moment(line.at())),
                    new Span(
                            owner.getTranslation("enum.EntryKind." + line.kind().name())),
                    new Span(owner.getTranslation("enum.Account." + line.debit().name())),
                    new Span(
                            owner.getTranslation("enum.Account." + line.credit().name())),
                    AwardOnScreen.amount(line.amount()),
                    new Span(Objects.requireNonNullElse(line.person(), AuditTrail.THE_PORTAL)));
        }
        return table;
    }
}
