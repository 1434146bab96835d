package io.armature.metadata.foreign.bpmn;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.definition.WorkflowDefinition.Timer;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.read.NodeJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a workflow as BPMN 2.0: states as user tasks and end events, transitions as sequence flows, timers as boundary events.
 * What BPMN has no words for (roles, values, approvals) stands beside them in elements of our own, as JSON.
 */
public final class BpmnWriter {

    private static final String ANY = "*";
    private static final MapNode NOTHING = MapNode.of(new LinkedHashMap<>());

    private final WorkflowDefinition workflow;
    private final Document document = Bpmn.empty();
    private final Element process;
    private final BpmnDiagram diagram;

    private BpmnWriter(WorkflowDefinition workflow) {
        this.workflow = workflow;
        Element definitions = document.createElementNS(Bpmn.MODEL, "bpmn:definitions");
        definitions.setAttribute("id", "definitions_" + workflow.name());
        definitions.setAttribute("targetNamespace", Bpmn.OURS);
        definitions.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:armature", Bpmn.OURS);
        document.appendChild(definitions);
        process = add(definitions, "process");
        process.setAttribute("id", workflow.name());
        process.setAttribute("name", workflow.name());
        process.setAttribute("isExecutable", "true");
        diagram = new BpmnDiagram(document, definitions, workflow);
    }

    /** The XML text. */
    public static String write(WorkflowDefinition workflow) {
        BpmnWriter writer = new BpmnWriter(workflow);
        writer.write();
        return Bpmn.text(writer.document);
    }

    private void write() {
        extension(process, "workflow", rest());
        Element start = add(process, "startEvent");
        start.setAttribute("id", "start");
        workflow.states().values().forEach(this::state);
        workflow.states().values().stream()
                .filter(State::initial)
                .forEach(state -> flow("flow_start", "start", element(state.name())));
        workflow.transitions().values().forEach(this::transition);
        for (int i = 0; i < workflow.timers().size(); i++) {
            timer(i, workflow.timers().get(i));
        }
        diagram.draw();
    }

    /** What is neither a state nor a transition nor a timer. */
    private Node rest() {
        LinkedHashMap<String, Node> entries =
                new LinkedHashMap<>(workflow.source().entries());
        List.of("states", "transitions", "timers").forEach(entries::remove);
        return MapNode.of(entries);
    }

    private void state(State state) {
        Element task = add(process, state.isFinal() ? "endEvent" : "userTask");
        task.setAttribute("id", element(state.name()));
        task.setAttribute("name", state.title().orElse(state.name()));
        extension(task, "state", source("states", state.name())).setAttribute("name", state.name());
    }

    private void transition(Transition step) {
        List<String> from = step.from().contains(ANY)
                ? workflow.states().values().stream()
                        .filter(state -> !state.isFinal() && !state.name().equals(step.to()))
                        .map(State::name)
                        .toList()
                : step.from();
        for (String state : from) {
            Element flow = flow("flow_" + step.name() + "_" + state, element(state), element(step.to()));
            flow.setAttribute("name", step.title().orElse(step.name()));
            extension(flow, "transition", source("transitions", step.name())).setAttribute("name", step.name());
            step.when().ifPresent(when -> add(flow, "conditionExpression").setTextContent(when));
        }
    }

    private void timer(int number, Timer timer) {
        Element event = add(process, "boundaryEvent");
        String id = "timer_" + number;
        event.setAttribute("id", id);
        event.setAttribute("attachedToRef", element(timer.in()));
        event.setAttribute("cancelActivity", Boolean.toString(timer.transition().isPresent()));
        extension(event, "timer", item(number));
        add(add(event, "timerEventDefinition"), "timeDuration").setTextContent(written(number, timer));
        timer.transition()
                .flatMap(name -> Optional.ofNullable(workflow.transitions().get(name)))
                .ifPresent(step -> flow("flow_" + id, id, element(step.to())));
    }

    /** The time as the pack says it: {@code P3D} and not {@code PT72H}. */
    private String written(int number, Timer timer) {
        return item(number) instanceof MapNode map && map.get("after").orElse(null) instanceof Node.TextNode text
                ? text.value()
                : timer.after().toString();
    }

    private Node item(int number) {
        return workflow.source().get("timers").orElse(null) instanceof Node.ListNode list
                ? list.items().get(number)
                : NOTHING;
    }

    private Node source(String part, String name) {
        return workflow.source().get(part).orElse(null) instanceof MapNode map
                ? map.get(name).orElse(NOTHING)
                : NOTHING;
    }

    private Element flow(String id, String from, String to) {
        Element flow = add(process, "sequenceFlow");
        flow.setAttribute("id", id);
        flow.setAttribute("sourceRef", from);
        flow.setAttribute("targetRef", to);
        return flow;
    }

    private Element extension(Element parent, String name, Node settings) {
        Element extension = document.createElementNS(Bpmn.OURS, "armature:" + name);
        extension.setTextContent(NodeJson.of(settings).toString());
        add(parent, "extensionElements").appendChild(extension);
        return extension;
    }

    private Element add(Element parent, String name) {
        Element element = document.createElementNS(Bpmn.MODEL, "bpmn:" + name);
        parent.appendChild(element);
        return element;
    }

    static String element(String state) {
        return "state_" + state;
    }
}
