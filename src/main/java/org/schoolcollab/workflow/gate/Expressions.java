package org.schoolcollab.workflow.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.schoolcollab.workflow.ProcessVariables;

/**
 * The second layer: what an expression may say. Read to its tree by a parser of our own that knows only the forms below, so that
 * nothing reaches the engine's expression language but a name, a number, a comparison of a known variable with a constant, and these
 * joined by and, or, not.
 *
 * <pre>
 * condition  = either
 * either     = both { "||" both }
 * both       = single { "&amp;&amp;" single }
 * single     = "!" ( yes/no variable | "(" either ")" ) | "(" either ")" | variable ("==" | "!=") constant | yes/no variable
 * constant   = 'WORD' | number | true | false
 * </pre>
 */
final class Expressions {

    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]{0,59})}");
    private static final Pattern NUMBER = Pattern.compile("\\$\\{([0-9]{1,2})}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{([^{}]{1,300})}");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(==|!=|&&|\\|\\||!|\\(|\\)|'[A-Z_]{1,40}'|[0-9]{1,4}|[A-Za-z][A-Za-z0-9]{0,59})");
    private static final int DEEPEST = 20;

    private final List<String> tokens;
    private int at;
    private int depth;

    private Expressions(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The name in <code>${name}</code>. */
    static Optional<String> name(String text) {
        Matcher matcher = NAME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The number in <code>${1}</code>. */
    static Optional<Integer> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** The tree of a condition; empty where it is none of the allowed forms or names what is not known. */
    static Optional<Condition> condition(String text) {
        Matcher whole = CONDITION.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        List<String> tokens = new ArrayList<>();
        String rest = whole.group(1).stripTrailing();
        Matcher token = TOKEN.matcher(rest);
        int end = 0;
        while (end < rest.length()) {
            if (!token.find(end) || token.start() != end) {
                return Optional.empty();
            }
            tokens.add(token.group(1));
            end = token.end();
        }
        try {
            Expressions parser = new Expressions(tokens);
            Condition condition = parser.either();
            return parser.at == tokens.size() ? Optional.of(condition) : Optional.empty();
        } catch (NotAllowed notAllowed) {
            return Optional.empty();
        }
    }

    /** Whether a value holds no expression, or only such as the portal knows somewhere: harmless wherever it may stand. */
    static boolean isKnownOrNone(String value) {
        if (!value.contains("${") && !value.contains("#{")) {
            return true;
        }
        if (condition(value).isPresent() || value.equals(Vocabulary.BALLOT_SETTLED)) {
            return true;
        }
        return Arrays.stream(value.split(",")).map(String::strip).allMatch(Expressions::isKnown);
    }

    private static boolean isKnown(String part) {
        return (!part.contains("{")
                || Vocabulary.LEADERS.contains(part)
                || number(part).isPresent()
                || name(part)
                        .filter(name -> Vocabulary.VARIABLES.containsKey(name) || Vocabulary.DELEGATES.contains(name))
                        .isPresent());
    }

    private Condition either() throws NotAllowed {
        if (++depth > DEEPEST) {
            throw new NotAllowed();
        }
        Condition left = both();
        while (take("||")) {
            left = new Condition.Either(left, both());
        }
        depth--;
        return left;
    }

    private Condition both() throws NotAllowed {
        Condition left = single();
        while (take("&&")) {
            left = new Condition.Both(left, single());
        }
        return left;
    }

    private Condition single() throws NotAllowed {
        if (take("!")) {
            return new Condition.Not(take("(") ? nested() : yesOrNo(next()));
        }
        if (take("(")) {
            return nested();
        }
        String variable = next();
        boolean equal = take("==");
        return equal || take("!=") ? new Condition.Comparison(variable, constant(variable), equal) : yesOrNo(variable);
    }

    private Condition nested() throws NotAllowed {
        Condition inner = either();
        if (!take(")")) {
            throw new NotAllowed();
        }
        return inner;
    }

    private static Condition yesOrNo(String variable) throws NotAllowed {
        if (Vocabulary.VARIABLES.get(variable) != Boolean.class) {
            throw new NotAllowed();
        }
        return new Condition.Comparison(variable, "true", true);
    }

    private String constant(String variable) throws NotAllowed {
        Class<?> type = Vocabulary.VARIABLES.get(variable);
        String written = next();
        if (variable.equals(Vocabulary.DECISION)) {
            String word = written.replace("'", "");
            if (!written.startsWith("'") || !Vocabulary.DECISIONS.contains(word)) {
                throw new NotAllowed();
            }
            return word;
        }
        if (variable.equals(ProcessVariables.SIGN_OFF.name())) {
            String word = written.replace("'", "");
            if (!written.startsWith("'") || !Vocabulary.SIGN_OFFS.contains(word)) {
                throw new NotAllowed();
            }
            return word;
        }
        boolean fits = type == Boolean.class
                ? written.equals("true") || written.equals("false")
                : type != null && Number.class.isAssignableFrom(type) && Character.isDigit(written.charAt(0));
        if (!fits) {
            throw new NotAllowed();
        }
        return written;
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private String next() throws NotAllowed {
        if (at == tokens.size()) {
            throw new NotAllowed();
        }
        return tokens.get(at++);
    }

    /** The text is none of the allowed forms. */
    private static final class NotAllowed extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
