package org.schoolcollab.security;

import java.util.Set;

/** What a person may be, each grant with a scope. */
public enum Role {
    COLLABORATION_LEAD(ScopeType.COLLABORATION),
    HEADTEACHER(ScopeType.ESTABLISHMENT),
    ADVISER(ScopeType.DISTRICT),
    BOARD_MEMBER(ScopeType.AREA),
    BOARD_CHAIR(ScopeType.AREA),
    FINANCE_OFFICER(ScopeType.ALL),
    FINANCE_APPROVER(ScopeType.ALL),
    ADMINISTRATOR(ScopeType.ALL),
    PROCESS_EDITOR(ScopeType.ALL),
    PROCESS_PUBLISHER(ScopeType.ALL),
    FORUM_MEMBER(ScopeType.ALL),
    AUDITOR(ScopeType.ALL);

    private static final Set<Role> SEE_EVERYTHING = Set.of(ADMINISTRATOR, AUDITOR, FINANCE_OFFICER, FINANCE_APPROVER);

    private final ScopeType scopeType;

    Role(ScopeType scopeType) {
        this.scopeType = scopeType;
    }

    /** The kind of place a grant of this role reaches over. */
    public ScopeType scopeType() {
        return scopeType;
    }

    /** Whether the role reads bids of every area. */
    public boolean seesEveryBid() {
        return SEE_EVERYTHING.contains(this);
    }

    public enum ScopeType {
        ALL,
        AREA,
        DISTRICT,
        COLLABORATION,
        ESTABLISHMENT
    }
}
