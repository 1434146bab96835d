package io.armature.engine.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.workflow.ApprovalStore;
import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the trail shall tell of an agreement: that people were asked, or what one of them said.
 *
 * @param action as the trail calls it
 */
record Consent(RecordState record, String action, ObjectNode details) {

    private static final String ASKED = "approval_asked";
    static final String GIVEN = "approval_given";
    static final String REFUSED = "approval_refused";
    static final String RETURNED = "approval_returned";
    static final String REASSIGNED = "approval_reassigned";

    /** Those whose turn it is are asked; nothing when it is nobody's. */
    static Optional<Consent> asked(RecordState record, Workflow workflow, Transition transition, List<Asked> asked) {
        List<UUID> people = asked.stream()
                .filter(one -> one.status().equals(ApprovalStore.PENDING))
                .map(Asked::assignee)
                .toList();
        if (people.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode details = details(workflow, transition);
        ArrayNode names = details.putArray("people");
        people.forEach(person -> names.add(person.toString()));
        return Optional.of(new Consent(record, ASKED, details));
    }

    /** @param to to whom it is passed on, if it is */
    static Consent said(
            RecordState record,
            Workflow workflow,
            Transition transition,
            Asked asked,
            String action,
            Optional<String> comment,
            Optional<UUID> to) {
        ObjectNode details = details(workflow, transition);
        details.put("for", asked.assignee().toString());
        details.put("stage", asked.stage());
        to.ifPresent(other -> details.put("to", other.toString()));
        comment.ifPresent(text -> details.put("comment", text));
        return new Consent(record, action, details);
    }

    boolean isQuestion() {
        return action.equals(ASKED);
    }

    private static ObjectNode details(Workflow workflow, Transition transition) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("workflow", workflow.name());
        details.put("transition", transition.name());
        return details;
    }
}
