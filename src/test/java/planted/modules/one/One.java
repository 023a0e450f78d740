package planted.modules.one;

import planted.modules.two.Two;

/** Uses the other module. */
class One {
    private final Two two = new Two();

    Two two() {
        return two;
    }
}
