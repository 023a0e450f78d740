package org.schoolcollab.board.domain;

import java.util.List;
import org.schoolcollab.security.PersonId;

/** Who leads the decision on a bid, and as what. */
public record Leaders(As as, List<PersonId> people) {

    /** In which office. */
    public enum As {
        CHAIR,
        /** Every chair has an interest. */
        VICE_CHAIR,
        /** Chair and vice-chair have an interest: any member without one leads, and nobody breaks a tie. */
        MEMBERS
    }

    public boolean includes(PersonId person) {
        return people.contains(person);
    }

    public boolean mayBreakATie(PersonId person) {
        return as != As.MEMBERS && includes(person);
    }

    public boolean canBreakATie() {
        return as != As.MEMBERS && !people.isEmpty();
    }
}
