package org.schoolcollab.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.workflow.gate.ProcessGate;
import org.schoolcollab.workflow.gate.Verdict;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The process definitions as the engine has them, every version, and the gate beside those that new bids take. Not a use case: whoever
 * shows it has checked that the person may see definitions.
 */
@Component
public class DeployedDefinitions {

    /**
     * One version of a definition.
     *
     * @param id the engine's id
     * @param number counts from 1 for each key
     */
    public record Version(String id, String key, String name, int number, Instant deployedAt) {}

    /** What stands beside a definition that is judged, by the ids of the versions it was made from. */
    private record Beside(List<String> ids, ProcessGate gate) {}

    private final RepositoryService repository;
    private final Map<String, byte[]> shipped;
    private volatile Map<String, byte[]> coming = Map.of();
    private volatile Beside beside = new Beside(List.of("none"), ProcessGate.beside(List.of()));

    DeployedDefinitions(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.shipped = shipped(resources);
    }

    private static Map<String, byte[]> shipped(ResourcePatternResolver resources) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            for (Resource file : resources.getResources(GateCheck.SHIPPED)) {
                byte[] bpmn = file.getContentAsByteArray();
                files.put(ProcessGate.key(bpmn).orElseThrow(), bpmn);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    /** The definitions that come with the portal, by key. */
    Map<String, byte[]> shipped() {
        return shipped;
    }

    /** Shipped definitions that are about to be deployed together: each is judged beside the others, not beside what they replace. */
    void coming(Map<String, byte[]> definitions) {
        coming = Map.copyOf(definitions);
    }

    /** The latest version of each definition, by name. */
    public List<Version> latest() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(this::version)
                .sorted(Comparator.comparing(Version::name))
                .toList();
    }

    /** Every version of a definition, the latest first; empty where none has this key. */
    public List<Version> versions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::version)
                .toList();
    }

    /** The version that new bids take, unless their round pins one. */
    public Optional<Version> latest(String key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(this::version);
    }

    /**
     * One version.
     *
     * @throws NotFound if there is none of this key and number
     */
    public Version version(String key, int number) {
        ProcessDefinition found = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .processDefinitionVersion(number)
                .singleResult();
        if (found == null) {
            throw new NotFound();
        }
        return version(found);
    }

    private Version version(ProcessDefinition found) {
        Instant deployed = repository
                .createDeploymentQuery()
                .deploymentId(found.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
        String name = found.getName() == null ? found.getKey() : found.getName();
        return new Version(found.getId(), found.getKey(), name, found.getVersion(), deployed);
    }

    /** The BPMN of a version with its diagram, byte for byte as deployed. */
    public String bpmn(Version version) {
        return bpmn(version.id());
    }

    /** Like {@link #bpmn(Version)}, by the engine's id. */
    public String bpmn(String definitionId) {
        try (InputStream bpmn = repository.getProcessModel(definitionId)) {
            return new String(bpmn.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Judges a definition beside the latest version of all others; a few tens of milliseconds. */
    public Verdict judge(byte[] bpmn) {
        return gate().judge(bpmn);
    }

    private ProcessGate gate() {
        List<ProcessDefinition> deployed =
                repository.createProcessDefinitionQuery().latestVersion().list();
        Map<String, byte[]> arriving = coming;
        List<String> ids = new ArrayList<>(
                deployed.stream().map(ProcessDefinition::getId).sorted().toList());
        arriving.keySet().stream().sorted().forEach(ids::add);
        Beside known = beside;
        if (known.ids().equals(ids)) {
            return known.gate();
        }
        Map<String, byte[]> standing = new LinkedHashMap<>(shipped);
        standing.putAll(deployed.stream()
                .map(this::version)
                .collect(Collectors.toMap(Version::key, version -> bpmn(version).getBytes(StandardCharsets.UTF_8))));
        standing.putAll(arriving);
        ProcessGate gate = ProcessGate.beside(List.copyOf(standing.values()));
        beside = new Beside(List.copyOf(ids), gate);
        return gate;
    }

    /** SHA-256 of a definition's text, in hex. */
    public static String hash(String bpmn) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bpmn.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
