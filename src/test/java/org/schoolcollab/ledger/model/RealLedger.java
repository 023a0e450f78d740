package org.schoolcollab.ledger.model;

import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.AreaAllSpending;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.Corrections;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.ledger.EnvelopeMoves;
import org.schoolcollab.ledger.FundsCommitment;
import org.schoolcollab.ledger.InstalmentConditions;
import org.schoolcollab.ledger.InstalmentControl;
import org.schoolcollab.ledger.MatchedFunding;
import org.schoolcollab.ledger.ReleaseProcess;
import org.schoolcollab.ledger.RoundClosing;
import org.schoolcollab.ledger.Virement;
import org.schoolcollab.ledger.domain.Acceptances;
import org.schoolcollab.ledger.domain.Award;
import org.schoolcollab.ledger.domain.AwardShares;
import org.schoolcollab.ledger.domain.MatchLedger;
import org.schoolcollab.ledger.domain.Releases;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The portal's own ledger on MariaDB, driven by scripts: each operation one transaction, through the use cases as they are, only that
 * no process engine is told.
 */
final class RealLedger implements SideBySide.Other {

    private static final int ATTEMPTS = 10;

    private static final ReleaseProcess NO_PROCESS = new ReleaseProcess() {
        @Override
        public void requested(BidSummary bid, int instalment) {}

        @Override
        public void approved(BidSummary bid, int instalment) {}

        @Override
        public void rejected(BidSummary bid, int instalment) {}

        @Override
        public void cancelled(BidSummary bid, int instalment) {}

        @Override
        public void reopened(BidSummary bid, int instalment) {}
    };

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ModelScene scene;
    private final BudgetRelease release;
    private final InstalmentControl control;
    private final Virement virement;
    private final Corrections corrections;
    private final List<UUID> payments = new ArrayList<>();
    private final List<UUID> requests = new ArrayList<>();
    private final List<UUID> moves = new ArrayList<>();

    RealLedger(ApplicationContext context, ModelScene scene) {
        this.context = context;
        this.jdbc = bean(JdbcClient.class);
        this.transaction = bean(TransactionTemplate.class);
        this.scene = scene;
        this.release = withoutEngine(BudgetRelease.class);
        this.control = withoutEngine(InstalmentControl.class);
        this.virement = withoutEngine(Virement.class);
        this.corrections = withoutEngine(Corrections.class);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private <T> T withoutEngine(Class<T> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(part -> part == ReleaseProcess.class ? NO_PROCESS : context.getBean(part))
                    .toArray()));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public String run(Op op) {
        for (int attempt = 1; ; attempt++) {
            try {
                return String.valueOf(transaction.<String>execute(status -> act(op)));
            } catch (BusinessRuleViolation refused) {
                return refused.messageKey();
            } catch (ConcurrencyFailureException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }

    private String act(Op op) {
        scene.actAs(op);
        BidId bid = scene.bid(op.bid() % scene.bids());
        return switch (op.kind()) {
            case COMMIT -> done(() -> bean(FundsCommitment.class).commitFunds(bid));
            case ACCEPT -> accept(op, bid);
            case RETURN -> giveBack(bid);
            case REQUEST -> done(() -> release.request(bid, op.n() + 1));
            case REJECT -> done(() -> release.reject(bid, op.n() + 1, "no"));
            case APPROVE -> approve(op, bid);
            case MARCH ->
                hasAward(bid) ? done(() -> bean(InstalmentConditions.class).marchReportAccepted(bid)) : "skip";
            case HOLD -> done(() -> control.hold(bid, op.n() + 1, "wait"));
            case END_HOLD -> done(() -> control.endHold(bid, op.n() + 1));
            case CANCEL -> done(() -> control.cancel(bid, op.n() + 1, "cut"));
            case REDUCE -> applied(virement.reduce(bid, Money.ofPence(op.pence()), "cut", scene.key(op)));
            case MOVE_SHARE ->
                applied(virement.moveShare(
                        bid,
                        scene.school(bid, op.n()),
                        scene.school(bid, op.m()),
                        Money.ofPence(op.pence()),
                        "other",
                        scene.key(op)));
            case ASK_REVERSAL -> askReversal(op);
            case ASK_CLAWBACK ->
                asked(corrections.requestClawback(
                        bid, scene.school(bid, op.n()), Money.ofPence(op.pence()), "unspent", scene.key(op)));
            case DECIDE -> decide(op);
            case EVIDENCE ->
                applied(bean(MatchedFunding.class)
                        .evidence(bid, scene.school(bid, op.n()), Money.ofPence(op.pence()), "seen", scene.key(op)));
            case ADD ->
                applied(bean(EnvelopeControl.class)
                        .add(scene.round(), scene.area(op.bid()), Money.ofPence(op.pence()), "more", scene.key(op)));
            case HOLD_BACK ->
                applied(bean(EnvelopeControl.class)
                        .holdBack(
                                scene.round(), scene.area(op.bid()), Money.ofPence(op.pence()), "keep", scene.key(op)));
            case FREE ->
                applied(bean(EnvelopeControl.class)
                        .endHold(
                                scene.round(), scene.area(op.bid()), Money.ofPence(op.pence()), "free", scene.key(op)));
            case PROPOSE ->
                done(() -> moves.add(bean(EnvelopeMoves.class)
                        .propose(
                                scene.round(),
                                scene.area(op.n()),
                                scene.area(1 - op.n()),
                                Money.ofPence(op.pence()),
                                "theirs")));
            case CONSENT -> consent(op);
            case SPEND ->
                applied(bean(AreaAllSpending.class)
                        .spend(
                                scene.round(),
                                "training",
                                Money.ofPence(op.pence()),
                                LocalDate.of(2014, 6, 1),
                                scene.key(op)));
            case CLOSE -> done(() -> bean(RoundClosing.class).close(scene.round()));
        };
    }

    private static String done(Runnable step) {
        step.run();
        return "ok";
    }

    private String asked(Corrections.Asked asked) {
        if (!asked.before()) {
            requests.add(asked.request());
        }
        return applied(!asked.before());
    }

    private static String applied(boolean applied) {
        return applied ? "ok" : "repeat";
    }

    private boolean hasAward(BidId bid) {
        return jdbc.sql("select count(*) from ledger_award where bid_id = ?")
                        .param(bid.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String status(BidId bid) {
        return jdbc.sql("select status from bid_bid where id = ?")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    private String accept(Op op, BidId bid) {
        if (!hasAward(bid) || status(bid).equals("WITHDRAWN")) {
            return "skip";
        }
        bean(Acceptances.class).refuseAccepted(bid);
        List<Part> pledges =
                op.pence() == 0 ? List.of() : List.of(new Part(scene.school(bid, 0), Money.ofPence(op.pence())));
        bean(MatchLedger.class).pledge(bean(BidRegister.class).get(bid), pledges);
        Award award = bean(Releases.class).locked(bid);
        long[] shares = ModelReleases.shares(award.committed().pence(), op.n());
        List<Part> parts = new ArrayList<>();
        for (int school = 0; school < shares.length; school++) {
            long pence = shares[school] + (op.m() == 1 && school == 2 ? 1 : 0);
            if (pence > 0) {
                parts.add(new Part(scene.school(bid, school), Money.ofPence(pence)));
            }
        }
        CollaborationId collaboration = bean(BidRegister.class).get(bid).collaborationId();
        bean(AwardShares.class).set(award, collaboration, parts);
        bean(Acceptances.class).add(award, bean(CurrentUser.class).actor().id(), "");
        bean(AuditTrail.class).record(Act.onBid(bid.value(), "ledger.accepted", ""));
        return "ok";
    }

    private String giveBack(BidId bid) {
        if (!hasAward(bid) || !status(bid).equals("AWARDED")) {
            return "skip";
        }
        bean(FundsCommitment.class).returnFunds(bid);
        jdbc.sql("update bid_bid set status = 'WITHDRAWN' where id = ?")
                .param(bid.toString())
                .update();
        return "ok";
    }

    private String approve(Op op, BidId bid) {
        release.approve(bid, op.n() + 1);
        Map<Integer, UUID> paid = new TreeMap<>();
        jdbc.sql("""
                        select r.id, r.payee_school_id from ledger_release r join ledger_entry e on e.id = r.entry_id
                        where e.bid_id = ?""").param(bid.toString()).query(row -> {
            UUID payment = UUID.fromString(row.getString("id"));
            if (!payments.contains(payment)) {
                paid.put(scene.number(row.getString("payee_school_id")), payment);
            }
        });
        payments.addAll(paid.values());
        return "ok";
    }

    private String askReversal(Op op) {
        if (payments.isEmpty()) {
            return "skip";
        }
        UUID payment = payments.get(op.bid() % payments.size());
        return done(() -> requests.add(corrections.requestReversal(payment, "failed")));
    }

    private String decide(Op op) {
        if (requests.isEmpty()) {
            return "skip";
        }
        UUID request = requests.get(op.bid() % requests.size());
        return done(op.m() == 1 ? () -> corrections.reject(request, "no") : () -> corrections.approve(request));
    }

    private String consent(Op op) {
        if (moves.isEmpty()) {
            return "skip";
        }
        UUID move = moves.get(op.bid() % moves.size());
        EnvelopeMoves both = bean(EnvelopeMoves.class);
        scene.actAsDecider(move);
        return done(op.m() == 1 ? () -> both.decline(move, "no") : () -> both.consent(move));
    }

    @Override
    public String state() {
        return scene.state();
    }

    static UUID key(long seed, String kind, int key) {
        return UUID.nameUUIDFromBytes((seed + ":" + kind + ":" + key).getBytes(StandardCharsets.UTF_8));
    }
}
