package org.schoolcollab.workflow.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.workflow.gate.HostileDefinitions.Hostile;

/** Hostile definitions of one kind, each a shipped one with one attack put in. */
abstract class Attacks {

    /** Would leave the canary behind. */
    static final String SET =
            "''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                    + ".invoke(null, '" + HostileDefinitions.CANARY + "', 'sung')";

    final String life = HostileDefinitions.shipped("bid-lifecycle");
    final String vote = HostileDefinitions.shipped("board-vote");
    final String release = HostileDefinitions.shipped("budget-release");
    private final List<Hostile> made = new ArrayList<>();

    /** Adds every definition of this kind. */
    abstract void make();

    final void add(String name, String bpmn) {
        add(name, bpmn.getBytes(StandardCharsets.UTF_8));
    }

    final void add(String name, byte[] bpmn) {
        made.add(new Hostile(name, bpmn));
    }

    final List<Hostile> made() {
        make();
        return made;
    }
}
