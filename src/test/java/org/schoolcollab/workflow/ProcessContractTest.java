package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.security.Role;
import org.schoolcollab.workflow.delegate.Delegate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What every shipped process definition promises to the rest of the portal. */
class ProcessContractTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String FLOWABLE = "http://flowable.org/bpmn";
    private static final Map<String, String> PREFIX = Map.of(
            "startEvent", "startEvent_",
            "endEvent", "endEvent_",
            "intermediateCatchEvent", "timerEvent_",
            "boundaryEvent", "boundaryEvent_",
            "exclusiveGateway", "gateway_",
            "userTask", "userTask_",
            "serviceTask", "serviceTask_",
            "callActivity", "callActivity_",
            "subProcess", "subProcess_",
            "sequenceFlow", "flow_");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.'])([a-zA-Z]\\w*)(?![\\w'(])");

    record Shipped(String file, Document xml) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Shipped> shipped() throws Exception {
        List<Shipped> found = new ArrayList<>();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(GateCheck.SHIPPED)) {
            try (InputStream bpmn = file.getInputStream()) {
                found.add(new Shipped(
                        String.valueOf(file.getFilename()),
                        factory.newDocumentBuilder().parse(bpmn)));
            }
        }
        return found.stream();
    }

    @Test
    void sixProcessesAreShipped() throws Exception {
        assertThat(shipped()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void idsAndLabelsFollowTheStyleGuide(Shipped process) {
        Element root = elements(process, BPMN, "process").getFirst();
        String key = process.file().replace(".bpmn", "");
        assertThat(root.getAttribute("id").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .isEqualTo(key);
        assertThat(root.getAttribute("name")).isNotBlank();
        PREFIX.forEach((type, prefix) -> elements(process, BPMN, type).forEach(element -> {
            assertThat(element.getAttribute("id")).startsWith(prefix).matches("[a-z]\\w+_[A-Z]\\w+");
            String label = element.getAttribute("name");
            switch (type) {
                case "sequenceFlow" -> {
                    // Only those that leave a gateway carry a label.
                }
                case "exclusiveGateway" -> assertThat(label).endsWith("?");
                case "userTask", "serviceTask", "callActivity" ->
                    assertThat(label).matches("[A-Z][a-z]+ .+").doesNotEndWith("?");
                default -> assertThat(label).isNotBlank();
            }
        }));
        elements(process, BPMN, "sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").startsWith("gateway_"))
                .forEach(flow -> assertThat(flow.getAttribute("name")).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyNodeAndFlowIsOnTheDiagram(Shipped process) {
        Set<String> shapes = ids(process, "BPMNShape", "bpmnElement");
        Set<String> edges = ids(process, "BPMNEdge", "bpmnElement");
        PREFIX.keySet()
                .forEach(type -> elements(process, BPMN, type)
                        .forEach(element -> assertThat(type.equals("sequenceFlow") ? edges : shapes)
                                .contains(element.getAttribute("id"))));
        elements(process, DI, "BPMNEdge")
                .forEach(edge -> assertThat(
                                edge.getElementsByTagNameNS("*", "waypoint").getLength())
                        .isGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void expressionsNameKnownVariablesAndDelegatesOnly(Shipped process) throws IOException {
        Set<String> known = new TreeSet<>(Set.of("execution"));
        ProcessVariables.ALL.forEach(handle -> known.add(handle.name()));
        Set<String> delegates = delegates();
        known.addAll(delegates);
        Matcher expressions = EXPRESSION.matcher(source(process));
        while (expressions.find()) {
            String text = expressions.group(1).replaceAll("'[^']*'", "");
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                assertThat(known).as(expressions.group()).contains(names.group(1));
            }
        }
        elements(process, BPMN, "serviceTask").forEach(task -> {
            Matcher bean = EXPRESSION.matcher(task.getAttributeNS(FLOWABLE, "delegateExpression"));
            assertThat(bean.matches()).isTrue();
            assertThat(delegates).contains(bean.group(1));
        });
        assertThat(process.xml().getElementsByTagNameNS(BPMN, "scriptTask").getLength())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyTaskHasItsGroupFormStageDeadlineAndWords(Shipped process) throws IOException {
        Properties words = new Properties();
        try (var in = getClass().getResourceAsStream("/vaadin-i18n/translations.properties")) {
            words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<String> routes = routes();
        elements(process, BPMN, "userTask").forEach(task -> {
            String id = task.getAttribute("id");
            String groups = task.getAttributeNS(FLOWABLE, "candidateGroups");
            String assignee = task.getAttributeNS(FLOWABLE, "assignee");
            assertThat(groups.isEmpty()).as(id).isNotEqualTo(assignee.isEmpty());
            if (!groups.isEmpty()) {
                assertThat(groups.startsWith("${")
                                || Stream.of(Role.values())
                                        .anyMatch(role -> role.name().equals(groups)))
                        .as(groups)
                        .isTrue();
            }
            assertThat(routes).as("form of " + id).contains("bids/:bidId/" + task.getAttributeNS(FLOWABLE, "formKey"));
            assertThat(Stage.values()).extracting(Stage::name).contains(task.getAttributeNS(FLOWABLE, "category"));
            assertThat(task.getAttributeNS(FLOWABLE, "dueDate")).as(id).isNotBlank();
            assertThat(words.stringPropertyNames())
                    .contains("task." + id, "task." + id + ".open", "task." + id + ".why");
            assertThat(elements(process, BPMN, "boundaryEvent").stream()
                            .filter(event -> event.getAttribute("attachedToRef").equals(id))
                            .filter(event ->
                                    event.getAttribute("cancelActivity").equals("false")))
                    .as("reminder and escalation of " + id)
                    .hasSize(2);
        });
    }

    @Test
    void calledProcessesAreShippedAndKeepTheBidsKey() throws Exception {
        Set<String> keys = shipped()
                .flatMap(process -> elements(process, BPMN, "process").stream())
                .map(process -> process.getAttribute("id"))
                .collect(Collectors.toSet());
        shipped()
                .flatMap(process -> elements(process, BPMN, "callActivity").stream())
                .forEach(call -> {
                    assertThat(keys).contains(call.getAttribute("calledElement"));
                    assertThat(call.getAttributeNS(FLOWABLE, "inheritBusinessKey"))
                            .isEqualTo("true");
                });
    }

    private static Set<String> delegates() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Delegate.class));
        return scanner.findCandidateComponents("org.schoolcollab.workflow").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> routes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("org.schoolcollab").stream()
                .map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName())
                                .getAnnotation(Route.class)
                                .value();
                    } catch (ClassNotFoundException gone) {
                        throw new IllegalStateException(gone);
                    }
                })
                .collect(Collectors.toSet());
    }

    private static String source(Shipped process) throws IOException {
        try (InputStream in = ProcessContractTest.class.getResourceAsStream("/processes/" + process.file())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("&amp;", "&");
        }
    }

    private static Set<String> ids(Shipped process, String type, String attribute) {
        return elements(process, DI, type).stream()
                .map(element -> element.getAttribute(attribute))
                .collect(Collectors.toSet());
    }

    private static List<Element> elements(Shipped process, String namespace, String name) {
        NodeList found = process.xml().getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
