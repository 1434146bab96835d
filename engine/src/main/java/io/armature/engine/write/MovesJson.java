package io.armature.engine.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.workflow.Move;
import java.util.List;

/** What trail and event say of transitions beside the values that changed. */
final class MovesJson {

    private MovesJson() {}

    /** The transition that was asked for; {@code also} holds those that followed from it. */
    static String of(List<Move> moves) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        write(json, moves.getFirst());
        if (moves.size() > 1) {
            ArrayNode also = json.putArray("also");
            moves.subList(1, moves.size()).forEach(move -> write(also.addObject(), move));
        }
        return json.toString();
    }

    private static void write(ObjectNode json, Move move) {
        json.put("workflow", move.workflow().name());
        json.put("transition", move.transition().name());
        json.put("from", move.from().name());
        json.put("to", move.transition().to());
        move.comment().ifPresent(comment -> json.put("comment", comment));
    }
}
