package org.schoolcollab.workflow.editing;

import org.w3c.dom.Element;

/** What ends a vote before everybody has voted: whoever leads it, and the time that was set. */
final class VoteEvents {

    private static final String ENDED = "votingEnded";

    private final Model model;
    private final Diagram diagram;
    private final Notices notices;

    VoteEvents(Model model, Diagram diagram, Notices notices) {
        this.model = model;
        this.diagram = diagram;
        this.notices = notices;
    }

    /** Both lead to what is behind the vote. */
    void add(Element vote) {
        Element next = model.leaving(Model.id(vote)).stream()
                .findFirst()
                .map(flow -> model.step(flow.getAttribute("targetRef")))
                .orElseThrow(() -> new EditRefused("error.editing.nothingBehindVote"));
        Box host = diagram.box(Model.id(vote));
        Element ended = notices.event(vote, "VotingEnded", "Voting ended");
        Element message = Xml.create(vote, Xml.BPMN, "messageEventDefinition");
        message.setAttribute("messageRef", message());
        ended.appendChild(message);
        above(ended, new Box(host.x() + 10, host.y() - 18, 36, 36), next);
        Element time = notices.event(vote, "VotingTimeReached", "Closing time reached");
        Properties.timer(time, "voteEnds", "");
        above(time, new Box(host.right() - 46, host.y() - 18, 36, 36), next);
    }

    private void above(Element event, Box box, Element next) {
        diagram.put(event, box);
        diagram.label(event, new Box(box.x() - 20, box.y() - 18, 76, 14));
        diagram.route(model.connect(event, next));
    }

    private String message() {
        Element root = model.document().getDocumentElement();
        return Xml.children(root, Xml.BPMN, "message").stream()
                .filter(message -> message.getAttribute("name").equals(ENDED))
                .map(Model::id)
                .findFirst()
                .orElseGet(() -> {
                    Element made = Xml.create(root, Xml.BPMN, "message");
                    made.setAttribute("id", Ids.free(model, "message_VotingEnded"));
                    made.setAttribute("name", ENDED);
                    root.insertBefore(made, root.getFirstChild());
                    return Model.id(made);
                });
    }
}
