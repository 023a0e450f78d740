package org.schoolcollab.review;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's adviser of the South and a colleague for the same districts. */
@Component
public class TwoAdvisers {

    public static final String FIRST = "adviser.south";
    public static final String COLLEAGUE = "adviser.colleague";

    private final People people;
    private final RubricSetting rubrics;
    private final LogIn logIn;
    private final TransactionTemplate transaction;

    TwoAdvisers(People people, RubricSetting rubrics, LogIn logIn, TransactionTemplate transaction) {
        this.people = people;
        this.rubrics = rubrics;
        this.logIn = logIn;
        this.transaction = transaction;
    }

    /** Adds the colleague. */
    public void add() {
        transaction.executeWithoutResult(
                status -> people.add(COLLEAGUE, "Colleague of the South", null, "-", true, districts()));
    }

    /** The districts that both advise. */
    public Set<RoleGrant> districts() {
        return people.grantsOf(idOf(FIRST)).stream()
                .filter(grant -> grant.role() == Role.ADVISER)
                .collect(Collectors.toSet());
    }

    /** The round asks for a second view of recommendations above this amount; null for of none. */
    public void seenTwice(RoundId round, @Nullable Money above) {
        logIn.run("admin", () -> {
            Rubric now = rubrics.open(round).rubric();
            rubrics.set(round, now, new RubricDraft(now.top(), now.checks(), now.scores(), above));
        });
    }

    public PersonId idOf(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }
}
