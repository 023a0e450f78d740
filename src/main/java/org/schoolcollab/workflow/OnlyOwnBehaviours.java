package org.schoolcollab.workflow;

import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.BusinessRuleTask;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.CaseServiceTask;
import org.flowable.bpmn.model.ExternalWorkerServiceTask;
import org.flowable.bpmn.model.ScriptTask;
import org.flowable.bpmn.model.SendEventServiceTask;
import org.flowable.bpmn.model.SendTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.CaseTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.DmnActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ExternalWorkerTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ScriptTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.SendEventTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.WebServiceActivityBehavior;
import org.flowable.engine.impl.bpmn.helper.ClassDelegate;
import org.flowable.engine.impl.bpmn.parser.factory.DefaultActivityBehaviorFactory;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.delegate.ActivityBehavior;
import org.flowable.engine.repository.ProcessDefinition;
import org.schoolcollab.bid.BidId;

/**
 * The fourth layer behind the gate: should a definition with a step that runs foreign code ever come past it, the engine still cannot
 * make that step. Only a delegate of ours can be called.
 */
final class OnlyOwnBehaviours extends DefaultActivityBehaviorFactory {

    private final transient EngineConfiguration.CalledVersion versions;

    OnlyOwnBehaviours(EngineConfiguration.CalledVersion versions) {
        this.versions = versions;
    }

    /** A called process starts on the version that the bid's round pins, else on the latest. */
    @Override
    public CallActivityBehavior createCallActivityBehavior(CallActivity call) {
        return new PinnedCall(call, versions);
    }

    private static final class PinnedCall extends CallActivityBehavior {

        private static final long serialVersionUID = 1L;

        private final transient EngineConfiguration.CalledVersion versions;

        PinnedCall(CallActivity call, EngineConfiguration.CalledVersion versions) {
            super(call);
            this.versions = versions;
        }

        @Override
        protected ProcessDefinition getProcessDefinition(
                DelegateExecution execution, CallActivity call, ProcessEngineConfigurationImpl engine) {
            String bid = engine.getExecutionEntityManager()
                    .findById(execution.getProcessInstanceId())
                    .getBusinessKey();
            return engine.getDeploymentManager()
                    .findDeployedProcessDefinitionById(versions.definitionFor(BidId.of(bid), call.getCalledElement()));
        }
    }

    private static FlowableException off(String kind) {
        return new FlowableException("The portal runs no " + kind);
    }

    @Override
    public ClassDelegate createClassDelegateServiceTask(ServiceTask task) {
        throw off("classes named by a process definition");
    }

    @Override
    public ServiceTaskExpressionActivityBehavior createServiceTaskExpressionActivityBehavior(ServiceTask task) {
        throw off("expressions as service tasks");
    }

    @Override
    public WebServiceActivityBehavior createWebServiceActivityBehavior(ServiceTask task, BpmnModel model) {
        throw off("web service tasks");
    }

    @Override
    public WebServiceActivityBehavior createWebServiceActivityBehavior(SendTask task, BpmnModel model) {
        throw off("web service tasks");
    }

    @Override
    public ActivityBehavior createMailActivityBehavior(ServiceTask task) {
        throw off("mail tasks");
    }

    @Override
    public ActivityBehavior createMailActivityBehavior(SendTask task) {
        throw off("mail tasks");
    }

    @Override
    public DmnActivityBehavior createDmnActivityBehavior(ServiceTask task) {
        throw off("decision tasks");
    }

    @Override
    public DmnActivityBehavior createDmnActivityBehavior(SendTask task) {
        throw off("decision tasks");
    }

    @Override
    public ActivityBehavior createCamelActivityBehavior(ServiceTask task) {
        throw off("Camel tasks");
    }

    @Override
    public ActivityBehavior createCamelActivityBehavior(SendTask task) {
        throw off("Camel tasks");
    }

    @Override
    public ShellActivityBehavior createShellActivityBehavior(ServiceTask task) {
        throw off("shell tasks");
    }

    @Override
    public ActivityBehavior createHttpActivityBehavior(ServiceTask task) {
        throw off("HTTP tasks");
    }

    @Override
    public ActivityBehavior createBusinessRuleTaskActivityBehavior(BusinessRuleTask task) {
        throw off("business rule tasks");
    }

    @Override
    public ScriptTaskActivityBehavior createScriptTaskActivityBehavior(ScriptTask task) {
        throw off("script tasks");
    }

    @Override
    public SendEventTaskActivityBehavior createSendEventTaskBehavior(SendEventServiceTask task) {
        throw off("event tasks");
    }

    @Override
    public ExternalWorkerTaskActivityBehavior createExternalWorkerTaskBehavior(ExternalWorkerServiceTask task) {
        throw off("external worker tasks");
    }

    @Override
    public CaseTaskActivityBehavior createCaseTaskBehavior(CaseServiceTask task) {
        throw off("case tasks");
    }
}
