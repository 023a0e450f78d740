package org.schoolcollab.workflow.publish;

import org.schoolcollab.shared.BusinessRuleViolation;

/** What was asked for does not fit the draft, or not this person. */
public final class PublishingRefused extends BusinessRuleViolation {

    private PublishingRefused(String key, Object... arguments) {
        super(key, arguments);
    }

    /** Whoever had a hand in a draft cannot publish it. */
    static PublishingRefused ownWork() {
        return new PublishingRefused("error.workflow.ownWork");
    }

    static PublishingRefused notProposed() {
        return new PublishingRefused("error.workflow.notProposed");
    }

    /** It is the same as the version in use. */
    static PublishingRefused nothingChanged(int version) {
        return new PublishingRefused("error.workflow.nothingChanged", version);
    }

    /** Somebody published meanwhile: what was looked at is not what would be replaced. */
    static PublishingRefused newerVersion(int version) {
        return new PublishingRefused("error.workflow.newerVersion", version);
    }

    /** It was edited since it was looked at. */
    static PublishingRefused changed() {
        return new PublishingRefused("error.workflow.draftChanged");
    }
}
