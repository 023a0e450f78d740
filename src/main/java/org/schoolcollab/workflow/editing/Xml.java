package org.schoolcollab.workflow.editing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.gate.ReadableBpmn;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads and writes a definition as a tree. Written always in the same form, so that equal definitions are equal texts. */
final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String FLOWABLE = "http://flowable.org/bpmn";
    static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    static final String POINTS = "http://www.omg.org/spec/DD/20100524/DI";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Map<String, String> USUAL =
            Map.of(FLOWABLE, "flowable", DIAGRAM, "bpmndi", BOUNDS, "dc", POINTS, "di", XSI, "xsi");
    private static final String XMLNS = XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

    private Xml() {}

    /** The tree of a file that the gate's reader can open. */
    static Document read(String xml) {
        ReadableBpmn.whyNot(xml.getBytes(StandardCharsets.UTF_8)).ifPresent(Xml::refuse);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new InputSource(new StringReader(xml)));
            USUAL.forEach((namespace, prefix) -> declare(document.getDocumentElement(), namespace, prefix));
            return document;
        } catch (SAXException broken) {
            throw new EditRefused("error.editing.noXml");
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refuse(Finding finding) {
        throw new EditRefused(
                "error.editing." + finding.reason().substring("gate.".length()),
                finding.arguments().toArray());
    }

    private static void declare(Element root, String namespace, String prefix) {
        if (root.lookupPrefix(namespace) == null) {
            root.setAttributeNS(XMLNS, "xmlns:" + prefix, namespace);
        }
    }

    static Element create(Element near, String namespace, String local) {
        Document document = near.getOwnerDocument();
        String prefix = document.getDocumentElement().lookupPrefix(namespace);
        boolean plain = namespace.equals(document.getDocumentElement().lookupNamespaceURI(null)) || prefix == null;
        return document.createElementNS(namespace, plain ? local : prefix + ":" + local);
    }

    static List<Element> children(Element parent) {
        List<Element> all = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }

    static List<Element> children(Element parent, String namespace, String local) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, local))
                .toList();
    }

    static boolean is(Element element, String namespace, String local) {
        return namespace.equals(element.getNamespaceURI()) && local.equals(element.getLocalName());
    }

    /** An attribute of the engine's namespace; null takes it away. */
    static void flowable(Element element, String name, @org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            element.removeAttributeNS(FLOWABLE, name);
        } else {
            String prefix = element.getOwnerDocument().getDocumentElement().lookupPrefix(FLOWABLE);
            element.setAttributeNS(FLOWABLE, prefix + ":" + name, value);
        }
    }

    static String flowable(Element element, String name) {
        return element.getAttributeNS(FLOWABLE, name);
    }

    /** An expression's element, typed as the shipped definitions type it. */
    static Element formal(Element near, String local, String text) {
        Element element = create(near, BPMN, local);
        String xsi = near.getOwnerDocument().getDocumentElement().lookupPrefix(XSI);
        String bpmn = near.getOwnerDocument().getDocumentElement().lookupPrefix(BPMN);
        boolean plain = BPMN.equals(near.getOwnerDocument().getDocumentElement().lookupNamespaceURI(null));
        element.setAttributeNS(XSI, xsi + ":type", (plain || bpmn == null ? "" : bpmn + ":") + "tFormalExpression");
        element.setTextContent(text);
        return element;
    }

    static String write(Document document) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(document.getDocumentElement(), 0, out);
        return out.toString();
    }

    private static void write(Element element, int depth, StringBuilder out) {
        out.append("  ".repeat(depth)).append('<').append(element.getTagName());
        Map<String, String> attributes = new TreeMap<>((left, right) -> {
            int byRank = Integer.compare(rank(left), rank(right));
            return byRank == 0 ? left.compareTo(right) : byRank;
        });
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            attributes.put(attribute.getName(), attribute.getValue());
        }
        attributes.forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value, true))
                .append('"'));
        List<Element> children = children(element);
        String text = children.isEmpty() ? element.getTextContent().strip() : "";
        if (!children.isEmpty()) {
            out.append(">\n");
            children.forEach(child -> write(child, depth + 1, out));
            out.append("  ".repeat(depth))
                    .append("</")
                    .append(element.getTagName())
                    .append(">\n");
        } else if (text.isEmpty()) {
            out.append("/>\n");
        } else {
            out.append('>')
                    .append(escaped(text, false))
                    .append("</")
                    .append(element.getTagName())
                    .append(">\n");
        }
    }

    private static int rank(String attribute) {
        return switch (attribute) {
            case "xmlns" -> 0;
            case "id" -> 2;
            case "name" -> 3;
            case "x" -> 5;
            case "y" -> 6;
            default -> attribute.startsWith("xmlns:") ? 1 : attribute.contains(":") ? 7 : 4;
        };
    }

    private static String escaped(String text, boolean attribute) {
        String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return attribute
                ? plain.replace("\"", "&quot;")
                        .replace("\n", "&#10;")
                        .replace("\r", "&#13;")
                        .replace("\t", "&#9;")
                : plain.replace("\r", "&#13;");
    }
}
