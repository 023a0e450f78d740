package org.schoolcollab.bid;

import java.util.Map;

/**
 * One change of a plan as its editor made it. An edit carries what the editor saw, so that it never takes the place of something that
 * the editor did not see.
 */
public sealed interface PlanEdit {

    /** In place of the line before: at the head of its section. */
    String FIRST = "";

    PlanSection section();

    /** Id of the line, or {@link PlanFields#ITSELF}. */
    String line();

    /**
     * Types in a field.
     *
     * @param seen the stored text that the editor saw last
     */
    record Type(PlanSection section, String line, String field, String seen, String typed) implements PlanEdit {}

    /**
     * Adds a line.
     *
     * @param line id that the editor made for it, a UUID
     * @param after id of the line before it; the line goes to the end where that one is not there
     * @param fields what is typed in it
     */
    record Add(PlanSection section, String line, String after, Map<String, String> fields) implements PlanEdit {}

    /**
     * Puts a line back that somebody removed, with what the editor still has of it.
     *
     * @param after like that of {@link Add}
     */
    record PutBack(PlanSection section, String line, String after, Map<String, String> fields) implements PlanEdit {}

    /**
     * Removes a line.
     *
     * @param seen the stored texts of all its fields that the editor saw last; where any differs, the line stays
     */
    record Remove(PlanSection section, String line, Map<String, String> seen) implements PlanEdit {}

    /**
     * Moves a line within its section.
     *
     * @param after like that of {@link Add}
     */
    record Move(PlanSection section, String line, String after) implements PlanEdit {}
}
