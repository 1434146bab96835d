package io.armature.metadata.diff;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.ExtensionDefinition;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Carries an overlay over to a new version of the entity it changes. The overlay has recorded what it changed; where the
 * new version changed the same property otherwise, that is a conflict.
 */
public final class OverlayMerge {

    private static final String OVERRIDE = "override";
    private static final String BASE = "base";

    private OverlayMerge() {}

    /**
     * Carries an overlay over.
     *
     * @param before the entity that the overlay was made for: for properties of which the overlay recorded no base
     * @param after the entity's new version
     * @param decisions how conflicts were settled before, by path
     * @return the overlay's new tree, with overrides that no longer change anything left out, and the open conflicts
     */
    public static ThreeWayMerge.Result merge(
            ExtensionDefinition overlay,
            EntityDefinition before,
            EntityDefinition after,
            Map<String, Decision> decisions) {
        SequencedMap<String, Node> base = new LinkedHashMap<>();
        SequencedMap<String, Node> ours = new LinkedHashMap<>();
        SequencedMap<String, Node> theirs = new LinkedHashMap<>();
        overlay.overrides().forEach((field, changes) -> {
            String name = nameIn(after, field);
            ours.put(name, MapNode.of(changes));
            base.put(name, pick(changes, recorded(overlay, before, field)));
            theirs.put(name, pick(changes, properties(after, name)));
        });
        ThreeWayMerge.Result merged =
                ThreeWayMerge.merge(MapNode.of(base), MapNode.of(ours), MapNode.of(theirs), decisions);
        return new ThreeWayMerge.Result(tree(overlay, merged.tree(), after), merged.conflicts());
    }

    /** The field's name in the new version, which may have renamed it. */
    private static String nameIn(EntityDefinition after, String field) {
        return after.fields().containsKey(field)
                ? field
                : after.fields().values().stream()
                        .filter(candidate -> candidate.texts("renamedFrom").contains(field))
                        .map(FieldDefinition::name)
                        .findFirst()
                        .orElse(field);
    }

    private static SequencedMap<String, Node> properties(EntityDefinition entity, String field) {
        FieldDefinition found = entity.fields().get(field);
        return found == null ? new LinkedHashMap<>() : found.properties();
    }

    private static SequencedMap<String, Node> recorded(
            ExtensionDefinition overlay, EntityDefinition before, String field) {
        SequencedMap<String, Node> values = new LinkedHashMap<>(properties(before, field));
        SequencedMap<String, Node> kept = overlay.base().get(field);
        if (kept != null) {
            values.putAll(kept);
        }
        return values;
    }

    /** Only the properties that the overlay changes. */
    private static MapNode pick(SequencedMap<String, Node> changes, SequencedMap<String, Node> from) {
        SequencedMap<String, Node> picked = new LinkedHashMap<>();
        changes.keySet().stream()
                .filter(from::containsKey)
                .forEach(key -> picked.put(key, Objects.requireNonNull(from.get(key))));
        return MapNode.of(picked);
    }

    private static MapNode tree(ExtensionDefinition overlay, MapNode merged, EntityDefinition after) {
        SequencedMap<String, Node> overrides = new LinkedHashMap<>();
        SequencedMap<String, Node> bases = new LinkedHashMap<>();
        merged.entries().forEach((field, node) -> {
            SequencedMap<String, Node> now = properties(after, field);
            MapNode effective = effective((MapNode) node, now);
            if (!effective.entries().isEmpty()) {
                overrides.put(field, effective);
                bases.put(field, pick(effective.entries(), now));
            }
        });
        SequencedMap<String, Node> tree = new LinkedHashMap<>(overlay.source().entries());
        put(tree, OVERRIDE, overrides);
        put(tree, BASE, bases);
        return new MapNode(overlay.source().position(), tree, overlay.source().keys());
    }

    /** Without what the new version says by itself. */
    private static MapNode effective(MapNode changes, SequencedMap<String, Node> now) {
        SequencedMap<String, Node> effective = new LinkedHashMap<>(changes.entries());
        effective
                .entrySet()
                .removeIf(change ->
                        Nodes.same(Optional.of(change.getValue()), Optional.ofNullable(now.get(change.getKey()))));
        return MapNode.of(effective);
    }

    private static void put(SequencedMap<String, Node> tree, String key, SequencedMap<String, Node> entries) {
        if (entries.isEmpty()) {
            tree.remove(key);
        } else {
            tree.put(key, MapNode.of(entries));
        }
    }
}
