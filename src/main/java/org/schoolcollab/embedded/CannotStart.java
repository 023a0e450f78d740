package org.schoolcollab.embedded;

/** The portal cannot start here and now, for a reason that a person can mend. The message is one sentence for that person. */
public class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
