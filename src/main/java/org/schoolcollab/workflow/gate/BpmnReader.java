package org.schoolcollab.workflow.gate;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first layer: reads a definition without DTD and holds each element and attribute to the {@link Grammar}. Reads once, in small
 * memory, and stops at the first thing that is too large or no XML.
 */
final class BpmnReader {

    /** Bytes of the largest definition that is read. */
    static final int MOST_BYTES = 1_000_000;

    private static final int MOST_ELEMENTS = 8_000;
    private static final int DEEPEST = 24;
    private static final int MOST_FINDINGS = 25;

    private final List<Finding> findings = new ArrayList<>();
    private int elements;

    /** What was read; root is null where it could not be read to the end. */
    record Result(@Nullable XmlElement root, List<Finding> findings) {}

    private BpmnReader() {}

    static Result read(byte[] bpmn) {
        if (bpmn.length > MOST_BYTES) {
            return new Result(null, List.of(Finding.of("", "gate.tooLarge", Integer.toString(MOST_BYTES / 1_000))));
        }
        if (!isUtf8(bpmn)) {
            return new Result(null, List.of(Finding.of("", "gate.notUtf8")));
        }
        return new BpmnReader().document(bpmn);
    }

    private static boolean isUtf8(byte[] bpmn) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bpmn));
            return true;
        } catch (CharacterCodingException otherBytes) {
            return false;
        }
    }

    private Result document(byte[] bpmn) {
        XmlElement root = null;
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bpmn));
            root = tree(xml);
            xml.close();
        } catch (Stop stopped) {
            root = null;
        } catch (XMLStreamException | RuntimeException broken) {
            root = null;
            findings.add(Finding.of("", "gate.noXml"));
        }
        return new Result(root, List.copyOf(findings));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a process definition refers to nothing outside itself");
        });
        return factory;
    }

    private @Nullable XmlElement tree(XMLStreamReader xml) throws XMLStreamException, Stop {
        encoding(xml.getCharacterEncodingScheme());
        encoding(xml.getEncoding());
        XmlElement root = null;
        XmlElement at = null;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw stop("gate.tooDeep", Integer.toString(DEEPEST));
                    }
                    if (++elements > MOST_ELEMENTS) {
                        throw stop("gate.tooMany", Integer.toString(MOST_ELEMENTS));
                    }
                    at = element(xml, at);
                    root = root == null ? at : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (at != null) {
                        text(at);
                        at = at.parent();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (at != null) {
                        at.append(xml.getText());
                    }
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {
                    // Comments mean nothing to the engine either.
                }
                default -> throw stop("gate.notAllowedXml");
            }
            if (findings.size() >= MOST_FINDINGS) {
                throw new Stop();
            }
        }
        return root;
    }

    private void encoding(@Nullable String name) throws Stop {
        if (name != null && !name.equalsIgnoreCase("UTF-8")) {
            throw stop("gate.notUtf8");
        }
    }

    private XmlElement element(XMLStreamReader xml, @Nullable XmlElement parent) throws Stop {
        String name = name(xml.getNamespaceURI(), xml.getLocalName());
        XmlElement element = new XmlElement(name, parent);
        Grammar.Rule rule = Grammar.rule(name);
        String within = parent == null ? "" : parent.name();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = attributeName(xml, i);
            String value = xml.getAttributeValue(i);
            Grammar.Value allowed = rule == null ? null : rule.attributes().get(attribute);
            if (rule != null && allowed == null) {
                add(element, "gate.attributeNotAllowed", attribute, name);
            } else if (allowed != null && !allowed.takes(value)) {
                add(element, "gate.valueNotAllowed", attribute, name);
            } else {
                element.put(attribute, value);
            }
        }
        if (rule == null || !rule.parents().contains(within)) {
            add(element, "gate.elementNotAllowed", name);
        }
        return element;
    }

    private void text(XmlElement element) {
        Grammar.Rule rule = Grammar.rule(element.name());
        if (rule != null
                && !rule.text()
                        .takes(
                                rule.text() == Grammar.Value.BLANK
                                        ? element.text()
                                        : element.text().strip())) {
            add(element, "gate.textNotAllowed", element.name());
        }
    }

    private static String attributeName(XMLStreamReader xml, int i) {
        String namespace = xml.getAttributeNamespace(i);
        String local = xml.getAttributeLocalName(i);
        if (namespace == null || namespace.isEmpty()) {
            return local;
        }
        // Only elements may be in BPMN's own namespace: the engine would not tell such an attribute from the plain one.
        return "".equals(Grammar.NAMESPACES.get(namespace)) ? "{" + namespace + "}" + local : name(namespace, local);
    }

    /** With the short prefix where the namespace is known; else in a writing that no rule has. */
    private static String name(@Nullable String namespace, String local) {
        String prefix = Grammar.NAMESPACES.get(namespace == null ? "" : namespace);
        return prefix == null ? "{" + namespace + "}" + local : prefix + local;
    }

    private void add(XmlElement element, String reason, String... arguments) {
        findings.add(Finding.of(element.nearestId(), reason, arguments));
    }

    private Stop stop(String reason, String... arguments) {
        findings.add(Finding.of("", reason, arguments));
        return new Stop();
    }

    /** Nothing more is read. */
    private static final class Stop extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
