package io.armature.metadata.read;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.Features;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.NumberDefinition;
import java.util.Optional;

/** {@code entities/*.yaml}. */
final class EntityParser implements DefinitionParser {

    private static final Features ON = Features.DEFAULT;

    @Override
    public EntityDefinition parse(String name, Entries entries) {
        return new EntityDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("plural"),
                entries.text("icon"),
                entries.text("extends"),
                entries.text("label"),
                number(entries),
                features(entries.inner("features")),
                entries.textEntries("search"),
                FieldParser.parse(entries, "fields"),
                ConstraintParser.constraints(entries),
                ConstraintParser.indexes(entries),
                entries.texts("key"),
                shape(entries),
                entries.flag("public", false),
                entries.texts("renamedFrom"),
                entries.map());
    }

    private static Optional<NumberDefinition> number(Entries entries) {
        if (!(entries.map().get("number").orElse(null) instanceof MapNode)) {
            return Optional.empty();
        }
        Entries number = entries.inner("number");
        return Optional.of(new NumberDefinition(
                number.text("field", ""),
                number.text("pattern", ""),
                number.text("by", ""),
                number.textEntries("patterns"),
                number.texts("per"),
                number.flag("gapless", false),
                number.origin()));
    }

    private static Features features(Entries features) {
        return new Features(
                features.flag("audit", ON.audit()),
                features.flag("softDelete", ON.softDelete()),
                features.flag("comments", ON.comments()),
                features.flag("attachments", ON.attachments()),
                features.flag("tree", ON.tree()),
                features.flag("company", ON.company()));
    }

    private static EntityDefinition.Shape shape(Entries entries) {
        if (entries.flag("abstract", false)) {
            return EntityDefinition.Shape.ABSTRACT;
        }
        if (entries.flag("single", false)) {
            return EntityDefinition.Shape.SINGLE;
        }
        if (entries.flag("document", false)) {
            return EntityDefinition.Shape.DOCUMENT;
        }
        return entries.flag("virtual", false) ? EntityDefinition.Shape.VIRTUAL : EntityDefinition.Shape.ORDINARY;
    }
}
