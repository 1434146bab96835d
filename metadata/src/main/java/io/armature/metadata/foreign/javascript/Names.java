package io.armature.metadata.foreign.javascript;

import java.util.Optional;

/** What the names in a condition mean. */
public interface Names {

    /** The value of {@code doc.name}; nothing when the record has no such field. */
    Optional<Value> field(String name);

    /** The value of {@code parent.name} in a row of a list. */
    Optional<Value> parentField(String name);

    /** Our role for a role of the foreign system. */
    Optional<String> role(String name);
}
