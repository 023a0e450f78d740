package org.schoolcollab.workflow.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element that passed the allow-list. Names carry the short prefix of their namespace, none for BPMN itself. */
final class XmlElement {

    private final String name;
    private final @Nullable XmlElement parent;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, @Nullable XmlElement parent) {
        this.name = name;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    String name() {
        return name;
    }

    @Nullable
    XmlElement parent() {
        return parent;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    /** The attribute's value; empty where it is absent. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Every value that stands on this element itself: its attributes' and its text. */
    Stream<String> values() {
        return Stream.concat(attributes.values().stream(), Stream.of(text()));
    }

    void append(String characters) {
        text.append(characters);
    }

    String text() {
        return text.toString().strip();
    }

    List<XmlElement> children() {
        return children;
    }

    Stream<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    /** This element and all below it. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** Its id, or that of the nearest element around it that has one: where people look for it. */
    String nearestId() {
        for (XmlElement at = this; at != null; at = at.parent) {
            if (!at.get("id").isEmpty()) {
                return at.get("id");
            }
        }
        return "";
    }
}
