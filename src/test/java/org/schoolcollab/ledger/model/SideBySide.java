package org.schoolcollab.ledger.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a script on a model and on another ledger, and finds the first operation after which they differ. */
final class SideBySide {

    /** What a script is run on beside the model. */
    interface Other {

        String run(Op op);

        String state();
    }

    /** The first difference. */
    record Difference(int step, Op op, String expected, String actual, String expectedState, String actualState) {

        @Override
        public String toString() {
            return "step %d, %s%n  model: %s%n  ledger: %s%n  model:%n%s%n  ledger:%n%s"
                    .formatted(step, op, expected, actual, expectedState, actualState);
        }
    }

    private static final int AT_MOST = 80;

    private final Function<Script, LedgerModel> models;
    private final Function<Script, Other> others;

    SideBySide(Function<Script, LedgerModel> models, Function<Script, Other> others) {
        this.models = models;
        this.others = others;
    }

    @Nullable
    Difference run(Script script) {
        LedgerModel model = models.apply(script);
        Other other = others.apply(script);
        int step = 0;
        for (Op op : script.ops()) {
            step++;
            String expected = model.run(op);
            String actual = other.run(op);
            String expectedState = model.state();
            String actualState = other.state();
            if (!expected.equals(actual) || !expectedState.equals(actualState)) {
                return new Difference(step, op, expected, actual, expectedState, actualState);
            }
        }
        return null;
    }

    /** Leaves out what is not needed for the difference: halves first, then ever smaller pieces. */
    Script shorten(Script script, Difference found) {
        List<Op> ops = new ArrayList<>(script.ops().subList(0, found.step()));
        int runs = 0;
        for (int piece = Math.max(1, ops.size() / 2); piece >= 1 && runs < AT_MOST; piece /= 2) {
            for (int from = 0; from < ops.size() && runs < AT_MOST; ) {
                List<Op> fewer = new ArrayList<>(ops);
                fewer.subList(from, Math.min(from + piece, ops.size())).clear();
                runs++;
                if (run(script.with(fewer)) != null) {
                    ops = fewer;
                } else {
                    from += piece;
                }
            }
        }
        return script.with(ops);
    }

    /** What a failing test says: the seed, the difference, and the shortened script with its own. */
    String report(Script script, Difference found) {
        Script shorter = shorten(script, found);
        StringBuilder text = new StringBuilder("seed %d, %s%nshortened script:%n".formatted(script.seed(), found));
        shorter.ops().forEach(op -> text.append("  ").append(op).append(System.lineSeparator()));
        return text.append(run(shorter)).toString();
    }
}
