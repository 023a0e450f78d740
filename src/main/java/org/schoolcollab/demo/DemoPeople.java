package org.schoolcollab.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Collaboration;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.establishment.Governors;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the demo, named by role and place. */
@Component
@Profile("demo")
public class DemoPeople {

    /** Printed on the log-in page: it opens the demo and nothing else. */
    public static final String PASSWORD = "demo-2014";

    private static final int BOARD_MEMBERS = 5;

    /** Collaborations with a lead and a headteacher who can log in. */
    private static final List<String> WITH_PEOPLE = List.of(
            "hythe-hub",
            "deal-learning-alliance",
            "sandwich-primary-consortium",
            "ashford-rural-schools-hub",
            "canterbury-collaborative",
            "m7-partnership",
            "weald-consortium",
            "mosaic-collaborative",
            "dasco-teaching-alliance",
            "gravesham-rural-collaborative",
            "swanley-partnership-collaboration");

    /** Board members who are headteachers, and of which collaboration's second school. */
    private static final Map<String, String> BOARD_HEADS = Map.of(
            "board1.south", "hythe-hub",
            "board2.south", "samphire-hub",
            "board1.east", "canterbury-collaborative",
            "board2.east", "m7-partnership",
            "board1.north", "dasco-teaching-alliance",
            "board2.north", "gravesham-rural-collaborative",
            "board1.west", "weald-consortium",
            "board2.west", "mosaic-collaborative");

    /** A board member who heads no school but governs one: the second school of this collaboration. */
    private static final String GOVERNOR = "board5.south";

    private static final String GOVERNED = "ashford-rural-schools-hub";
    private static final LocalDate GOVERNOR_FROM = LocalDate.of(2012, 9, 1);

    private static final int HEADS_SCHOOL = 3;
    private static final int BOARD_HEADS_SCHOOL = 2;

    private final People people;
    private final CollaborationDirectory collaborations;
    private final Governors governors;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    DemoPeople(
            People people,
            CollaborationDirectory collaborations,
            Governors governors,
            AuditTrail audit,
            JdbcClient jdbc,
            PortalClock clock) {
        this.people = people;
        this.collaborations = collaborations;
        this.governors = governors;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record DemoPerson(String username, String displayName, List<RoleGrant> grants) {}

    /** A person as the log-in page and the switch show them. */
    public record Shown(String username, String displayName, Role role) {}

    /** Adds them all, with one hash of the one password. */
    int add() {
        String hash = people.hash(PASSWORD);
        List<DemoPerson> all = new ArrayList<>();
        WITH_PEOPLE.forEach(slug -> all.addAll(ofCollaboration(slug)));
        for (Area area : Area.values()) {
            all.addAll(ofArea(area));
        }
        all.addAll(ofCounty());
        for (DemoPerson person : all) {
            PersonId id = people.add(person.username(), person.displayName(), null, hash, true, person.grants());
            audit.record(Act.on("person", id.toString(), "demo.personAdded", "")
                    .with("username", person.username())
                    .with(
                            "grants",
                            person.grants().stream()
                                    .map(RoleGrant::group)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
            if (person.username().equals(GOVERNOR)) {
                addGovernor(id);
            }
        }
        return all.size();
    }

    private void addGovernor(PersonId person) {
        governors.add(person, DemoSchools.idOf(GOVERNED, BOARD_HEADS_SCHOOL), GOVERNOR_FROM);
        audit.record(Act.on("person", person.toString(), "demo.governorAdded", "")
                .with("username", GOVERNOR)
                .with("school", GOVERNED)
                .with("from", GOVERNOR_FROM));
    }

    private List<DemoPerson> ofCollaboration(String slug) {
        Collaboration collaboration = collaborations.findBySlug(slug).orElseThrow();
        return List.of(
                new DemoPerson(
                        "lead." + slug,
                        "Lead, " + collaboration.name() + " (demo)",
                        List.of(new RoleGrant(
                                Role.COLLABORATION_LEAD,
                                Scope.collaboration(collaboration.id().value())))),
                new DemoPerson(
                        "head." + slug,
                        "Headteacher, " + collaboration.name() + " school " + HEADS_SCHOOL + " (demo)",
                        List.of(headOf(slug, HEADS_SCHOOL))),
                new DemoPerson(
                        "heads." + slug,
                        "Headteachers, other schools of " + collaboration.name() + " (demo)",
                        headsOfTheOthers(collaboration)));
    }

    /** One log-in for all schools that nobody else here heads, so that each can answer for its consent. */
    private List<RoleGrant> headsOfTheOthers(Collaboration collaboration) {
        boolean boardHeads = BOARD_HEADS.containsValue(collaboration.slug());
        int schools =
                collaborations.membersAt(collaboration.id(), clock.today()).size();
        return IntStream.rangeClosed(1, schools)
                .filter(school -> school != HEADS_SCHOOL && !(boardHeads && school == BOARD_HEADS_SCHOOL))
                .mapToObj(school -> headOf(collaboration.slug(), school))
                .toList();
    }

    private static List<DemoPerson> ofArea(Area area) {
        String key = area.displayName().toLowerCase(java.util.Locale.ROOT);
        List<DemoPerson> found = new ArrayList<>();
        List<String> districts =
                area.districts().stream().map(Area.District::name).toList();
        found.add(new DemoPerson(
                "adviser." + key,
                "Adviser, " + String.join(", ", districts.subList(0, districts.size() - 1)) + " and "
                        + districts.getLast() + " (demo)",
                area.districts().stream()
                        .map(district -> new RoleGrant(Role.ADVISER, Scope.district(district.code())))
                        .toList()));
        RoleGrant member = new RoleGrant(Role.BOARD_MEMBER, Scope.area(area.name()));
        found.add(new DemoPerson(
                "chair." + key,
                "Chair, " + area.displayName() + " Area Board (demo)",
                List.of(new RoleGrant(Role.BOARD_CHAIR, Scope.area(area.name())), member)));
        for (int number = 1; number <= BOARD_MEMBERS; number++) {
            String username = "board" + number + "." + key;
            List<RoleGrant> grants = new ArrayList<>(List.of(member));
            String slug = BOARD_HEADS.get(username);
            if (slug != null) {
                grants.add(headOf(slug, BOARD_HEADS_SCHOOL));
            }
            found.add(
                    new DemoPerson(username, "Board member " + number + ", " + area.displayName() + " (demo)", grants));
        }
        return found;
    }

    private static List<DemoPerson> ofCounty() {
        return List.of(
                ofCounty("finance.officer", "Finance officer (demo)", Role.FINANCE_OFFICER),
                ofCounty("finance.approver", "Finance approver (demo)", Role.FINANCE_APPROVER),
                ofCounty("admin", "Administrator (demo)", Role.ADMINISTRATOR),
                ofCounty("editor", "Process editor (demo)", Role.PROCESS_EDITOR),
                ofCounty("publisher", "Process publisher (demo)", Role.PROCESS_PUBLISHER),
                ofCounty("forum", "Forum member (demo)", Role.FORUM_MEMBER),
                ofCounty("auditor", "Auditor (demo)", Role.AUDITOR));
    }

    private static DemoPerson ofCounty(String username, String displayName, Role role) {
        return new DemoPerson(username, displayName, List.of(new RoleGrant(role, Scope.all())));
    }

    private static RoleGrant headOf(String slug, int school) {
        return new RoleGrant(
                Role.HEADTEACHER,
                Scope.establishment(DemoSchools.idOf(slug, school).value()));
    }

    /** Demo people who may log in, by the role they are named after, in the order of the roles. */
    public List<Shown> shown() {
        return jdbc.sql("""
                        select p.username, p.display_name, group_concat(g.role) as roles
                        from security_person p join security_role_grant g on g.person_id = p.id
                        where p.demo and p.enabled group by p.id, p.username, p.display_name order by p.display_name""")
                .query((row, n) -> {
                    String username = row.getString("username");
                    return new Shown(username, row.getString("display_name"), named(row.getString("roles")));
                })
                .list();
    }

    /** Board members may also be headteachers; a chair is a board member too. */
    private static Role named(String roles) {
        List<Role> held =
                java.util.Arrays.stream(roles.split(",")).map(Role::valueOf).toList();
        for (Role first : List.of(Role.BOARD_CHAIR, Role.BOARD_MEMBER)) {
            if (held.contains(first)) {
                return first;
            }
        }
        return held.getFirst();
    }
}
