package org.schoolcollab.workflow.editing;

import org.w3c.dom.Element;

/** Conditions on the ways out of a gateway. */
final class Ways {

    private Ways() {}

    static String condition(Element flow) {
        return Xml.children(flow, Xml.BPMN, "conditionExpression").stream()
                .map(expression -> expression.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /** Empty text takes the condition away. */
    static void condition(Element flow, String condition) {
        Xml.children(flow, Xml.BPMN, "conditionExpression").forEach(flow::removeChild);
        if (!condition.isEmpty()) {
            flow.appendChild(Xml.formal(flow, "conditionExpression", condition));
        }
    }

    static String opposite(String condition) {
        String inner = condition.substring(2, condition.length() - 1);
        return inner.startsWith("!(") && inner.endsWith(")") && inner.indexOf(')') == inner.length() - 1
                ? "${" + inner.substring(2, inner.length() - 1) + "}"
                : "${!(" + inner + ")}";
    }

    /** A gateway with one way left always takes it; one that lost its way otherwise takes the last. */
    static void settle(Model model, Element gateway) {
        var leaving = model.leaving(Model.id(gateway));
        String otherwise = gateway.getAttribute("default");
        if (leaving.isEmpty()) {
            gateway.removeAttribute("default");
        } else if (leaving.size() == 1
                || leaving.stream().noneMatch(flow -> Model.id(flow).equals(otherwise))) {
            Element last = leaving.getLast();
            gateway.setAttribute("default", Model.id(last));
            condition(last, "");
        }
    }
}
