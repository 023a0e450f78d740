package org.schoolcollab.workflow.gate;

/** A condition on a flow, as a tree of the few forms that are allowed. */
sealed interface Condition {

    /** Whether a condition holds, as far as can be told from the last decision alone. */
    enum Truth {
        YES,
        NO,
        OPEN;

        Truth not() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case OPEN -> OPEN;
            };
        }
    }

    /** A variable compared with a constant, or a yes/no variable compared with {@code true}. */
    record Comparison(String variable, String constant, boolean equal) implements Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    record Not(Condition inner) implements Condition {}

    /**
     * Evaluates with this last decision; conditions on other variables stay open.
     *
     * @param decision empty where nothing was decided yet
     */
    default Truth with(String decision) {
        return switch (this) {
            case Comparison compared -> {
                if (!compared.variable().equals("decision")) {
                    yield Truth.OPEN;
                }
                yield compared.constant().equals(decision) == compared.equal() ? Truth.YES : Truth.NO;
            }
            case Not not -> not.inner().with(decision).not();
            case Both both -> both(both.left().with(decision), both.right().with(decision));
            case Either either ->
                both(
                                either.left().with(decision).not(),
                                either.right().with(decision).not())
                        .not();
        };
    }

    private static Truth both(Truth left, Truth right) {
        if (left == Truth.NO || right == Truth.NO) {
            return Truth.NO;
        }
        return left == Truth.YES && right == Truth.YES ? Truth.YES : Truth.OPEN;
    }
}
