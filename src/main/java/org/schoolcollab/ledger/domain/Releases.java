package org.schoolcollab.ledger.domain;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Objects;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.ReleaseRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves an instalment through its release. The caller has locked the bid and checked the person's role. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Releases {

    private final AwardRepository awards;
    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final ReleaseRegister register;
    private final CollaborationDirectory collaborations;
    private final People people;
    private final EntityManager entities;
    private final PortalClock clock;

    Releases(
            AwardRepository awards,
            EnvelopeAccounts envelopes,
            Journal journal,
            ReleaseRegister register,
            CollaborationDirectory collaborations,
            People people,
            EntityManager entities,
            PortalClock clock) {
        this.awards = awards;
        this.envelopes = envelopes;
        this.journal = journal;
        this.register = register;
        this.collaborations = collaborations;
        this.people = people;
        this.entities = entities;
        this.clock = clock;
    }

    /** The award of this bid with its row locked. */
    public Award locked(BidId bid) {
        Award award = awards.lockByBidId(bid.value()).orElseThrow(NotFound::new);
        entities.refresh(award);
        return award;
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
        leadSchool(bid);
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

    /** Pays the instalment: envelope, award, journal and release in one go, once. */
    public Instalment release(BidSummary bid, int number, PersonId approver) {
        Envelope envelope = envelopes.lock(bid.roundId(), bid.areaCode()).orElseThrow(NotFound::new);
        Award award = locked(bid.id());
        Instalment instalment = award.instalment(number);
        refuseReleased(instalment);
        PersonId requester = instalment.requestedBy();
        if (approver.equals(requester)) {
            throw ReleaseRefused.samePerson();
        }
        Member payee = leadSchool(bid);
        award.release(number);
        envelope.release(instalment.amount());
        entities.flush();
        JournalEntry entry = JournalEntry.move(
                EntryKind.RELEASED,
                bid.id(),
                ReleaseRegister.key(award, instalment),
                null,
                envelope.id(),
                Account.COMMITTED,
                Account.RELEASED,
                instalment.amount());
        journal.post(entry);
        Instant now = clock.instant();
        register.add(
                award,
                instalment,
                payee.school(),
                payee.name(),
                Objects.requireNonNull(requester),
                Objects.requireNonNull(instalment.requestedAt()),
                approver,
                now,
                entry.id());
        return instalment;
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

    /** The lead school holds the money. */
    private Member leadSchool(BidSummary bid) {
        return collaborations.membersAt(bid.collaborationId(), clock.today()).stream()
                .filter(Member::lead)
                .findFirst()
                .orElseThrow(ReleaseRefused::noLeadSchool);
    }
}
