package org.schoolcollab.workflow;

import java.util.Map;
import org.flowable.common.engine.api.repository.EngineDeployment;
import org.flowable.common.engine.api.repository.EngineResource;
import org.flowable.common.engine.impl.EngineDeployer;
import org.schoolcollab.workflow.gate.Verdict;
import org.springframework.beans.factory.ObjectProvider;

/** Stands before the engine's own deployers, so that no definition comes in past the gate, whoever deploys it. */
final class GateDeployer implements EngineDeployer {

    private final ObjectProvider<DeployedDefinitions> definitions;

    /** The definitions are asked for when the first one is judged: they need the engine that this stands in. */
    GateDeployer(ObjectProvider<DeployedDefinitions> definitions) {
        this.definitions = definitions;
    }

    /** Only what is new is judged: bids under way finish on the definition they started with. */
    @Override
    public void deploy(EngineDeployment deployment, Map<String, Object> settings) {
        if (!deployment.isNew()) {
            return;
        }
        for (EngineResource resource : deployment.getResources().values()) {
            Verdict verdict = definitions.getObject().judge(resource.getBytes());
            if (!verdict.isAccepted()) {
                throw new DefinitionRefused(verdict);
            }
        }
    }

    @Override
    public void undeploy(EngineDeployment deployment, boolean cascade) {
        // Nothing is kept here.
    }
}
