package org.schoolcollab.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.VoterRole;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.ledger.domain.IndependenceRules;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.review.InterestRules;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;

/**
 * A small random world: areas with districts, schools in trusts, collaborations of schools that each bid, people with roles here and
 * there. It is told twice over: as numbers, which the oracle reads, and as what the portal's rules are asked with.
 */
final class World {

    enum Kind {
        VOTE,
        REVIEW,
        REQUEST,
        APPROVE
    }

    /** Ways in which a person may come to have to do with a bid. */
    enum Tie {
        LEADS,
        HEADS_A_MEMBER,
        HEADED_SCHOOL_JOINS,
        GOVERNS_A_MEMBER,
        GOVERNED_SCHOOL_JOINS,
        SAME_TRUST,
        REVIEWED,
        VOTED,
        DECLARED,
        REQUESTED
    }

    /** A role of a person in a place, by number; -1 where it holds everywhere. */
    private record Post(Role role, int place) {}

    static final int AREAS = 3;
    static final int DISTRICTS = 6;
    static final int SCHOOLS = 14;
    static final int BIDS = 5;
    static final int PEOPLE = 12;
    private static final int TRUSTS = 3;

    private final Random random;
    private final UUID[] schools = ids(SCHOOLS);
    private final UUID[] collaborations = ids(BIDS);
    private final UUID[] people = ids(PEOPLE);
    private final BidSummary[] bids = new BidSummary[BIDS];
    private final int[] districtOfBid = new int[BIDS];
    private final int[] trustOfSchool = new int[SCHOOLS];
    private final BitSet[] members = new BitSet[BIDS];
    private final List<Set<Post>> posts = new ArrayList<>();
    private final BitSet[] governed = new BitSet[PEOPLE];
    private final boolean[][] reviewed = new boolean[PEOPLE][BIDS];
    private final boolean[][] voted = new boolean[PEOPLE][BIDS];
    private final boolean[][] declared = new boolean[PEOPLE][BIDS];
    private final int[] requester = new int[BIDS];

    World(Random random) {
        this.random = random;
        for (int s = 0; s < SCHOOLS; s++) {
            trustOfSchool[s] = random.nextInt(TRUSTS * 2) - TRUSTS;
        }
        for (int b = 0; b < BIDS; b++) {
            districtOfBid[b] = random.nextInt(DISTRICTS);
            members[b] = new BitSet();
            for (int n = 0; n < 3; n++) {
                members[b].set(random.nextInt(SCHOOLS));
            }
            bids[b] = bid(b);
            requester[b] = random.nextInt(PEOPLE);
        }
        for (int p = 0; p < PEOPLE; p++) {
            Set<Post> held = new HashSet<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                held.add(post());
            }
            posts.add(held);
            governed[p] = new BitSet();
            if (random.nextInt(4) == 0) {
                governed[p].set(random.nextInt(SCHOOLS));
            }
            for (int b = 0; b < BIDS; b++) {
                reviewed[p][b] = random.nextInt(12) == 0;
                voted[p][b] = random.nextInt(12) == 0;
                declared[p][b] = random.nextInt(20) == 0;
            }
        }
    }

    private static UUID[] ids(int n) {
        return IntStream.range(0, n).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
    }

    private Post post() {
        return switch (random.nextInt(9)) {
            case 0 -> new Post(Role.COLLABORATION_LEAD, random.nextInt(BIDS));
            case 1 -> new Post(Role.HEADTEACHER, random.nextInt(SCHOOLS));
            case 2 -> new Post(Role.ADVISER, random.nextInt(DISTRICTS));
            case 3 -> new Post(Role.BOARD_MEMBER, random.nextInt(AREAS));
            case 4 -> new Post(Role.BOARD_CHAIR, random.nextInt(AREAS));
            case 5 -> new Post(Role.FINANCE_OFFICER, -1);
            case 6 -> new Post(Role.FINANCE_APPROVER, -1);
            case 7 -> new Post(Role.ADMINISTRATOR, -1);
            default -> new Post(Role.AUDITOR, -1);
        };
    }

    private BidSummary bid(int b) {
        String district = "district" + districtOfBid[b];
        String area = "AREA" + districtOfBid[b] % AREAS;
        return new BidSummary(
                BidId.random(),
                new CollaborationId(collaborations[b]),
                "",
                RoundId.random(),
                "",
                area,
                area,
                area,
                area,
                district,
                district,
                BidStatus.BEFORE_BOARD,
                1,
                1,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                null,
                null,
                null);
    }

    /** Adds what ties a person to a bid. */
    void tie(Tie tie, int p, int b) {
        switch (tie) {
            case LEADS -> posts.get(p).add(new Post(Role.COLLABORATION_LEAD, b));
            case HEADS_A_MEMBER -> posts.get(p).add(new Post(Role.HEADTEACHER, members[b].nextSetBit(0)));
            case HEADED_SCHOOL_JOINS -> headed(p).forEach(school -> members[b].set(school));
            case GOVERNS_A_MEMBER -> governed[p].set(members[b].nextSetBit(0));
            case GOVERNED_SCHOOL_JOINS -> members[b].or(governed[p]);
            case SAME_TRUST -> headed(p).forEach(school -> trustOfSchool[school] = trustOfMember(b));
            case REVIEWED -> reviewed[p][b] = true;
            case VOTED -> voted[p][b] = true;
            case DECLARED -> declared[p][b] = true;
            case REQUESTED -> requester[b] = p;
        }
    }

    private List<Integer> headed(int p) {
        return posts.get(p).stream()
                .filter(post -> post.role() == Role.HEADTEACHER)
                .map(Post::place)
                .toList();
    }

    /** A trust that a member of the bidding collaboration is in; the member joins one where it was in none. */
    private int trustOfMember(int b) {
        int school = members[b].nextSetBit(0);
        trustOfSchool[school] = Math.max(trustOfSchool[school], 0);
        return trustOfSchool[school];
    }

    // --- As the portal's rules are asked ---------------------------------------------------------

    boolean portalAllows(Kind kind, int p, int b) {
        Actor actor = actor(p);
        BidSummary bid = bids[b];
        return switch (kind) {
            case VOTE ->
                VoterRole.isHeld(actor, bid) && InterestRules.first(known(p, b)).isEmpty() && !declared[p][b];
            case REVIEW ->
                actor.has(Role.ADVISER, bid.places())
                        && InterestRules.first(known(p, b))
                                .filter(InterestRules::keepsFromReviewing)
                                .isEmpty()
                        && !voted[p][b]
                        && !declared[p][b];
            case REQUEST -> actor.has(Role.FINANCE_OFFICER, bid.places()) && isIndependent(p, b);
            case APPROVE ->
                actor.has(Role.FINANCE_APPROVER, bid.places())
                        && isIndependent(p, b)
                        && isIndependent(requester[b], b)
                        && !actor.id().equals(new PersonId(people[requester[b]]));
        };
    }

    private Actor actor(int p) {
        return new Actor(new PersonId(people[p]), "", grants(p));
    }

    private Set<RoleGrant> grants(int p) {
        return posts.get(p).stream()
                .map(post -> new RoleGrant(post.role(), scope(post)))
                .collect(Collectors.toSet());
    }

    private Scope scope(Post post) {
        return switch (post.role().scopeType()) {
            case ALL -> Scope.all();
            case AREA -> Scope.area("AREA" + post.place());
            case DISTRICT -> Scope.district("district" + post.place());
            case COLLABORATION -> Scope.collaboration(collaborations[post.place()]);
            case ESTABLISHMENT -> Scope.establishment(schools[post.place()]);
        };
    }

    private InterestRules.Known known(int p, int b) {
        return new InterestRules.Known(
                grants(p),
                collaborations[b],
                ids(members[b]),
                members[b].stream()
                        .mapToObj(this::trust)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                Stream.concat(headed(p).stream(), governed[p].stream().boxed())
                        .map(this::trust)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                ids(governed[p]),
                reviewed[p][b]);
    }

    private Set<String> ids(BitSet numbers) {
        return numbers.stream().mapToObj(s -> schools[s].toString()).collect(Collectors.toSet());
    }

    private @Nullable String trust(int school) {
        return trustOfSchool[school] < 0 ? null : "Trust " + trustOfSchool[school];
    }

    private boolean isIndependent(int p, int b) {
        return IndependenceRules.first(new IndependenceRules.Known(
                        grants(p),
                        collaborations[b],
                        members[b].stream().mapToObj(s -> schools[s]).collect(Collectors.toSet()),
                        governed[p].stream().mapToObj(s -> schools[s]).collect(Collectors.toSet()),
                        reviewed[p][b] || voted[p][b]))
                .isEmpty();
    }

    // --- As the rules of the domain read, asked of the numbers -----------------------------------

    boolean oracleAllows(Kind kind, int p, int b) {
        int district = districtOfBid[b];
        return switch (kind) {
            case VOTE ->
                (holds(p, Role.BOARD_MEMBER, district % AREAS) || holds(p, Role.BOARD_CHAIR, district % AREAS))
                        && !leadsHeadsOrGoverns(p, b)
                        && !sharesATrust(p, b)
                        && !reviewed[p][b]
                        && !declared[p][b];
            case REVIEW ->
                holds(p, Role.ADVISER, district)
                        && !leadsHeadsOrGoverns(p, b)
                        && !sharesATrust(p, b)
                        && !voted[p][b]
                        && !declared[p][b];
            case REQUEST -> holds(p, Role.FINANCE_OFFICER, -1) && isApart(p, b);
            case APPROVE ->
                holds(p, Role.FINANCE_APPROVER, -1) && p != requester[b] && isApart(p, b) && isApart(requester[b], b);
        };
    }

    private boolean holds(int p, Role role, int place) {
        for (Post post : posts.get(p)) {
            if (post.role() == role && post.place() == place) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsHeadsOrGoverns(int p, int b) {
        if (holds(p, Role.COLLABORATION_LEAD, b)) {
            return true;
        }
        for (int s = 0; s < SCHOOLS; s++) {
            if (members[b].get(s) && (holds(p, Role.HEADTEACHER, s) || governed[p].get(s))) {
                return true;
            }
        }
        return false;
    }

    private boolean sharesATrust(int p, int b) {
        for (int mine = 0; mine < SCHOOLS; mine++) {
            for (int theirs = 0; theirs < SCHOOLS; theirs++) {
                if (trustOfSchool[mine] >= 0
                        && trustOfSchool[mine] == trustOfSchool[theirs]
                        && members[b].get(theirs)
                        && (holds(p, Role.HEADTEACHER, mine) || governed[p].get(mine))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isApart(int p, int b) {
        return !leadsHeadsOrGoverns(p, b) && !reviewed[p][b] && !voted[p][b];
    }

    String told(Kind kind, int p, int b) {
        return kind + " by " + posts.get(p) + ", governor of " + governed[p] + ", on bid " + b + " of district "
                + districtOfBid[b] + ", members "
                + members[b] + ", reviewed " + reviewed[p][b] + ", voted " + voted[p][b] + ", declared "
                + declared[p][b]
                + ", requested " + (requester[b] == p);
    }
}
