package io.armature.engine.schema

import groovy.transform.CompileStatic
import io.armature.metadata.definition.EntityDefinition.Shape
import io.armature.metadata.definition.Features
import io.armature.metadata.definition.FieldDefinition
import io.armature.metadata.definition.Node
import io.armature.metadata.definition.Origin
import io.armature.metadata.expression.Expression
import io.armature.metadata.expression.Ir
import io.armature.metadata.model.Constraint
import io.armature.metadata.model.Entity
import io.armature.metadata.model.EntityName
import io.armature.metadata.model.Field
import io.armature.metadata.model.FieldRules
import io.armature.metadata.model.Model
import io.armature.metadata.model.PhysicalNames
import io.armature.metadata.model.Relation
import io.armature.metadata.model.Relation.OnDelete
import io.armature.metadata.problem.Position
import io.armature.metadata.type.FieldType
import io.armature.metadata.type.FieldTypes
import io.armature.metadata.type.ValueType

/**
 * Models written as maps, straight to the records: what the planner needs to know of a model, no more.
 * {@code Models.of('crm.customer': [fields: [name: 'text', country: [type: 'link', to: 'crm.country']]])}
 */
@CompileStatic
final class Models {
    private static final FieldTypes TYPES = FieldTypes.standard()

    private Models() {}

    static Model of(Map<String, Map<String, Object>> entities) {
        def compiled = new LinkedHashMap<String, Entity>()
        entities.each { name, body -> compiled[name] = entity(name, body, entities) }
        new Model('digest', new LinkedHashMap(), compiled, [:], [:])
    }

    private static Entity entity(String name, Map<String, Object> body, Map<String, Map<String, Object>> all) {
        def lineage = lineage(name, all)
        def fields = new LinkedHashMap<String, Field>()
        lineage.each { level -> fields.putAll(own(level, all[level])) }
        Shape shape = body.shape ? Shape.valueOf(body.shape as String) : Shape.ORDINARY
        new Entity(
            EntityName.parse(name), name, name, Optional.empty(), Origin.ENGINE, shape,
            new Features(true, (body.softDelete ?: false) as boolean, false, false, false, false),
            (body.table ?: table(name)) as String, body.managed == null || body.managed as boolean, lineage,
            fields, new LinkedHashMap(), 'id', Optional.empty(), (body.search ?: [:]) as Map<String, String>,
            constraints(name, body), (body.indexes ?: []) as List<List<String>>, (body.key ?: []) as List<String>,
            false, (body.lineOf ?: false) as boolean, (body.renamedFrom ?: []) as List<String>)
    }

    static String table(String name) {
        PhysicalNames.table(EntityName.parse(name))
    }

    private static List<String> lineage(String name, Map<String, Map<String, Object>> all) {
        String parent = all[name]?.extends
        (parent ? lineage(parent, all) : []) + [name]
    }

    private static List<Constraint> constraints(String name, Map<String, Object> body) {
        ((body.unique ?: []) as List<List<String>>).collect {
            new Constraint.Unique(name, it, Origin.ENGINE) as Constraint
        }
    }

    private static Map<String, Field> own(String level, Map<String, Object> body) {
        def fields = new LinkedHashMap<String, Field>()
        ((body.fields ?: [:]) as Map<String, Object>).each { name, spec ->
            fields[name] = field(level, name, (spec instanceof Map ? spec : [type: spec]) as Map<String, Object>)
        }
        fields
    }

    private static Field field(String level, String name, Map<String, Object> spec) {
        FieldType type = TYPES.find(spec.type as String).orElseThrow()
        def properties = new LinkedHashMap<String, Node>()
        spec.each { key, value -> properties[key] = node(value) }
        def definition = new FieldDefinition(name, type.name(), properties, Origin.ENGINE, [:])
        def columns = type.columns(definition).collect { new Field.Column(name + it.suffix(), it.type()) }
        ValueType valueType = type.name() == 'link' ? new ValueType.Reference(spec.to as String) : type.valueType(definition)
        new Field(
            name, name, type, definition, level, valueType, columns, relation(level, name, spec),
            definition.flag('required'), definition.flag('unique'), false, false, definition.flag('translated'),
            false, definition.flag('stored'), rules(spec, valueType))
    }

    private static FieldRules rules(Map<String, Object> spec, ValueType type) {
        spec.default == null ? FieldRules.NONE : new FieldRules(
            Optional.empty(),
            Optional.of(new Expression('', '', new Ir.Literal(spec.default, type), type)),
            Optional.empty(), Optional.empty(), Optional.empty())
    }

    private static Optional<Relation> relation(String level, String name, Map<String, Object> spec) {
        switch (spec.type) {
            case 'link':
                def onDelete = OnDelete.valueOf((spec.onDelete ?: 'CLEAR') as String)
                return Optional.of(new Relation.Link(spec.to as String, onDelete) as Relation)
            case 'links':
                String junction = PhysicalNames.junction(table(level), name)
                return Optional.of(new Relation.Links(spec.to as String, junction) as Relation)
            case 'lines':
                return Optional.of(new Relation.Lines(spec.of as String, spec.by as String) as Relation)
            default:
                return Optional.empty()
        }
    }

    private static Node node(Object value) {
        switch (value) {
            case Boolean: return new Node.FlagNode(Position.NONE, value as boolean)
            case Number: return new Node.NumberNode(Position.NONE, value as BigDecimal)
            case List: return new Node.ListNode(Position.NONE, (value as List).collect { node(it) })
            default: return new Node.TextNode(Position.NONE, value as String)
        }
    }
}
