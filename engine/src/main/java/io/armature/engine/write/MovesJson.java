package io.armature.engine.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.workflow.Move;
import java.util.List;

/** What the trail says of transitions beside the values that changed. */
final class MovesJson {

    private MovesJson() {}

    /** Of the last one: those before it led to it. */
    static String of(List<Move> moves) {
        Move move = moves.getLast();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("workflow", move.workflow().name());
        json.put("transition", move.transition().name());
        json.put("from", move.from().name());
        json.put("to", move.transition().to());
        move.comment().ifPresent(comment -> json.put("comment", comment));
        return json.toString();
    }
}
