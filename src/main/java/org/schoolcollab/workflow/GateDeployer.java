package org.schoolcollab.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.api.repository.EngineDeployment;
import org.flowable.common.engine.api.repository.EngineResource;
import org.flowable.common.engine.impl.EngineDeployer;
import org.schoolcollab.workflow.gate.ProcessGate;
import org.schoolcollab.workflow.gate.Verdict;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Stands before the engine's own deployers, so that no definition comes in past the gate, whoever deploys it. */
final class GateDeployer implements EngineDeployer {

    private final ProcessGate gate;

    GateDeployer(ResourcePatternResolver resources) {
        List<byte[]> shipped = new ArrayList<>();
        try {
            for (Resource file : resources.getResources(ProcessDeployer.SHIPPED)) {
                shipped.add(file.getContentAsByteArray());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.gate = ProcessGate.beside(shipped);
    }

    /** Only what is new is judged: bids under way finish on the definition they started with. */
    @Override
    public void deploy(EngineDeployment deployment, Map<String, Object> settings) {
        if (!deployment.isNew()) {
            return;
        }
        for (EngineResource resource : deployment.getResources().values()) {
            Verdict verdict = gate.judge(resource.getBytes());
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
