package org.schoolcollab.ledger.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.domain.MoveRegister;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PortalPrincipal;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** A round of its own for one script: two areas, bids of collaborations of three schools each, and the people who act. */
final class ModelScene {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> FINANCE = List.of("finance.officer", "finance.approver", "auditor");
    private static final List<String> CHAIRS = List.of("chair.south", "chair.east");

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final Script script;
    private final RoundId round = RoundId.random();
    private final List<String> areas = new ArrayList<>();
    private final List<BidId> bids = new ArrayList<>();
    private final Map<BidId, List<EstablishmentId>> schools = new HashMap<>();
    private final Map<EstablishmentId, Integer> numbers = new HashMap<>();
    private final Map<String, SecurityContext> people = new HashMap<>();

    ModelScene(ApplicationContext context, Script script) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.script = script;
        TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
        int number = NUMBER.incrementAndGet();
        transaction.executeWithoutResult(status -> build(number));
        for (String name : FINANCE) {
            people.put(name, context(name));
        }
        for (String name : CHAIRS) {
            people.put(name, context(name));
        }
        people.put("admin", context("admin"));
    }

    private void build(int number) {
        String author = jdbc.sql("select id from security_person where username = 'admin'")
                .query(String.class)
                .single();
        sql("""
                insert into programme_round (id, name, status, primary_guide_pence, secondary_guide_pence, first_instalment_percent,
                  later_needs_march_report, later_needs_match_proof) values (?, ?, 'OPEN', 700000, 1200000, 60, true, ?)""", round, "model " + number, script.needsMatch());
        for (int area = 0; area < 2; area++) {
            String code = "M" + number + "X" + area;
            areas.add(code);
            sql("insert into establishment_area (code, name) values (?, ?)", code, code);
            sql("insert into establishment_district (code, name, area_code) values (?, ?, ?)", code, code, code);
            sql(
                    "insert into programme_envelope (round_id, area_code, given_pence) values (?, ?, ?)",
                    round,
                    code,
                    area == 0 ? script.givenA() : script.givenB());
            grant(CHAIRS.get(area), new RoleGrant(Role.BOARD_CHAIR, Scope.area(code)));
        }
        areas.add("ALL");
        for (int bid = 0; bid < script.agreed().size(); bid++) {
            bid(bid, author);
        }
    }

    private void bid(int number, String author) {
        BidId bid = BidId.random();
        UUID collaboration = UUID.randomUUID();
        String area = areas.get(script.areaOf().get(number));
        long agreed = script.agreed().get(number);
        sql(
                "insert into collaboration_collaboration (id, slug, name, area_code, district_code) values (?, ?, ?, ?, ?)",
                collaboration,
                collaboration,
                collaboration,
                area,
                area);
        List<EstablishmentId> members = new ArrayList<>();
        for (int school = 0; school < ModelAward.SCHOOLS; school++) {
            EstablishmentId id = new EstablishmentId(UUID.randomUUID());
            members.add(id);
            numbers.put(id, school);
            sql(
                    "insert into establishment_school (id, name, phase, academy, district_code) values (?, ?, 'PRIMARY', ?, ?)",
                    id,
                    "School " + id,
                    school == 1,
                    area);
            sql(
                    "insert into collaboration_member (id, collaboration_id, school_id, lead, valid_from) values (?, ?, ?, ?, '2012-09-01')",
                    UUID.randomUUID(),
                    collaboration,
                    id,
                    school == 0);
        }
        sql("""
                insert into bid_bid (id, collaboration_id, round_id, area_code, district_code, status, requested_pence,
                  recommended_pence, agreed_pence, created_by, created_at) values (?, ?, ?, ?, ?, 'AWARDED', ?, ?, ?, ?, now(6))""", bid, collaboration, round, area, area, agreed, agreed, agreed, author);
        bids.add(bid);
        schools.put(bid, members);
    }

    private void sql(String statement, Object... values) {
        List<Object> params = new ArrayList<>();
        for (Object value : values) {
            params.add(value instanceof Number || value instanceof Boolean ? value : value.toString());
        }
        jdbc.sql(statement).params(params).update();
    }

    private void grant(String username, RoleGrant grant) {
        People directory = context.getBean(People.class);
        directory.grant(directory.principal(username).orElseThrow().actor().id(), grant);
    }

    private SecurityContext context(String username) {
        PortalPrincipal principal =
                context.getBean(People.class).principal(username).orElseThrow();
        SecurityContext made = SecurityContextHolder.createEmptyContext();
        made.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        return made;
    }

    /** Who acts in this operation. */
    void actAs(Op op) {
        String name = switch (op.kind()) {
            case ADD -> "admin";
            case HOLD_BACK, FREE -> CHAIRS.get(op.bid());
            case PROPOSE -> CHAIRS.get(op.n());
            default -> FINANCE.get(op.who());
        };
        as(name);
    }

    /** The chair who decides on a move. */
    void actAsDecider(UUID move) {
        as(CHAIRS.get(areas.indexOf(
                context.getBean(MoveRegister.class).find(move).orElseThrow().decidingArea())));
    }

    private void as(String name) {
        SecurityContextHolder.setContext(java.util.Objects.requireNonNull(people.get(name)));
    }

    int bids() {
        return bids.size();
    }

    BidId bid(int number) {
        return bids.get(number);
    }

    EstablishmentId school(BidId bid, int number) {
        return java.util.Objects.requireNonNull(schools.get(bid)).get(number);
    }

    /** The number of a school within its collaboration. */
    int number(String school) {
        return numbers.getOrDefault(EstablishmentId.of(school), 0);
    }

    RoundId round() {
        return round;
    }

    String area(int number) {
        return areas.get(number);
    }

    UUID key(Op op) {
        return RealLedger.key(script.seed() + round.hashCode(), op.kind().name(), op.key());
    }

    /** Every balance and state as the tables have it, in the writing of {@link LedgerModel#state()}. */
    String state() {
        Map<String, String> envelopes = new HashMap<>();
        jdbc.sql("""
                        select area_code, concat_ws('/', given_pence, available_pence, held_pence, committed_pence, released_pence,
                          spent_pence, lapsed_pence, left(status, 1)) as balances from ledger_envelope where round_id = ?""").param(round.toString()).query(row -> {
            envelopes.put(row.getString(1), row.getString(2));
        });
        StringBuilder text = new StringBuilder();
        long[] given = {script.givenA(), script.givenB(), 0};
        for (int area = 0; area < 3; area++) {
            text.append(envelopes.getOrDefault(areas.get(area), given[area] + "/" + given[area] + "/0/0/0/0/0/O"))
                    .append(' ');
        }
        Map<String, String> awards = new HashMap<>();
        Map<String, StringBuilder> parts = new HashMap<>();
        Map<String, long[]> portions = portions();
        jdbc.sql("""
                        select b.id as bid, a.status as award_status, concat_ws('/', a.agreed_pence, a.committed_pence, a.released_pence,
                          a.returned_pence, a.clawed_back_pence) as money, i.id, i.status, i.hold_reason is not null as hold,
                          i.amount_pence, i.released_pence
                        from bid_bid b join ledger_award a on a.bid_id = b.id join ledger_instalment i on i.award_id = a.id
                        where b.round_id = ? order by i.number""").param(round.toString()).query(row -> {
            String bid = row.getString("bid");
            awards.put(bid, row.getString("award_status") + " " + row.getString("money"));
            StringBuilder part = parts.computeIfAbsent(bid, b -> new StringBuilder());
            part.append(" [%s%s %d/%d"
                    .formatted(
                            row.getString("status"),
                            row.getBoolean("hold") ? " HOLD" : "",
                            row.getLong("amount_pence"),
                            row.getLong("released_pence")));
            for (long portion : portions.getOrDefault(row.getString("id"), new long[ModelAward.SCHOOLS])) {
                part.append(' ').append(portion);
            }
            part.append(']');
        });
        for (int bid = 0; bid < bids.size(); bid++) {
            String id = bids.get(bid).toString();
            if (awards.containsKey(id)) {
                text.append("\nbid ")
                        .append(bid)
                        .append(' ')
                        .append(awards.get(id))
                        .append(parts.get(id));
            }
        }
        return text.toString();
    }

    private Map<String, long[]> portions() {
        Map<String, long[]> portions = new HashMap<>();
        jdbc.sql("""
                        select p.instalment_id, p.school_id, p.pence
                        from bid_bid b join ledger_award a on a.bid_id = b.id join ledger_instalment i on i.award_id = a.id
                          join ledger_portion p on p.instalment_id = i.id
                        where b.round_id = ? and b.status <> 'WITHDRAWN'""").param(round.toString()).query(row -> {
            int school = number(row.getString("school_id"));
            portions.computeIfAbsent(row.getString("instalment_id"), i -> new long[ModelAward.SCHOOLS])[school] =
                    row.getLong("pence");
        });
        return portions;
    }
}
