package org.schoolcollab.inbox;

/**
 * How much is open for a person.
 *
 * @param mine claimed by them or theirs alone
 * @param group open for their groups and not theirs
 * @param escalated of both, how many are overdue and escalated
 * @param reminded of both, of how many people were reminded
 */
public record InboxCounts(int mine, int group, int escalated, int reminded) {}
