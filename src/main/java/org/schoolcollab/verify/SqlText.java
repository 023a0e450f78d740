package org.schoolcollab.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of a dump as words, names and values. Knows strings, quoted names, comments and changed delimiters; no other SQL. */
final class SqlText {

    private static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private long before;
    private String delimiter = ";";

    SqlText(InputStream in) {
        this.in = in;
    }

    /** Where the reading is, in bytes from the beginning. */
    long at() {
        return before + next;
    }

    private int peek() throws IOException {
        if (next == filled) {
            before += filled;
            next = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return filled == 0 ? END : buffer[next] & 0xff;
    }

    private int take() throws IOException {
        int c = peek();
        if (c != END) {
            next++;
        }
        return c;
    }

    private int must() throws IOException {
        int c = take();
        if (c == END) {
            throw new CannotRead("The dump ends in the middle of a statement, at byte " + at() + ": it is not whole.");
        }
        return c;
    }

    /** Goes to the first letter of the next statement; false at the end. Comments count as space, whatever they say. */
    boolean toStatement() throws IOException {
        while (true) {
            int c = peek();
            if (c == END) {
                return false;
            } else if (c == '-' || c == '#') {
                skipLine();
            } else if (c == '/') {
                skipComment();
            } else if (Character.isLetter(c)) {
                return true;
            } else {
                take();
            }
        }
    }

    private void skipLine() throws IOException {
        int c = take();
        while (c != '\n' && c != END) {
            c = take();
        }
    }

    private void skipComment() throws IOException {
        take();
        if (peek() != '*') {
            return;
        }
        take();
        // What is inside such a comment is SQL for some versions, strings and all; others may hold any apostrophe.
        boolean sql = peek() == '!' || peek() == 'M';
        int c = must();
        while (!(c == '*' && peek() == '/')) {
            if (sql && (c == '\'' || c == '"' || c == '`')) {
                skipQuoted(c);
            }
            c = must();
        }
        take();
    }

    private void skipQuoted(int quote) throws IOException {
        int c = must();
        while (c != quote) {
            if (c == '\\' && quote != '`') {
                must();
            }
            c = must();
        }
    }

    private void space() throws IOException {
        while (true) {
            int c = peek();
            if (c == '/') {
                skipComment();
            } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                take();
            } else {
                return;
            }
        }
    }

    /** The letters up to the next that is none. */
    String word() throws IOException {
        space();
        StringBuilder word = new StringBuilder();
        while (Character.isLetterOrDigit(peek()) || peek() == '_') {
            word.append((char) take());
        }
        return word.toString();
    }

    /** A name, quoted or not, after any of these words; without the database's before it. */
    String nameAfter(String... words) throws IOException {
        while (true) {
            space();
            String name = peek() == '`' ? quotedName() : word();
            if (peek() == '.') {
                take();
            } else if (name.isEmpty() || Arrays.stream(words).noneMatch(name::equalsIgnoreCase)) {
                return name;
            }
        }
    }

    private String quotedName() throws IOException {
        must();
        StringBuilder name = new StringBuilder();
        for (int c = must(); c != '`'; c = must()) {
            name.append((char) c);
        }
        return name.toString();
    }

    /** The names between brackets, if they come next. */
    List<String> namesInBrackets() throws IOException {
        List<String> names = new ArrayList<>();
        space();
        if (peek() != '(') {
            return names;
        }
        do {
            take();
            space();
            names.add(peek() == '`' ? quotedName() : word());
            space();
        } while (peek() == ',');
        must();
        return names;
    }

    /** The quoted names that begin a part of the definition that comes next, to the end of the statement. */
    List<String> columnsOfDefinition() throws IOException {
        List<String> names = new ArrayList<>();
        int depth = 0;
        boolean begins = false;
        while (!atDelimiter()) {
            int c = must();
            if (c == '`' && begins && depth == 1) {
                next--;
                names.add(quotedName());
            } else if (c == '\'' || c == '"' || c == '`') {
                skipQuoted(c);
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            begins = depth == 1 && (c == '(' || c == ',' || (begins && Character.isWhitespace(c)));
        }
        skipDelimiter();
        return names;
    }

    void expectValues() throws IOException {
        String word = word();
        if (!word.equalsIgnoreCase("VALUES") && !word.equalsIgnoreCase("VALUE")) {
            throw new CannotRead("The dump has an INSERT without VALUES at byte " + at() + ".");
        }
    }

    /**
     * The values between brackets.
     *
     * @param bytesAt which of them are bytes, from 0: their SHA-256 stands for them; -1 where none are
     * @param pieceAt which of them are a piece of a file, from 0: hexadecimal digits stand for it; -1 where none are
     */
    List<@Nullable String> tuple(int bytesAt, int pieceAt) throws IOException {
        space();
        if (must() != '(') {
            throw new CannotRead("The dump has a row without a bracket at byte " + at() + ".");
        }
        List<@Nullable String> values = new ArrayList<>();
        while (true) {
            values.add(
                    values.size() == bytesAt
                            ? digested(bytes())
                            : values.size() == pieceAt ? digits(bytes()) : value());
            space();
            int c = must();
            if (c == ')') {
                return values;
            }
            if (c != ',') {
                throw new CannotRead("The dump has a value that is not understood at byte " + at() + ".");
            }
        }
    }

    private static @Nullable String digested(byte @Nullable [] bytes) {
        return bytes == null ? null : Hash.ofBytes(bytes);
    }

    private static @Nullable String digits(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private byte @Nullable [] bytes() throws IOException {
        @Nullable String plain = beforeString();
        if (plain == null) {
            return string();
        }
        if (plain.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (!plain.toLowerCase(Locale.ROOT).startsWith("0x")) {
            throw new CannotRead("The dump has bytes that are not understood at byte " + at() + ".");
        }
        return HexFormat.of().parseHex(plain.substring(2));
    }

    private @Nullable String value() throws IOException {
        String plain = beforeString();
        if (plain == null) {
            return new String(string(), StandardCharsets.UTF_8);
        }
        return plain.equalsIgnoreCase("NULL") ? null : plain;
    }

    /** A value that is no string; null where a string comes next. */
    private @Nullable String beforeString() throws IOException {
        space();
        if (peek() == '\'') {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        while (peek() != ',' && peek() != ')' && peek() != '\'') {
            plain.append((char) must());
        }
        String value = plain.toString().strip();
        // A character set or _binary before a string says nothing about its bytes.
        return peek() == '\'' ? null : value;
    }

    private byte[] string() throws IOException {
        must();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        while (true) {
            int c = must();
            if (c == '\'') {
                if (peek() != '\'') {
                    return bytes.toByteArray();
                }
                take();
            } else if (c == '\\') {
                c = escaped(must());
            }
            bytes.write(c);
        }
    }

    private static int escaped(int c) {
        return switch (c) {
            case '0' -> 0;
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> 26;
            default -> c;
        };
    }

    /** Whether another row follows. */
    boolean comma() throws IOException {
        space();
        if (peek() != ',') {
            return false;
        }
        take();
        return true;
    }

    /** The rest of this line is what ends statements from here on. */
    void delimiter() throws IOException {
        StringBuilder line = new StringBuilder();
        while (peek() != '\n' && peek() != END) {
            line.append((char) take());
        }
        delimiter = line.toString().strip();
        if (delimiter.isEmpty()) {
            throw new CannotRead("The dump has a DELIMITER without a sign at byte " + at() + ".");
        }
    }

    /** Passes over the rest of the statement. */
    void skipStatement() throws IOException {
        while (!atDelimiter()) {
            if (peek() == '/') {
                skipComment();
                continue;
            }
            int c = must();
            if (c == '\'' || c == '"' || c == '`') {
                skipQuoted(c);
            } else if (c == '-' && peek() == '-') {
                skipLine();
            }
        }
        skipDelimiter();
    }

    private boolean atDelimiter() throws IOException {
        if (peek() != delimiter.charAt(0)) {
            return false;
        }
        if (delimiter.length() > 1 && filled - next < delimiter.length()) {
            keepUnread();
        }
        return filled - next >= delimiter.length()
                && delimiter.equals(new String(buffer, next, delimiter.length(), StandardCharsets.ISO_8859_1));
    }

    /** Moves what is left to the beginning of the buffer and reads on, so that it can be looked at as a whole. */
    private void keepUnread() throws IOException {
        int left = filled - next;
        System.arraycopy(buffer, next, buffer, 0, left);
        before += next;
        next = 0;
        filled = left;
        while (filled < delimiter.length()) {
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                return;
            }
            filled += more;
        }
    }

    private void skipDelimiter() {
        next += delimiter.length();
    }
}
