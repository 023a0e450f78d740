package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.Agendas;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.Meetings;
import org.schoolcollab.board.domain.RulesOfBoards;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads meetings: those who sit on the board, administrators and auditors. */
@UseCase
public class MeetingQueries {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Ballots ballots;
    private final BidRegister bids;
    private final BoardRoll roll;
    private final RulesOfBoards rules;
    private final RunsMeetings runs;
    private final LeadsTheDecision leads;
    private final EnvelopeFunds funds;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    MeetingQueries(
            Meetings meetings,
            Agendas agendas,
            Ballots ballots,
            BidRegister bids,
            BoardRoll roll,
            RulesOfBoards rules,
            RunsMeetings runs,
            LeadsTheDecision leads,
            EnvelopeFunds funds,
            JdbcClient jdbc,
            CurrentUser currentUser,
            PortalClock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.ballots = ballots;
        this.bids = bids;
        this.roll = roll;
        this.rules = rules;
        this.runs = runs;
        this.leads = leads;
        this.funds = funds;
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The areas whose boards' meetings this person reads, by name. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Area> areas() {
        Actor actor = currentUser.actor();
        return Arrays.stream(Area.values())
                .filter(area -> mayRead(actor, area.name()))
                .toList();
    }

    /** The areas whose meetings this person plans and runs. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Area> areasToPlan() {
        return Arrays.stream(Area.values())
                .filter(area -> runs.may(area.name()))
                .toList();
    }

    /** The meetings of those boards, the latest first. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Meeting> all() {
        return meetings.of(areas().stream().map(Area::name).toList());
    }

    /** The meeting on whose agenda a bid was put last; empty where there is none that this person reads. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Optional<Meeting> of(BidId bid) {
        return meetings.of(bid).filter(meeting -> mayRead(currentUser.actor(), meeting.areaCode()));
    }

    /**
     * One meeting.
     *
     * @throws org.schoolcollab.shared.NotFound if there is none
     * @throws AccessRefused for members of other boards
     */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public MeetingOnScreen meeting(MeetingId id) {
        Meeting meeting = readable(id);
        Actor actor = currentUser.actor();
        List<AgendaItem> items = new ArrayList<>();
        for (Agendas.Item item : agendas.of(id)) {
            items.add(item(meeting, item, items.size() + 1));
        }
        Map<PersonId, Attendance> noted = meetings.attendance(id);
        Set<PersonId> voted = meetings.voters(id);
        return new MeetingOnScreen(
                meeting,
                runs.may(meeting.areaCode()),
                clock.today().isBefore(meeting.day()),
                rules.of(meeting.areaCode()).counting(),
                roll.people(meeting.areaCode()).stream()
                        .map(person -> new MeetingOnScreen.Member(
                                person.id(),
                                person.displayName(),
                                noted.get(person.id()),
                                voted.contains(person.id()),
                                person.id().equals(actor.id())))
                        .toList(),
                List.copyOf(items),
                envelopes(meeting, items));
    }

    /** Bids that wait for this board's decision and are on no open agenda, by collaboration. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<BidSummary> waiting(MeetingId id) {
        Meeting meeting = readable(id);
        return jdbc.sql(BidRegister.SELECT + """
                         where b.status = 'BEFORE_BOARD' and coalesce(b.board_area_code, b.area_code) = ?
                          and not exists (select 1 from board_meeting_item i where i.on_agenda = b.id)
                          and not exists (select 1 from board_ballot o where o.bid_id = b.id and o.status <> 'CLOSED')
                        order by c.name, b.id""")
                .param(meeting.areaCode())
                .query(BidRegister::row)
                .list();
    }

    private AgendaItem item(Meeting meeting, Agendas.Item item, int number) {
        BidSummary bid = bids.get(item.bid());
        boolean open = item.outcome() == null;
        List<Ballot.Member> members = open ? roll.members(bid) : List.of();
        List<BallotState.Recused> interests = open
                ? interestsNow(members)
                : agendas.interestsIn(item.id()).stream()
                        .map(named -> new BallotState.Recused(named.person(), named.interest()))
                        .toList();
        Interest mine = mine(members);
        BallotState ballot = open
                ? ballots.latest(bid.id())
                        .filter(latest -> latest.revision() == bid.revision())
                        .map(BoardQueries::state)
                        .filter(state -> mine == null || state.isClosed())
                        .orElse(null)
                : ballots.find(item.ballot()).map(BoardQueries::state).orElse(null);
        return new AgendaItem(
                number,
                bid,
                interests,
                mine,
                item.proposed(),
                item.outcome(),
                ballot,
                item.words(),
                open && meeting.status() == MeetingStatus.OPEN && leads.does(bid),
                open ? roll.shortage(bid, members) : null);
    }

    private static List<BallotState.Recused> interestsNow(List<Ballot.Member> members) {
        return members.stream()
                .flatMap(member -> Optional.ofNullable(member.interest())
                        .map(interest -> new BallotState.Recused(member.name(), interest))
                        .stream())
                .toList();
    }

    private @Nullable Interest mine(List<Ballot.Member> members) {
        return members.stream()
                .filter(member -> member.person().equals(currentUser.actor().id()))
                .findFirst()
                .map(Ballot.Member::interest)
                .orElse(null);
    }

    private List<EnvelopePicture> envelopes(Meeting meeting, List<AgendaItem> items) {
        Map<String, EnvelopePicture> pictures = new LinkedHashMap<>();
        for (AgendaItem item : items) {
            BidSummary bid = item.bid();
            String key = bid.roundName() + " " + bid.areaCode();
            EnvelopePicture picture = pictures.computeIfAbsent(
                    key,
                    none -> new EnvelopePicture(
                            bid.roundName(),
                            bid.areaCode(),
                            bid.areaName(),
                            funds.given(bid.roundId(), bid.areaCode()),
                            funds.available(bid.roundId(), bid.areaCode()),
                            Money.ZERO));
            if (item.isOpen()) {
                pictures.put(key, picture.withList(picture.list().plus(item.asks())));
            }
        }
        TreeSet<String> own = new TreeSet<>();
        pictures.forEach((key, picture) -> {
            if (picture.areaCode().equals(meeting.areaCode())) {
                own.add(key);
            }
        });
        List<EnvelopePicture> ordered = new ArrayList<>();
        own.descendingSet().forEach(key -> ordered.add(Objects.requireNonNull(pictures.remove(key))));
        ordered.addAll(pictures.values());
        return List.copyOf(ordered);
    }

    private Meeting readable(MeetingId id) {
        Meeting meeting = meetings.get(id);
        requireReader(currentUser.actor(), meeting.areaCode());
        return meeting;
    }

    /** @throws AccessRefused for who neither sits on this board nor administers or audits */
    static void requireReader(Actor actor, String areaCode) {
        if (!mayRead(actor, areaCode)) {
            throw new AccessRefused("meetings of " + areaCode);
        }
    }

    private static boolean mayRead(Actor actor, String areaCode) {
        Scope area = Scope.area(areaCode);
        return actor.has(Role.ADMINISTRATOR)
                || actor.has(Role.AUDITOR)
                || actor.has(Role.BOARD_MEMBER, area)
                || actor.has(Role.BOARD_CHAIR, area);
    }
}
