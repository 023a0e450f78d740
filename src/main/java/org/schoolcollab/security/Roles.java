package org.schoolcollab.security;

/** Names of the roles for {@code @RolesAllowed}, which takes constants only. A test holds them equal to {@link Role}. */
public final class Roles {

    public static final String COLLABORATION_LEAD = "COLLABORATION_LEAD";
    public static final String HEADTEACHER = "HEADTEACHER";
    public static final String ADVISER = "ADVISER";
    public static final String BOARD_MEMBER = "BOARD_MEMBER";
    public static final String BOARD_CHAIR = "BOARD_CHAIR";
    public static final String FINANCE_OFFICER = "FINANCE_OFFICER";
    public static final String FINANCE_APPROVER = "FINANCE_APPROVER";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    public static final String PROCESS_EDITOR = "PROCESS_EDITOR";
    public static final String PROCESS_PUBLISHER = "PROCESS_PUBLISHER";
    public static final String FORUM_MEMBER = "FORUM_MEMBER";
    public static final String AUDITOR = "AUDITOR";

    /** Every person who is logged in, whatever their roles. */
    public static final String PERSON = "PERSON";

    private Roles() {}
}
