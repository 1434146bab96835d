package io.armature.metadata.foreign.bpmn;

import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a process from left to right in the order of its states, so that editors show it. They arrange it better themselves. */
final class BpmnDiagram {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 60;
    private static final int GAP = 80;
    private static final int TOP = 120;
    private static final int SMALL = 36;

    private final Document document;
    private final Element definitions;
    private final WorkflowDefinition workflow;
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    /** Where a shape stands, in pixels. */
    private record Box(int x, int y, int width, int height) {}

    BpmnDiagram(Document document, Element definitions, WorkflowDefinition workflow) {
        this.document = document;
        this.definitions = definitions;
        this.workflow = workflow;
    }

    void draw() {
        place();
        Element diagram = add(definitions, Bpmn.DIAGRAM, "bpmndi:BPMNDiagram");
        diagram.setAttribute("id", "diagram");
        Element plane = add(diagram, Bpmn.DIAGRAM, "bpmndi:BPMNPlane");
        plane.setAttribute("id", "plane");
        plane.setAttribute("bpmnElement", workflow.name());
        boxes.forEach((id, box) -> shape(plane, id, box));
        Element process = Bpmn.children(definitions, "process").getFirst();
        Bpmn.children(process, "sequenceFlow").forEach(flow -> edge(plane, flow));
    }

    private void place() {
        boxes.put("start", new Box(GAP, TOP + (HEIGHT - SMALL) / 2, SMALL, SMALL));
        int x = GAP + SMALL + GAP;
        for (State state : workflow.states().values()) {
            int width = state.isFinal() ? SMALL : WIDTH;
            int height = state.isFinal() ? SMALL : HEIGHT;
            boxes.put(BpmnWriter.element(state.name()), new Box(x, TOP + (HEIGHT - height) / 2, width, height));
            x += width + GAP;
        }
        for (int i = 0; i < workflow.timers().size(); i++) {
            Box task = boxes.get(BpmnWriter.element(workflow.timers().get(i).in()));
            if (task != null) {
                boxes.put(
                        "timer_" + i,
                        new Box(task.x() + i * SMALL / 2, task.y() + task.height() - SMALL / 2, SMALL, SMALL));
            }
        }
    }

    private void shape(Element plane, String id, Box box) {
        Element shape = add(plane, Bpmn.DIAGRAM, "bpmndi:BPMNShape");
        shape.setAttribute("id", "shape_" + id);
        shape.setAttribute("bpmnElement", id);
        Element bounds = add(shape, Bpmn.BOUNDS, "dc:Bounds");
        bounds.setAttribute("x", Integer.toString(box.x()));
        bounds.setAttribute("y", Integer.toString(box.y()));
        bounds.setAttribute("width", Integer.toString(box.width()));
        bounds.setAttribute("height", Integer.toString(box.height()));
    }

    private void edge(Element plane, Element flow) {
        Box from = boxes.get(flow.getAttribute("sourceRef"));
        Box to = boxes.get(flow.getAttribute("targetRef"));
        if (from == null || to == null) {
            return;
        }
        Element edge = add(plane, Bpmn.DIAGRAM, "bpmndi:BPMNEdge");
        edge.setAttribute("id", "edge_" + flow.getAttribute("id"));
        edge.setAttribute("bpmnElement", flow.getAttribute("id"));
        List<int[]> points = new ArrayList<>();
        boolean ahead = to.x() > from.x();
        points.add(
                new int[] {ahead ? from.x() + from.width() : from.x() + from.width() / 2, from.y() + from.height() / 2
                });
        if (!ahead) {
            points.add(new int[] {from.x() + from.width() / 2, TOP - SMALL});
            points.add(new int[] {to.x() + to.width() / 2, TOP - SMALL});
        }
        points.add(new int[] {ahead ? to.x() : to.x() + to.width() / 2, ahead ? to.y() + to.height() / 2 : to.y()});
        for (int[] point : points) {
            Element way = add(edge, Bpmn.LINES, "di:waypoint");
            way.setAttribute("x", Integer.toString(point[0]));
            way.setAttribute("y", Integer.toString(point[1]));
        }
    }

    private Element add(Element parent, String namespace, String name) {
        Element element = document.createElementNS(namespace, name);
        parent.appendChild(element);
        return element;
    }
}
