package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.bid.domain.MemberStore;
import org.schoolcollab.bid.domain.MemberStore.Amounts;
import org.schoolcollab.bid.domain.MembersStandBehindThePlan;
import org.schoolcollab.bid.domain.SplitByGuide;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The lead says which schools take part, what each gets and pledges, and asks them for their consent. */
@UseCase
public class SchoolShares {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 2000;

    /**
     * The amounts of one school as typed.
     *
     * @param seen share and pledge as they were when the person began to type
     */
    public record Line(EstablishmentId school, Money share, Money pledge, Seen seen) {

        boolean isAsSeen() {
            return seen.equals(new Seen(share, pledge));
        }
    }

    /** What stood there before. */
    public record Seen(Money share, Money pledge) {}

    /** Which amount of a school. */
    public enum Kind {
        SHARE,
        PLEDGE
    }

    /**
     * An amount that was typed and not put, since another stands that the person had not seen.
     *
     * @param by who put the one that stands, null where nobody is known to have
     */
    public record Conflict(
            EstablishmentId school, Kind kind, Money stands, Money typed, MemberSchool.@Nullable Put by) {}

    /** The schools as they are after a save, and what of it was not put. */
    public record Saved(MemberSchools schools, List<Conflict> conflicts) {}

    private final LeadsBid leadsBid;
    private final Consents consents;
    private final MemberStore store;
    private final AuditTrail audit;
    private final PortalClock clock;

    SchoolShares(LeadsBid leadsBid, Consents consents, MemberStore store, AuditTrail audit, PortalClock clock) {
        this.leadsBid = leadsBid;
        this.consents = consents;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The schools, for the lead to work on. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public MemberSchools open(BidId id) {
        leadsBid.read(id);
        return consents.of(id);
    }

    /** What is asked for and pledged, split by the guide amounts of the schools; nothing is saved. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<Line> byGuide(BidId id) {
        leadsBid.read(id);
        MemberSchools now = consents.of(id);
        List<Money> guides = now.schools().stream().map(MemberSchool::guide).toList();
        List<Money> shares = SplitByGuide.split(now.requested(), guides);
        List<Money> pledges = SplitByGuide.split(now.matched(), guides);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < guides.size(); i++) {
            MemberSchool school = now.schools().get(i);
            lines.add(new Line(school.id(), shares.get(i), pledges.get(i), new Seen(school.share(), school.pledge())));
        }
        return List.copyOf(lines);
    }

    /** How far the page of the schools has come; it differs once anything that it shows is another. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public String stamp(BidId id) {
        leadsBid.read(id);
        return store.stamp(id);
    }

    /**
     * Puts the amounts. They need not add up yet. A school that had agreed to others is asked anew. Where somebody else has put another
     * amount since it was read, theirs stands and is answered with the one that was typed; all others are put.
     *
     * @throws ConsentRefused if a school whose amounts were changed is no member of the bid
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public Saved save(BidId id, List<Line> typed) {
        lockWithLead(id);
        Map<EstablishmentId, MemberSchool> members = new LinkedHashMap<>();
        consents.of(id).schools().forEach(member -> members.put(member.id(), member));
        List<Conflict> conflicts = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        List<Amounts> changed = new ArrayList<>();
        for (Line line : typed) {
            MemberSchool member = members.get(line.school());
            if (member == null) {
                if (line.isAsSeen()) {
                    continue;
                }
                throw ConsentRefused.noMember();
            }
            Money share = merged(member.share(), line.seen().share(), line.share());
            Money pledge = merged(member.pledge(), line.seen().pledge(), line.pledge());
            if (!line.seen().share().equals(line.share()) && !share.equals(line.share())) {
                conflicts.add(new Conflict(member.id(), Kind.SHARE, share, line.share(), member.put()));
            }
            if (!line.seen().pledge().equals(line.pledge()) && !pledge.equals(line.pledge())) {
                conflicts.add(new Conflict(member.id(), Kind.PLEDGE, pledge, line.pledge(), member.put()));
            }
            if (!member.share().equals(share) || !member.pledge().equals(pledge)) {
                changed.add(new Amounts(line.school(), share, pledge));
                before.add(inWords(member, member.share(), member.pledge()));
                after.add(inWords(member, share, pledge));
            }
        }
        if (!changed.isEmpty()) {
            store.amounts(id, changed, leadsBid.actor().id(), clock.instant());
            List<MemberSchool> again = consents.followAmounts(id);
            audit.record(Act.onBid(id.value(), "bid.sharesSaved", Roles.COLLABORATION_LEAD)
                    .changed("shares", String.join("; ", before), String.join("; ", after))
                    .with("askedAnew", again.isEmpty() ? null : names(again)));
        }
        return new Saved(consents.of(id), List.copyOf(conflicts));
    }

    /** What stands after the save: what was typed, unless somebody else has put another amount since it was seen. */
    private static Money merged(Money stands, Money seen, Money typed) {
        return stands.equals(seen) ? typed : stands;
    }

    /**
     * Asks every school that has not agreed to its amounts and has no question yet.
     *
     * @return how many were asked
     * @throws ValidationFailed where shares or pledges do not add up: nobody is asked for amounts that have to change
     * @throws ConsentRefused if nobody is left to be asked
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public int ask(BidId id) {
        lockWithLead(id);
        MemberSchools now = consents.of(id);
        List<Problem> gaps = new ArrayList<>(MembersStandBehindThePlan.sums(now));
        if (now.requested().isZero()) {
            gaps.add(Problem.of("schools.shares", "error.bid.schools.noRequest"));
        }
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        List<MemberSchool> open = now.missing().stream()
                .filter(school -> school.consent() != ConsentState.ASKED)
                .toList();
        if (open.isEmpty()) {
            throw ConsentRefused.nobodyToAsk();
        }
        open.forEach(school -> consents.ask(id, school.id()));
        audit.record(Act.onBid(id.value(), "bid.consentsAsked", Roles.COLLABORATION_LEAD)
                .with("schools", names(open)));
        return open.size();
    }

    /**
     * A school takes no part in this bid; it stays a member of the collaboration.
     *
     * @param reason for the record, at most {@link #REASON_LIMIT} characters
     * @throws ConsentRefused if it is the lead school or no member
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void takeOut(BidId id, EstablishmentId school, String reason) {
        Bid bid = lockWithLead(id);
        String why = Texts.reason(REASON_LIMIT, reason);
        MemberSchool member = consents.member(id, school);
        if (member.lead()) {
            throw ConsentRefused.leadSchool(member.name());
        }
        MemberSchools before = consents.of(id);
        consents.stopAsking(id, school);
        store.takeOut(id, school, why, leadsBid.actor().id(), clock.instant());
        consents.followMembers(bid);
        leadsBid.flush();
        audit.record(Act.onBid(id.value(), "bid.schoolTakenOut", Roles.COLLABORATION_LEAD)
                .with("school", member.name())
                .with("reason", why)
                .changed("guide", before.guide(), consents.of(id).guide()));
    }

    /**
     * A school that was taken out takes part again, with nothing against it.
     *
     * @throws ConsentRefused if it is no member of the collaboration or was not taken out
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void takeBack(BidId id, EstablishmentId school) {
        Bid bid = lockWithLead(id);
        MemberSchools before = consents.of(id);
        if (before.takenOut().stream().noneMatch(out -> out.id().equals(school))) {
            throw ConsentRefused.noMember();
        }
        store.takeBack(id, school);
        consents.followMembers(bid);
        leadsBid.flush();
        MemberSchool member = consents.member(id, school);
        audit.record(Act.onBid(id.value(), "bid.schoolTakenBack", Roles.COLLABORATION_LEAD)
                .with("school", member.name())
                .changed("guide", before.guide(), consents.of(id).guide()));
    }

    private Bid lockWithLead(BidId id) {
        Bid bid = leadsBid.lock(id);
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
        return bid;
    }

    private static String inWords(MemberSchool school, Money share, Money pledge) {
        return school.name() + " " + share.format() + " + " + pledge.format();
    }

    private static String names(List<MemberSchool> schools) {
        return String.join(", ", schools.stream().map(MemberSchool::name).toList());
    }
}
