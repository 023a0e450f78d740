package org.schoolcollab.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;

/**
 * What a second adviser judges in a recommendation: the amount, the answers of the checklist, the scores and the conditions. The words
 * beside them may still be improved afterwards.
 */
final class JudgedParts {

    private JudgedParts() {}

    /** The SHA-256 of them, in hexadecimal. */
    static String hash(ReviewDraft draft) {
        String checks = new TreeMap<>(draft.checks())
                .entrySet().stream()
                        .filter(check -> check.getValue().answer() != null)
                        .map(check -> check.getKey() + "=" + check.getValue().answer())
                        .collect(Collectors.joining(","));
        String scores = new TreeMap<>(draft.scores())
                .entrySet().stream()
                        .filter(score -> score.getValue().score() != null)
                        .map(score -> score.getKey() + "=" + score.getValue().score())
                        .collect(Collectors.joining(","));
        Money recommended = draft.recommended();
        String amount = recommended == null ? "" : Long.toString(recommended.pence());
        String all = String.join("\n", amount, checks, scores, Texts.clean(draft.conditions()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
