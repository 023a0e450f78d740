package org.schoolcollab.workflow.gate;

import java.nio.charset.StandardCharsets;

/** Attacks on the reader: document types, entities, encodings, sheer size and depth. */
final class HostileXml extends Attacks {

    @Override
    void make() {
        xml();
        size();
    }

    private void xml() {
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        add(
                "xxe-file",
                life.replace(head, head + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")
                        .replace("Carries one bid", "&x;"));
        add("xxe-address", life.replace(head, head + "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\">"));
        add(
                "xxe-parameter",
                life.replace(head, head + "<!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]>"));
        StringBuilder bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        add("entity-bomb", life.replace(head, head + bomb + "]>").replace("Carries one bid", "&a29;"));
        add("doctype-only", life.replace(head, head + "<!DOCTYPE definitions>"));
        add("processing-instruction", life.replace(head, head + "<?xml-stylesheet href=\"http://127.0.0.1:9/x\"?>"));
        add(
                "include",
                life.replace(
                        "<process id",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\"/><process id"));
        add(
                "schema-location",
                life.replace(
                        "id=\"definitions_bidLifecycle\"",
                        "xsi:schemaLocation=\"x http://127.0.0.1:9/x.xsd\" id=\"definitions_bidLifecycle\""));
        add(
                "expression-language",
                life.replace(
                        "id=\"definitions_bidLifecycle\"",
                        "expressionLanguage=\"groovy\" id=\"definitions_bidLifecycle\""));
        add("utf-16", life.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
        add("utf-7", life.replace("UTF-8", "UTF-7").getBytes(StandardCharsets.US_ASCII));
        add("bad-bytes", new byte[] {'<', 'a', (byte) 0xC3, (byte) 0x28, '>'});
        add("empty", new byte[0]);
        add("no-xml", "hello");
        add("cut-off", life.substring(0, life.length() / 2));
        add("html", "<html><body>" + SET + "</body></html>");
        add(
                "two-processes",
                life.replace(
                        "<bpmndi:BPMNDiagram", "<process id=\"second\" isExecutable=\"true\"/><bpmndi:BPMNDiagram"));
        add("not-executable", life.replace("isExecutable=\"true\"", "isExecutable=\"false\""));
        add("id-twice", life.replace("id=\"userTask_RevisePlan\"", "id=\"userTask_DraftPlan\""));
        add(
                "attribute-in-bpmn-namespace",
                life.replace(
                        "id=\"userTask_DraftPlan\"",
                        "xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"userTask_DraftPlan\" b:id=\"other\""));
    }

    private void size() {
        String end = "<endEvent id=\"endEvent_BidClosed\"";
        add("100000-elements", life.replace(end, "<textAnnotation id=\"t\"/>".repeat(100_000) + end));
        add("10000-elements", life.replace(end, "<textAnnotation/>".repeat(10_000) + end));
        add("deep", life.replace(end, "<subProcess id=\"s\">".repeat(5_000) + "</subProcess>".repeat(5_000) + end));
        add("long-name", life.replace("name=\"Draft plan\"", "name=\"" + "x".repeat(500_000) + "\""));
        add("long-condition", life.replace("${decision == 'RECOMMENDED'}", "${" + "(".repeat(100_000) + "}"));
        add(
                "deep-condition",
                life.replace(
                        "${decision == 'RECOMMENDED'}",
                        "${" + "(".repeat(140) + "secondWaits" + ")".repeat(140) + "}"));
        add(
                "many-attributes",
                life.replace("id=\"userTask_DraftPlan\"", manyAttributes() + " id=\"userTask_DraftPlan\""));
        add(
                "calls-itself",
                release.replace(
                        "<userTask id=\"userTask_RequestRelease\"",
                        "<callActivity id=\"c_D\" name=\"Call self\" calledElement=\"budgetRelease\" flowable:inheritBusinessKey=\"true\"/><userTask id=\"userTask_RequestRelease\""));
    }

    private static String manyAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            attributes.append("a").append(i).append("=\"\" ");
        }
        return attributes.toString();
    }
}
