package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;

/**
 * A definition that an import makes.
 *
 * @param tree as it will stand in the file; still to be changed while it is made sound
 * @param source the foreign file it comes from, for the report
 */
public record Draft(Kind kind, String name, ObjectNode tree, String source) {

    /** Its place in the pack. */
    public String path() {
        return kind.folder() + "/" + name + ".yaml";
    }
}
