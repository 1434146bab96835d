package io.armature.metadata.foreign.bpmn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads a workflow from BPMN 2.0: tasks and end events become states, sequence flows transitions, exclusive gateways the ways
 * through them, timers at the edge of tasks timers. Everything else is named and left out.
 */
public final class BpmnReader {

    private static final Set<String> TASKS = Set.of(
            "task",
            "userTask",
            "manualTask",
            "serviceTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "subProcess",
            "callActivity");
    private static final Set<String> PLAIN = Set.of("task", "userTask", "manualTask");
    private static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway");
    private static final Set<String> KNOWN = Set.of(
            "extensionElements",
            "startEvent",
            "endEvent",
            "sequenceFlow",
            "boundaryEvent",
            "exclusiveGateway",
            "documentation");

    private final ObjectMapper json = new ObjectMapper();
    private final Element process;
    private final List<String> unmapped = new ArrayList<>();
    private final SequencedMap<String, Element> elements = new LinkedHashMap<>();
    private final SequencedMap<String, String> states = new LinkedHashMap<>();
    private final ObjectNode definition = JsonNodeFactory.instance.objectNode();

    private BpmnReader(Element process) {
        this.process = process;
    }

    /**
     * @param entity whose records shall have the workflow; as the file says where it is our own and this is empty
     * @param field the choice that shall hold the state
     * @throws ProblemException when the text is no BPMN with a process
     */
    public static BpmnImport read(String text, Optional<String> entity, Optional<String> field) {
        Element root = Bpmn.read(text).getDocumentElement();
        NodeList processes = root.getElementsByTagNameNS(Bpmn.MODEL, "process");
        if (processes.getLength() == 0) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.MALFORMED_REQUEST, "", "there is no BPMN 2.0 process", "Send BPMN 2.0 XML."));
        }
        BpmnReader reader = new BpmnReader((Element) processes.item(0));
        for (int i = 1; i < processes.getLength(); i++) {
            reader.leave("process", (Element) processes.item(i));
        }
        Bpmn.children(root, "collaboration").forEach(other -> reader.leave("collaboration", other));
        return reader.read(entity, field);
    }

    private BpmnImport read(Optional<String> entity, Optional<String> field) {
        ours(process, "workflow").ifPresent(rest -> definition.setAll((ObjectNode) rest));
        entity.ifPresent(name -> definition.put("entity", name));
        field.ifPresent(name -> definition.put("field", name));
        Bpmn.children(process).forEach(element -> elements.put(element.getAttribute("id"), element));
        elements.values().forEach(this::strange);
        states();
        transitions();
        timers();
        String name = slug(process.getAttribute("id"), "workflow");
        return new BpmnImport(name, definition, unmapped);
    }

    private void strange(Element element) {
        String kind = String.valueOf(element.getLocalName());
        boolean known = KNOWN.contains(kind) || PLAIN.contains(kind);
        if (!known && TASKS.contains(kind)) {
            unmapped.add("What the " + label(element) + " does: it becomes a state in which somebody acts.");
        } else if (!known) {
            leave(kind, element);
        }
    }

    private void leave(String kind, Element element) {
        unmapped.add("The " + kind + " `" + element.getAttribute("id") + "`"
                + (element.getAttribute("name").isEmpty() ? "" : " (" + element.getAttribute("name") + ")") + ".");
    }

    private void states() {
        Set<String> names = new HashSet<>();
        Set<String> initial = initial();
        ObjectNode all = definition.putObject("states");
        elements.forEach((id, element) -> {
            boolean last = Bpmn.is(element, "endEvent");
            if (!last && !TASKS.contains(String.valueOf(element.getLocalName()))) {
                return;
            }
            String name = unique(own(element, "state").orElseGet(() -> slug(element.getAttribute("name"), id)), names);
            states.put(id, name);
            ObjectNode state = all.putObject(name);
            ours(element, "state").ifPresent(settings -> state.setAll((ObjectNode) settings));
            title(state, element, own(element, "state"));
            flag(state, "initial", initial.contains(id));
            flag(state, "final", last);
        });
    }

    /** What has no title is written under its own name, which is none when it is read back: people read another one then. */
    private static void title(ObjectNode definition, Element element, Optional<String> own) {
        String shown = element.getAttribute("name");
        if (!definition.has("title") && !shown.isEmpty() && !own.equals(Optional.of(shown))) {
            definition.put("title", shown);
        }
    }

    private static void flag(ObjectNode state, String key, boolean value) {
        state.remove(key);
        if (value) {
            state.put(key, true);
        }
    }

    /** The first element that a start event leads to. */
    private Set<String> initial() {
        for (Element start : Bpmn.children(process, "startEvent")) {
            List<Way> ways = new ArrayList<>();
            follow(start.getAttribute("id"), "", ways, new HashSet<>());
            if (!ways.isEmpty()) {
                return Set.of(ways.getFirst().to());
            }
        }
        return Set.of();
    }

    /** A way from an element to the next that is a state, through gateways. */
    private record Way(Element flow, String to, String condition) {}

    private void follow(String from, String condition, List<Way> ways, Set<String> seen) {
        for (Element flow : Bpmn.children(process, "sequenceFlow")) {
            String target = flow.getAttribute("targetRef");
            Element next = elements.get(target);
            if (!flow.getAttribute("sourceRef").equals(from) || next == null) {
                continue;
            }
            String said = condition(flow);
            String both = condition.isEmpty() || said.isEmpty() ? condition + said : condition + " and " + said;
            if (GATEWAYS.contains(String.valueOf(next.getLocalName()))) {
                if (seen.add(target)) {
                    follow(target, both, ways, seen);
                }
            } else {
                ways.add(new Way(flow, target, both));
            }
        }
    }

    private void transitions() {
        ObjectNode all = definition.putObject("transitions");
        Map<String, String> targets = new LinkedHashMap<>();
        states.forEach((id, state) -> {
            List<Way> ways = new ArrayList<>();
            follow(id, "", ways, new HashSet<>());
            for (Way way : ways) {
                String to = states.get(way.to());
                if (to != null) {
                    transition(all, targets, state, to, way);
                }
            }
        });
    }

    private void transition(ObjectNode all, Map<String, String> targets, String from, String to, Way way) {
        String wanted =
                own(way.flow(), "transition").orElseGet(() -> slug(way.flow().getAttribute("name"), "to_" + to));
        String name = wanted;
        for (int twin = 2; targets.containsKey(name) && !to.equals(targets.get(name)); twin++) {
            name = wanted + "_" + twin;
        }
        targets.put(name, to);
        if (all.get(name) instanceof ObjectNode known) {
            if (known.path("from").isArray()) {
                ((ArrayNode) known.get("from")).add(from);
            }
            return;
        }
        ObjectNode step = all.putObject(name);
        Optional<JsonNode> ours = ours(way.flow(), "transition");
        ours.ifPresent(settings -> step.setAll((ObjectNode) settings));
        if (!step.path("from").asText().equals("*")) {
            step.putArray("from").add(from);
        }
        step.put("to", to);
        title(step, way.flow(), own(way.flow(), "transition"));
        if (ours.isEmpty() && !way.condition().isEmpty()) {
            unmapped.add("The condition `" + way.condition() + "` of the transition `" + name
                    + "`: write it as `when` in the language of expressions.");
        }
    }

    private void timers() {
        List<ObjectNode> timers = new ArrayList<>();
        for (Element event : Bpmn.children(process, "boundaryEvent")) {
            String state = states.get(event.getAttribute("attachedToRef"));
            List<Element> times = Bpmn.children(event, "timerEventDefinition");
            String after = times.isEmpty()
                    ? ""
                    : Bpmn.children(times.getFirst(), "timeDuration").stream()
                            .map(Element::getTextContent)
                            .map(String::strip)
                            .findFirst()
                            .orElse("");
            if (state == null || after.isEmpty()) {
                leave("boundaryEvent", event);
                continue;
            }
            ObjectNode timer = JsonNodeFactory.instance.objectNode();
            ours(event, "timer").ifPresent(settings -> timer.setAll((ObjectNode) settings));
            timer.put("in", state);
            timer.put("after", after);
            if (!timer.has("do")) {
                action(event, state).ifPresent(name -> timer.putObject("do").put("transition", name));
            }
            if (timer.has("do")) {
                timers.add(timer);
            } else {
                leave("boundaryEvent", event);
            }
        }
        if (!timers.isEmpty()) {
            ArrayNode all = definition.putArray("timers");
            timers.forEach(all::add);
        }
    }

    /** The transition that a timer takes: one of its state to where the event leads, made if there is none. */
    private Optional<String> action(Element event, String state) {
        List<Way> ways = new ArrayList<>();
        follow(event.getAttribute("id"), "", ways, new HashSet<>());
        return ways.stream()
                .findFirst()
                .flatMap(way -> Optional.ofNullable(states.get(way.to())))
                .map(to -> {
                    ObjectNode all = (ObjectNode) definition.get("transitions");
                    for (Map.Entry<String, JsonNode> known : all.properties()) {
                        boolean leaves =
                                known.getValue().path("from").toString().contains("\"" + state + "\"");
                        if (leaves && known.getValue().path("to").asText().equals(to)) {
                            return known.getKey();
                        }
                    }
                    String name = unique(slug(event.getAttribute("name"), "expire"), new HashSet<>(names(all)));
                    ObjectNode step = all.putObject(name);
                    step.putArray("from").add(state);
                    step.put("to", to);
                    return name;
                });
    }

    private static List<String> names(ObjectNode all) {
        return all.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String condition(Element flow) {
        return Bpmn.children(flow, "conditionExpression").stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private Optional<Element> extension(Element element, String name) {
        return Bpmn.children(element, "extensionElements").stream()
                .flatMap(parent -> Bpmn.children(parent).stream())
                .filter(child -> Bpmn.OURS.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .findFirst();
    }

    /** The name that we gave it. */
    private Optional<String> own(Element element, String kind) {
        return extension(element, kind)
                .map(child -> child.getAttribute("name"))
                .filter(name -> name.matches("[a-z][a-z0-9_]*"));
    }

    /** What we have written beside it. */
    private Optional<JsonNode> ours(Element element, String kind) {
        return extension(element, kind).flatMap(child -> {
            try {
                return Optional.<JsonNode>ofNullable(json.readTree(child.getTextContent()))
                        .filter(JsonNode::isObject);
            } catch (JsonProcessingException damaged) {
                unmapped.add("What stands beside the " + label(element) + ": it is damaged.");
                return Optional.empty();
            }
        });
    }

    private static String label(Element element) {
        return element.getLocalName() + " `" + element.getAttribute("id") + "`";
    }

    private static String unique(String wanted, Set<String> names) {
        String name = wanted;
        for (int twin = 2; !names.add(name); twin++) {
            name = wanted + "_" + twin;
        }
        return name;
    }

    private static String slug(String text, String otherwise) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        return slug.isEmpty() ? otherwise.equals(text) ? "x" : slug(otherwise, otherwise) : slug;
    }
}
