package io.armature.metadata.diff;

import io.armature.metadata.definition.Node;
import java.util.Optional;

/**
 * A property that both sides changed, each in its way.
 *
 * @param path such as {@code fields.email.max}
 * @param base what it was; absent when it was not there
 * @param ours what the customer made of it; absent when removed
 * @param theirs what the new version made of it; absent when removed
 */
public record Conflict(String path, Optional<Node> base, Optional<Node> ours, Optional<Node> theirs) {}
