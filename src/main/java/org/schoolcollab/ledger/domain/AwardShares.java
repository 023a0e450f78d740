package org.schoolcollab.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.ledger.PayeeKind;
import org.schoolcollab.ledger.SharesRefused;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What each member school gets of an award and of each of its instalments. The caller has locked the award. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AwardShares {

    /**
     * A school's portion of an instalment.
     *
     * @param number of the school among those of the award, the same for ever
     * @param attempts how often it was paid, 0 before the first time
     * @param paid whether the last payment stands, that is was not reversed
     */
    public record Portion(
            EstablishmentId school,
            String name,
            PayeeKind kind,
            int number,
            Money amount,
            int attempts,
            boolean paid) {}

    private final JdbcClient jdbc;
    private final CollaborationDirectory collaborations;
    private final SealedRows sealed;
    private final PortalClock clock;

    AwardShares(JdbcClient jdbc, CollaborationDirectory collaborations, SealedRows sealed, PortalClock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.collaborations = collaborations;
        this.clock = clock;
    }

    /**
     * Sets the shares of all schools anew, before any of the money is released.
     *
     * @param shares in the order in which schools are named on payments
     * @throws SharesRefused unless they are members today, each named once, and their shares add up to the award
     */
    public void set(Award award, CollaborationId collaboration, List<Part> shares) {
        boolean untouched = award.instalments().stream()
                .allMatch(
                        instalment -> instalment.approvals() == 0 && instalment.status() != InstalmentStatus.REQUESTED);
        if (!untouched) {
            throw SharesRefused.released();
        }
        Set<EstablishmentId> members = collaborations.membersAt(collaboration, clock.today()).stream()
                .map(Member::school)
                .collect(Collectors.toSet());
        Set<EstablishmentId> named = new HashSet<>();
        Money sum = Money.ZERO;
        for (Part share : shares) {
            if (!share.amount().isPositive() || !named.add(share.school())) {
                throw SharesRefused.amount();
            }
            if (!members.contains(share.school())) {
                throw SharesRefused.notAMember();
            }
            sum = sum.plus(share.amount());
        }
        if (!sum.equals(award.committed())) {
            throw SharesRefused.sum(sum, award.committed());
        }
        write(award, shares);
    }

    /** Gives all of the award to the lead school, which holds the money, where nothing is shared out yet; false if there is none. */
    public boolean ensure(Award award, CollaborationId collaboration) {
        boolean shared = jdbc.sql("select count(*) from ledger_share where award_id = ?")
                        .param(award.id().toString())
                        .query(Integer.class)
                        .single()
                > 0;
        return shared || toLeadSchool(award, collaboration);
    }

    /** Gives all of a new award to the lead school; false if the collaboration has none. */
    boolean toLeadSchool(Award award, CollaborationId collaboration) {
        List<Part> lead = collaborations.membersAt(collaboration, clock.today()).stream()
                .filter(Member::lead)
                .limit(1)
                .map(member -> new Part(member.school(), award.committed()))
                .toList();
        if (lead.isEmpty()) {
            return false;
        }
        write(award, lead);
        return true;
    }

    private void write(Award award, List<Part> shares) {
        List<Instalment> open = award.instalments().stream()
                .filter(instalment -> instalment.status() != InstalmentStatus.CANCELLED)
                .toList();
        List<List<Money>> plan = ShareSplit.of(
                open.stream().map(Instalment::amount).toList(),
                shares.stream().map(Part::amount).toList());
        jdbc.sql("""
                        delete p from ledger_portion p join ledger_instalment i on i.id = p.instalment_id
                        where i.award_id = ?""").param(award.id().toString()).update();
        jdbc.sql("delete from ledger_share where award_id = ?")
                .param(award.id().toString())
                .update();
        List<Object> shareValues = new ArrayList<>();
        List<Object> portionValues = new ArrayList<>();
        for (int s = 0; s < shares.size(); s++) {
            String school = shares.get(s).school().toString();
            shareValues.addAll(List.of(
                    award.id().toString(), school, s + 1, shares.get(s).amount().pence()));
            for (int i = 0; i < open.size(); i++) {
                Money part = plan.get(i).get(s);
                if (part.isPositive()) {
                    portionValues.addAll(List.of(open.get(i).id().toString(), school, part.pence()));
                }
            }
        }
        insert("insert into ledger_share (award_id, school_id, number, pence) values ", 4, shareValues);
        insert("insert into ledger_portion (instalment_id, school_id, pence) values ", 3, portionValues);
    }

    /** An instalment was reduced or cancelled: what is unpaid of its schools' portions is less by this amount, in proportion. */
    void reduce(Award award, Instalment instalment, Money amount) {
        List<Portion> unpaid = portions(award.id(), instalment.id()).stream()
                .filter(portion -> !portion.paid())
                .toList();
        if (unpaid.isEmpty()) {
            return;
        }
        List<Money> less =
                ShareSplit.split(amount, unpaid.stream().map(Portion::amount).toList());
        for (int i = 0; i < unpaid.size(); i++) {
            Portion portion = unpaid.get(i);
            portion(instalment, portion.school(), portion.amount().minus(less.get(i)));
            change(award, portion.school(), Money.ZERO.minus(less.get(i)));
        }
    }

    /**
     * Moves a part of a school's share, unpaid and not requested yet, to another school; the last instalments first.
     *
     * @throws LedgerActRefused if less can be moved
     * @throws SharesRefused if the other is no member today
     */
    void move(Award award, CollaborationId collaboration, EstablishmentId from, EstablishmentId to, Money amount) {
        boolean member = collaborations.membersAt(collaboration, clock.today()).stream()
                .anyMatch(m -> m.school().equals(to));
        if (!member) {
            throw SharesRefused.notAMember();
        }
        Money left = amount;
        for (Instalment instalment : award.instalments().reversed()) {
            if (instalment.reducible().isZero()) {
                continue;
            }
            List<Portion> portions = portions(award.id(), instalment.id());
            Portion giver = find(portions, from);
            Portion taker = find(portions, to);
            if (giver == null || giver.paid() || (taker != null && taker.paid())) {
                continue;
            }
            Money part = Money.min(left, giver.amount());
            if (part.isPositive()) {
                portion(instalment, from, giver.amount().minus(part));
                portion(instalment, to, taker == null ? part : taker.amount().plus(part));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            throw LedgerActRefused.atMost(amount, amount.minus(left));
        }
        change(award, from, Money.ZERO.minus(amount));
        change(award, to, amount);
    }

    private static @Nullable Portion find(List<Portion> portions, EstablishmentId school) {
        return portions.stream()
                .filter(portion -> portion.school().equals(school))
                .findFirst()
                .orElse(null);
    }

    private void portion(Instalment instalment, EstablishmentId school, Money amount) {
        if (amount.isZero()) {
            jdbc.sql("delete from ledger_portion where instalment_id = ? and school_id = ?")
                    .params(instalment.id().toString(), school.toString())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into ledger_portion (instalment_id, school_id, pence) values (?, ?, ?)
                        on duplicate key update pence = value(pence)""")
                .params(instalment.id().toString(), school.toString(), amount.pence())
                .update();
    }

    /** A school that had no share so far gets the next number. */
    private void change(Award award, EstablishmentId school, Money by) {
        int changed = jdbc.sql("update ledger_share set pence = pence + ? where award_id = ? and school_id = ?")
                .params(by.pence(), award.id().toString(), school.toString())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                            insert into ledger_share (award_id, school_id, number, pence)
                            select ?, ?, coalesce(max(number), 0) + 1, ? from ledger_share where award_id = ?""")
                    .params(
                            award.id().toString(),
                            school.toString(),
                            by.pence(),
                            award.id().toString())
                    .update();
        }
    }

    private void insert(String into, int columns, List<Object> values) {
        String row = "(" + String.join(", ", java.util.Collections.nCopies(columns, "?")) + ")";
        jdbc.sql(into + String.join(", ", java.util.Collections.nCopies(values.size() / columns, row)))
                .params(values)
                .update();
    }

    /** Who gets what of an instalment, in the order of the shares. */
    public List<Portion> portions(UUID award, UUID instalment) {
        return jdbc.sql("""
                        select p.school_id, s.name, s.academy, h.number, p.pence,
                          (select count(*) from ledger_release r
                           where r.instalment_id = p.instalment_id and r.payee_school_id = p.school_id) as attempts,
                          (select count(*) from ledger_reversal v
                           where v.instalment_id = p.instalment_id and v.payee_school_id = p.school_id) as reversals
                        from ledger_portion p
                          join establishment_school s on s.id = p.school_id
                          join ledger_share h on h.award_id = ? and h.school_id = p.school_id
                        where p.instalment_id = ? order by h.number""")
                .params(award.toString(), instalment.toString())
                .query(AwardShares::portion)
                .list();
    }

    private static Portion portion(ResultSet row, int n) throws SQLException {
        int attempts = row.getInt("attempts");
        return new Portion(
                EstablishmentId.of(row.getString("school_id")),
                row.getString("name"),
                row.getBoolean("academy") ? PayeeKind.ACADEMY : PayeeKind.MAINTAINED,
                row.getInt("number"),
                Money.ofPence(row.getLong("pence")),
                attempts,
                attempts > row.getInt("reversals"));
    }

    /**
     * Whether this very part moved before under this key.
     *
     * @throws LedgerActRefused if the key was used for something else
     */
    public boolean hasMoved(Award award, EstablishmentId from, EstablishmentId to, Money amount, UUID key) {
        Optional<Boolean> before = jdbc.sql("""
                        select award_id = ? and from_school = ? and to_school = ? and amount_pence = ?
                        from ledger_share_move where request_key = ?""")
                .params(award.id().toString(), from.toString(), to.toString(), amount.pence(), key.toString())
                .query(Boolean.class)
                .optional();
        if (before.isPresent() && !before.get()) {
            throw LedgerActRefused.keyUsed();
        }
        return before.isPresent();
    }

    /** Keeps the key under which a part has moved, sealed by the record of the act. */
    public void keepMove(Award award, EstablishmentId from, EstablishmentId to, Money amount, UUID key, PersonId by) {
        sealed.insert(
                "ledger_share_move",
                Map.of(
                        "request_key", key,
                        "award_id", award.id(),
                        "from_school", from,
                        "to_school", to,
                        "amount_pence", amount.pence(),
                        "moved_by", by,
                        "moved_at", clock.instant()));
    }
}
