package io.armature.metadata.model;

import io.armature.metadata.definition.Definition;
import java.util.List;

/**
 * What one pack contributes to a model.
 *
 * @param digest of the pack's files
 */
public record ModelSource(PackInfo pack, List<Definition> definitions, String digest) {
    public ModelSource {
        definitions = List.copyOf(definitions);
    }
}
