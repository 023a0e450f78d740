package org.schoolcollab.bid.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.ConsentAnswer;
import org.schoolcollab.bid.ConsentState;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.ByName;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The member schools of bids: amounts, who was taken out, who is asked, and every answer, which is written once and sealed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MemberStore {

    /** What stands against a school in a bid. */
    private record Row(Money share, Money pledge, boolean asked, MemberSchool.@Nullable Put put) {

        static final Row NONE = new Row(Money.ZERO, Money.ZERO, false, null);
    }

    /** Amounts of one school. */
    public record Amounts(EstablishmentId school, Money share, Money pledge) {}

    private final JdbcClient jdbc;
    private final SealedRows sealed;
    private final GuideAmount guide;
    private final Rounds rounds;
    private final People people;
    private final PortalClock clock;

    MemberStore(
            JdbcClient jdbc, SealedRows sealed, GuideAmount guide, Rounds rounds, People people, PortalClock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.guide = guide;
        this.rounds = rounds;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The schools of a bid beside what its plan asks for; the same number of statements whatever their number. While the plan is with its
     * lead they are the members of today; after that those by whom it was submitted, whoever has joined or left since.
     */
    public MemberSchools load(BidSummary bid, PlanDraft plan) {
        Instant submitted = bid.submittedAt();
        return bid.status().isWithLead() || submitted == null
                ? load(bid, plan, clock.today())
                : submitted(load(bid, plan, LocalDate.ofInstant(submitted, PortalClock.LONDON)));
    }

    /** The same with the members of today, wherever the bid stands. */
    public MemberSchools loadToday(BidSummary bid, PlanDraft plan) {
        return load(bid, plan, clock.today());
    }

    /** Without schools that were never asked: their joining before the submission was recorded only after it. */
    private static MemberSchools submitted(MemberSchools members) {
        List<MemberSchool> asked = members.schools().stream()
                .filter(school -> school.answer() != null)
                .toList();
        return asked.isEmpty()
                ? members
                : new MemberSchools(members.bid(), asked, members.takenOut(), members.requested(), members.matched());
    }

    private MemberSchools load(BidSummary bid, PlanDraft plan, LocalDate day) {
        Round round = rounds.get(bid.roundId());
        Map<String, Row> rows = rows(bid.id());
        Map<String, ConsentAnswer> answers = lastAnswers(bid.id());
        Set<String> headed = people.keysHeld(Role.HEADTEACHER);
        List<MemberSchool> schools = new ArrayList<>();
        for (Member member : guide.membersOn(day, bid.collaborationId(), bid.roundId())) {
            String id = member.school().toString();
            Row row = rows.getOrDefault(id, Row.NONE);
            ConsentAnswer answer = answers.get(id);
            schools.add(new MemberSchool(
                    member.school(),
                    member.name(),
                    member.phase(),
                    member.lead(),
                    member.from(),
                    round.guideFor(member.phase()),
                    row.share(),
                    row.pledge(),
                    row.put(),
                    state(row, answer),
                    answer,
                    headed.contains(id)));
        }
        return new MemberSchools(bid, List.copyOf(schools), takenOut(bid.id()), plan.requested(), plan.matched());
    }

    private static ConsentState state(Row row, @Nullable ConsentAnswer answer) {
        if (row.asked()) {
            return ConsentState.ASKED;
        }
        if (answer == null) {
            return ConsentState.NOT_ASKED;
        }
        return switch (answer.kind()) {
            case GIVEN -> answer.agreesTo(row.share(), row.pledge()) ? ConsentState.GIVEN : ConsentState.VOID;
            case DECLINED -> ConsentState.DECLINED;
            case WITHDRAWN -> ConsentState.WITHDRAWN;
        };
    }

    private Map<String, Row> rows(BidId bid) {
        Map<String, Row> rows = new HashMap<>();
        jdbc.sql("""
                        select s.school_id, s.share_pence, s.pledge_pence, s.asked_at, s.amounts_at, p.display_name
                        from bid_school s left join security_person p on p.id = s.amounts_by where s.bid_id = ?""").param(bid.toString()).query(row -> {
            rows.put(
                    row.getString("school_id"),
                    new Row(
                            Money.ofPence(row.getLong("share_pence")),
                            Money.ofPence(row.getLong("pledge_pence")),
                            row.getTimestamp("asked_at") != null,
                            put(row)));
        });
        return rows;
    }

    private static MemberSchool.@Nullable Put put(ResultSet row) throws SQLException {
        String by = row.getString("display_name");
        return by == null
                ? null
                : new MemberSchool.Put(by, row.getTimestamp("amounts_at").toInstant());
    }

    /** The last answers of the schools, each since it has been a school of the bid without a break. */
    private Map<String, ConsentAnswer> lastAnswers(BidId bid) {
        Map<String, ConsentAnswer> answers = new HashMap<>();
        jdbc.sql(ANSWERS + """
                         left join bid_school s on s.bid_id = c.bid_id and s.school_id = c.school_id
                        where c.bid_id = ? and c.number > coalesce(s.past_answers, 0) order by c.number""").param(bid.toString()).query(row -> {
            answers.put(row.getString("school_id"), answer(row));
        });
        return answers;
    }

    /** Every answer of a school in a bid, the first first. */
    public List<ConsentAnswer> answers(BidId bid, EstablishmentId school) {
        return jdbc.sql(ANSWERS + " where c.bid_id = ? and c.school_id = ? order by c.number")
                .params(bid.toString(), school.toString())
                .query((row, n) -> answer(row))
                .list();
    }

    private static final String ANSWERS = """
            select c.school_id, c.answer, c.share_pence, c.pledge_pence, c.reason, p.display_name, c.answered_at
            from bid_consent c join security_person p on p.id = c.answered_by""";

    private static ConsentAnswer answer(ResultSet row) throws SQLException {
        return new ConsentAnswer(
                ConsentAnswer.Kind.valueOf(row.getString("answer")),
                Money.ofPence(row.getLong("share_pence")),
                Money.ofPence(row.getLong("pledge_pence")),
                row.getString("reason"),
                row.getString("display_name"),
                row.getTimestamp("answered_at").toInstant());
    }

    private List<MemberSchools.TakenOut> takenOut(BidId bid) {
        return jdbc
                .sql("""
                        select s.school_id, e.name, s.taken_out_reason, p.display_name, s.taken_out_at
                        from bid_school s join establishment_school e on e.id = s.school_id
                          left join security_person p on p.id = s.taken_out_by
                        where s.bid_id = ? and s.taken_out_at is not null order by e.id""")
                .param(bid.toString())
                .query((row, n) -> new MemberSchools.TakenOut(
                        EstablishmentId.of(row.getString("school_id")),
                        row.getString("name"),
                        row.getString("taken_out_reason"),
                        row.getString("display_name") == null ? "" : row.getString("display_name"),
                        row.getTimestamp("taken_out_at").toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(MemberSchools.TakenOut::name, ByName.ORDER))
                .toList();
    }

    /** Whether the lead has taken the school out of the bid. */
    public boolean isTakenOut(BidId bid, EstablishmentId school) {
        return takenOut(bid).stream().anyMatch(out -> out.id().equals(school));
    }

    /** Puts the amounts of these schools, all in one statement. */
    public void amounts(BidId bid, Collection<Amounts> amounts, PersonId by, Instant at) {
        List<Object> values = new ArrayList<>();
        amounts.forEach(one -> values.addAll(List.of(
                bid.toString(),
                one.school().toString(),
                one.share().pence(),
                one.pledge().pence(),
                by.toString(),
                Timestamp.from(at))));
        if (!amounts.isEmpty()) {
            jdbc.sql(
                            "insert into bid_school (bid_id, school_id, share_pence, pledge_pence, amounts_by, amounts_at, version)"
                                    + " values "
                                    + String.join(
                                            ", ",
                                            java.util.Collections.nCopies(amounts.size(), "(?, ?, ?, ?, ?, ?, 1)"))
                                    + " on duplicate key update share_pence = values(share_pence),"
                                    + " pledge_pence = values(pledge_pence), amounts_by = values(amounts_by),"
                                    + " amounts_at = values(amounts_at), version = version + 1")
                    .params(values)
                    .update();
        }
    }

    /** Notes that the school is asked, or with null that it is not any more. */
    public void asked(BidId bid, EstablishmentId school, @Nullable Instant at) {
        jdbc.sql("""
                        insert into bid_school (bid_id, school_id, asked_at, version) values (?, ?, ?, 1)
                        on duplicate key update asked_at = values(asked_at), version = version + 1""")
                .params(Arrays.asList(bid.toString(), school.toString(), at == null ? null : Timestamp.from(at)))
                .update();
    }

    /** Schools that are asked now, members or not any more. */
    public List<EstablishmentId> askedNow(BidId bid) {
        return jdbc.sql("select school_id from bid_school where bid_id = ? and asked_at is not null order by school_id")
                .param(bid.toString())
                .query((row, n) -> EstablishmentId.of(row.getString("school_id")))
                .list();
    }

    /** The school takes no part in the bid any more. */
    public void takeOut(BidId bid, EstablishmentId school, String reason, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into bid_school (bid_id, school_id, taken_out_at, taken_out_by, taken_out_reason, version)
                        values (?, ?, ?, ?, ?, 1)
                        on duplicate key update taken_out_at = values(taken_out_at), taken_out_by = values(taken_out_by),
                          taken_out_reason = values(taken_out_reason), version = version + 1""")
                .params(bid.toString(), school.toString(), Timestamp.from(at), by.toString(), reason)
                .update();
    }

    /** The school takes part again. */
    public void takeBack(BidId bid, EstablishmentId school) {
        jdbc.sql("""
                        update bid_school set taken_out_at = null, taken_out_by = null, taken_out_reason = null,
                          version = version + 1
                        where bid_id = ? and school_id = ?""").params(bid.toString(), school.toString()).update();
    }

    /**
     * Of all but these nothing stands in the bid any more: no amounts, no question, and no answer that would count if the school came
     * back, be it by joining again or by being taken back.
     */
    public void keepOnly(BidId bid, Collection<EstablishmentId> members) {
        jdbc.sql("""
                        update bid_school s set s.share_pence = 0, s.pledge_pence = 0, s.asked_at = null,
                          s.amounts_by = null, s.amounts_at = null, s.version = s.version + 1, s.past_answers = (
                          select coalesce(max(c.number), 0) from bid_consent c
                          where c.bid_id = s.bid_id and c.school_id = s.school_id)
                        where s.bid_id = :bid and s.school_id not in (:members)""")
                .param("bid", bid.toString())
                .param(
                        "members",
                        members.isEmpty()
                                ? List.of(bid.toString())
                                : members.stream()
                                        .map(EstablishmentId::toString)
                                        .toList())
                .update();
    }

    /** Changes with whatever the lead's page of the schools shows: amounts, questions, answers, members, and the plan's sums. */
    public String stamp(BidId bid) {
        return jdbc.sql("""
                        select concat_ws(' ', b.version, b.member_count,
                          (select coalesce(sum(version), 0) from bid_school where bid_id = b.id),
                          (select count(*) from bid_consent where bid_id = b.id))
                        from bid_bid b where b.id = ?""").param(bid.toString()).query(String.class).single();
    }

    /** The names of these schools, by name. */
    public List<String> names(Collection<EstablishmentId> schools) {
        return schools.isEmpty()
                ? List.of()
                : jdbc
                        .sql("select name from establishment_school where id in (:schools)")
                        .param(
                                "schools",
                                schools.stream().map(EstablishmentId::toString).toList())
                        .query(String.class)
                        .list()
                        .stream()
                        .sorted(ByName.ORDER)
                        .toList();
    }

    /** Keeps answers of one kind for good. The caller has locked the bid and records the act afterwards. */
    public void answered(
            BidId bid, List<Amounts> schools, ConsentAnswer.Kind kind, String reason, PersonId by, Instant at) {
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.sql("select school_id, max(number) as last from bid_consent where bid_id = ? group by school_id")
                .param(bid.toString())
                .query(row -> {
                    numbers.put(row.getString("school_id"), row.getInt("last"));
                });
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Amounts one : schools) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("bid_id", bid);
            row.put("school_id", one.school());
            row.put("number", numbers.getOrDefault(one.school().toString(), 0) + 1);
            row.put("answer", kind);
            row.put("share_pence", one.share().pence());
            row.put("pledge_pence", one.pledge().pence());
            row.put("reason", reason);
            row.put("answered_by", by);
            row.put("answered_at", at);
            rows.add(row);
        }
        sealed.insertAll("bid_consent", rows);
    }
}
