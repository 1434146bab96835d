package io.armature.engine.pack.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A record of a pack, ready to be written.
 *
 * @param place the file and line it stands in
 * @param key the values it is found again by
 * @param values as in a request
 * @param translations texts in other languages, by language, then by field
 */
record SeedRow(String place, Map<String, Object> key, ObjectNode values, Map<String, ObjectNode> translations) {
    SeedRow {
        key = Map.copyOf(key);
        translations = Map.copyOf(translations);
    }
}
