package org.schoolcollab.programme.published;

/**
 * A line that fits nothing.
 *
 * @param line as an editor counts, from 1; 0 where the file as a whole is meant
 * @param reason in words that say what was found and what was expected
 */
public record Refusal(String file, int line, String reason) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + " line " + line + ": " + reason;
    }
}
