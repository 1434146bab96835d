package io.armature.metadata.diff;

import io.armature.metadata.definition.Node;
import java.util.Optional;

/**
 * How a conflict was settled; kept, and applied again as long as both sides still say what they said.
 *
 * @param choice which side holds
 * @param ours what our side said when it was decided
 * @param theirs what their side said
 * @param edited the value, when it is neither of the two; absent to remove the property
 */
public record Decision(Choice choice, Optional<Node> ours, Optional<Node> theirs, Optional<Node> edited) {

    /** What can be done about a conflict. */
    public enum Choice {
        /** What we made of it. */
        KEEP,
        /** What the new version made of it. */
        TAKE,
        /** Something else. */
        EDIT
    }

    public static Decision keep(Conflict conflict) {
        return new Decision(Choice.KEEP, conflict.ours(), conflict.theirs(), Optional.empty());
    }

    public static Decision take(Conflict conflict) {
        return new Decision(Choice.TAKE, conflict.ours(), conflict.theirs(), Optional.empty());
    }

    public static Decision edit(Conflict conflict, Optional<Node> value) {
        return new Decision(Choice.EDIT, conflict.ours(), conflict.theirs(), value);
    }

    /** Whether it was made about exactly this. */
    boolean settles(Conflict conflict) {
        return Nodes.same(ours, conflict.ours()) && Nodes.same(theirs, conflict.theirs());
    }

    /** What holds now. */
    Optional<Node> value() {
        return switch (choice) {
            case KEEP -> ours;
            case TAKE -> theirs;
            case EDIT -> edited;
        };
    }
}
