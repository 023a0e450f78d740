package org.schoolcollab.verify;

/** The rows cannot be read. The message is one sentence for a person. */
public class CannotRead extends RuntimeException {

    public CannotRead(String sentence) {
        super(sentence);
    }

    public CannotRead(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
