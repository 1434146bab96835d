package io.armature.metadata.model;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.problem.Position;
import io.armature.metadata.type.ColumnType;
import io.armature.metadata.type.FieldType;
import io.armature.metadata.type.FieldTypes;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes the fields that every record has. */
final class SystemFieldBuilder {

    private static final String USER = "sys.user";

    private final FieldTypes types = FieldTypes.standard();
    private final boolean users;

    /** @param users whether the model knows users, so that links to them can be followed */
    SystemFieldBuilder(boolean users) {
        this.users = users;
    }

    /** The system fields of an entity; those that only a root holds carry the root as their level. */
    List<Field> build(EntityDraft entity) {
        String root = entity.lineage().getFirst();
        List<Field> fields = new ArrayList<>();
        fields.add(plain(SystemFields.ID, root, "text", new ValueType.Reference(root), ColumnType.UUID));
        fields.add(plain(SystemFields.EXTERNAL_ID, root, "text", ValueType.Scalar.TEXT, ColumnType.TEXT));
        fields.add(plain(SystemFields.VERSION, root, "integer", ValueType.Scalar.INTEGER, ColumnType.BIGINT));
        fields.add(moment(SystemFields.CREATED_AT, root));
        fields.add(person(SystemFields.CREATED_BY, root));
        fields.add(moment(SystemFields.UPDATED_AT, root));
        fields.add(person(SystemFields.UPDATED_BY, root));
        fields.add(person(SystemFields.OWNER, root));
        if (entity.definition().features().softDelete()) {
            fields.add(moment(SystemFields.DELETED_AT, entity.fullName()));
        }
        return List.copyOf(fields);
    }

    private Field moment(String name, String level) {
        return plain(name, level, "dateTime", ValueType.Scalar.DATE_TIME, ColumnType.TIMESTAMP);
    }

    private Field person(String name, String level) {
        Optional<Relation> link =
                users ? Optional.of(new Relation.Link(USER, Relation.OnDelete.RESTRICT)) : Optional.empty();
        return field(name, level, "user", new ValueType.Reference(USER), ColumnType.UUID, link);
    }

    private Field plain(String name, String level, String type, ValueType value, ColumnType column) {
        return field(name, level, type, value, column, Optional.empty());
    }

    private Field field(
            String name, String level, String type, ValueType value, ColumnType column, Optional<Relation> relation) {
        FieldType fieldType = types.find(type).orElseThrow();
        SequencedMap<String, Node> properties = new LinkedHashMap<>();
        relation.ifPresent(link -> properties.put("to", new TextNode(Position.NONE, link.target())));
        return new Field(
                name,
                Words.title(name),
                fieldType,
                new FieldDefinition(name, type, properties, Origin.ENGINE, Map.of()),
                level,
                value,
                List.of(new Field.Column(name, column)),
                relation,
                false,
                name.equals(SystemFields.EXTERNAL_ID),
                !name.equals(SystemFields.EXTERNAL_ID) && !name.equals(SystemFields.OWNER),
                false,
                false,
                true,
                false,
                FieldRules.NONE);
    }
}
