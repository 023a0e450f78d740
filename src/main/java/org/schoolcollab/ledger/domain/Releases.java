package org.schoolcollab.ledger.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.ReleaseRefused;
import org.schoolcollab.ledger.domain.AwardShares.Portion;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves an instalment through its release. The caller has locked the bid and checked the person's role. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Releases {

    /** An instalment that was released, and what was paid of it now: the rest of it where only some of its payments were reversed. */
    public record Released(Instalment instalment, Money amount) {}

    private final AwardRepository awards;
    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final ReleaseRegister register;
    private final AwardShares shares;
    private final People people;
    private final EntityManager entities;
    private final PortalClock clock;

    Releases(
            AwardRepository awards,
            EnvelopeAccounts envelopes,
            Journal journal,
            ReleaseRegister register,
            AwardShares shares,
            People people,
            EntityManager entities,
            PortalClock clock) {
        this.awards = awards;
        this.envelopes = envelopes;
        this.journal = journal;
        this.register = register;
        this.shares = shares;
        this.people = people;
        this.entities = entities;
        this.clock = clock;
    }

    /** The award of this bid with its row locked. */
    public Award locked(BidId bid) {
        return awards.idByBidId(bid.value())
                .map(id -> entities.find(Award.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NotFound::new);
    }

    public Instalment request(BidSummary bid, int number, PersonId requester) {
        Award award = locked(bid.id());
        Instalment instalment = award.instalment(number);
        refuseReleased(instalment);
        PersonId earlier = instalment.requestedBy();
        if (instalment.status() == InstalmentStatus.REQUESTED && earlier != null) {
            throw ReleaseRefused.alreadyRequested(
                    people.find(earlier).map(People.Person::displayName).orElse(""),
                    Objects.requireNonNull(instalment.requestedAt()));
        }
        if (!shares.ensure(award, bid.collaborationId())) {
            throw ReleaseRefused.noLeadSchool();
        }
        award.request(number, requester, clock.instant());
        entities.flush();
        return instalment;
    }

    public Instalment reject(BidSummary bid, int number, PersonId rejecter, String reason) {
        Award award = locked(bid.id());
        refuseReleased(award.instalment(number));
        if (rejecter.equals(award.instalment(number).requestedBy())) {
            throw ReleaseRefused.samePerson();
        }
        award.reject(number, reason);
        entities.flush();
        return award.instalment(number);
    }

    /** Pays what is open of the instalment to each of its schools: envelope, award, journal and payments in one go, once. */
    public Released release(BidSummary bid, int number, PersonId approver) {
        Envelope envelope = envelopes.lock(bid.roundId(), bid.areaCode()).orElseThrow(NotFound::new);
        Award award = locked(bid.id());
        Instalment instalment = award.instalment(number);
        refuseReleased(instalment);
        if (approver.equals(instalment.requestedBy())) {
            throw ReleaseRefused.samePerson();
        }
        Money paid = award.release(number);
        List<Portion> portions = shares.portions(award.id(), instalment.id()).stream()
                .filter(portion -> !portion.paid())
                .toList();
        entities.flush();
        List<JournalEntry> entries = portions.stream()
                .map(portion -> payment(bid.id(), award, instalment, portion))
                .toList();
        journal.post(envelope, entries);
        register.add(
                award,
                instalment,
                portions,
                entries.stream().map(JournalEntry::id).toList(),
                approver,
                clock.instant());
        return new Released(instalment, paid);
    }

    /** One entry for each school's payment, so that each can be reversed by itself. */
    private static JournalEntry payment(BidId bid, Award award, Instalment instalment, Portion portion) {
        return JournalEntry.move(
                EntryKind.RELEASED,
                bid,
                ReleaseRegister.key(award, instalment, portion),
                AccountRef.committed(award.id()),
                AccountRef.released(award.id(), portion.school().value()),
                portion.amount());
    }

    /** Whether a payment of this instalment was reversed, so that it is paid again outside its bid's own course. */
    public boolean isPaidAgain(BidId bid, int number) {
        return locked(bid).instalment(number).approvals() > 0;
    }

    /** Rule 5: the instalment that waited for the March report may be requested now. */
    public void marchReportAccepted(BidId bid) {
        locked(bid).marchReportAccepted();
        entities.flush();
    }

    private void refuseReleased(Instalment instalment) {
        if (instalment.status() == InstalmentStatus.RELEASED) {
            register.approvalOf(instalment).ifPresent(approval -> {
                throw ReleaseRefused.alreadyReleased(approval.person(), approval.at());
            });
        }
    }
}
