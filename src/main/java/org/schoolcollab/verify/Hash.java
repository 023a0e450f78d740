package org.schoolcollab.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over fields, each as its length in bytes, a colon and its bytes in UTF-8; a missing one as a hyphen. */
final class Hash {

    /** What stands before the first link of a chain. */
    static final String START = "0000000000000000000000000000000000000000000000000000000000000000";

    private final MessageDigest sha;

    Hash() {
        sha = sha256();
    }

    /** Of bytes as they are. */
    static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Hash field(@Nullable String value) {
        if (value == null) {
            sha.update((byte) 0x2d);
            return this;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        sha.update(Integer.toString(text.length).getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) 0x3a);
        sha.update(text);
        return this;
    }

    /** Bytes as they are, beside no fields. */
    void bytes(byte[] bytes, int length) {
        sha.update(bytes, 0, length);
    }

    Hash field(long value) {
        return field(Long.toString(value));
    }

    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
