package io.armature.metadata.model;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Decides by which link each {@code lines} field finds its children, and gives the child that link when it has none.
 * After this every lines field whose child exists names it in {@code by}.
 */
final class LineLinks {

    private static final String LINES = "lines";
    private static final String BY = "by";

    private final Map<String, EntityDraft> drafts;

    LineLinks(Map<String, EntityDraft> drafts) {
        this.drafts = drafts;
    }

    void settle() {
        for (EntityDraft parent : List.copyOf(drafts.values())) {
            for (FieldDefinition lines : List.copyOf(parent.fields().values())) {
                if (lines.type().equals(LINES)) {
                    child(lines).ifPresent(child -> settle(parent, lines, child));
                }
            }
        }
    }

    private Optional<EntityDraft> child(FieldDefinition lines) {
        return lines.text("of").map(drafts::get);
    }

    private void settle(EntityDraft parent, FieldDefinition lines, EntityDraft child) {
        String by = lines.text(BY).or(() -> onlyLink(parent, child)).orElseGet(() -> give(parent, lines, child));
        SequencedMap<String, Node> properties = new LinkedHashMap<>(lines.properties());
        properties.put(BY, new TextNode(lines.property(BY).map(Node::position).orElse(Position.NONE), by));
        parent.fields()
                .put(
                        lines.name(),
                        new FieldDefinition(lines.name(), lines.type(), properties, lines.origin(), lines.origins()));
    }

    /** The child's one link to the parent, unless several lines fields would have to share it. */
    private Optional<String> onlyLink(EntityDraft parent, EntityDraft child) {
        long rivals = parent.fields().values().stream()
                .filter(field -> field.type().equals(LINES))
                .filter(field ->
                        field.text("of").filter(child.fullName()::equals).isPresent())
                .count();
        List<String> links = child.fields().values().stream()
                .filter(field -> field.type().equals("link"))
                .filter(field ->
                        field.text("to").filter(parent.lineage()::contains).isPresent())
                .map(FieldDefinition::name)
                .toList();
        return rivals == 1 && links.size() == 1 ? Optional.of(links.getFirst()) : Optional.empty();
    }

    private static String give(EntityDraft parent, FieldDefinition lines, EntityDraft child) {
        String name = parent.name().pack() + "_" + parent.name().entity() + "_" + lines.name();
        child.fields().put(name, FeatureFields.owner(name, parent.fullName(), lines.origin()));
        return name;
    }
}
