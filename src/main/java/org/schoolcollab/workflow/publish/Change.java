package org.schoolcollab.workflow.publish;

/**
 * One difference between two versions, in words.
 *
 * @param step id of the step it is about, in the new version, or in the old one where it was removed
 * @param bids how many bids under way on the old version it will or does concern, -1 where that says nothing
 */
public record Change(Kind kind, String step, Phrase words, int bids) {

    /** What became of a step; also how it is marked in the diagrams. */
    public enum Kind {
        ADDED,
        REMOVED,
        MOVED,
        CHANGED
    }

    Change with(int concerned) {
        return new Change(kind, step, words, concerned);
    }
}
