package org.schoolcollab.workflow.publish;

/**
 * One property of one step that differs.
 *
 * @param property its key, {@code workflow.property.<property>}
 * @param before in words, empty phrase key where there was none
 */
public record PropertyChange(String step, String label, String property, Phrase before, Phrase after) {}
