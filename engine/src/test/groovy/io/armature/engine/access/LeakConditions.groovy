package io.armature.engine.access

import io.armature.metadata.model.Entity
import io.armature.metadata.model.Field
import io.armature.metadata.model.Model
import io.armature.metadata.model.Relation
import io.armature.metadata.type.Options

/** Random conditions on the records of a model. */
class LeakConditions {
    private final Model model
    private final Random random

    LeakConditions(Model model, Random random) {
        this.model = model
        this.random = random
    }

    /** The fields of an entity that are kept in one column and can be compared. */
    List<Field> plain(Entity entity) {
        entity.fields().values().findAll { it.columns().size() == 1 && !it.computed() && !it.translated() && !(it.name() in ['id', 'deleted_at', 'user'])
            && it.type().name() in ['text', 'choice', 'integer', 'decimal', 'money', 'percent', 'boolean', 'date', 'link', 'user', 'email', 'phone'] }
    }

    /** The fields of the entity itself that a generated condition names. */
    static List<String> used(Entity entity, String text) {
        // Names inside any(…) and all(…) are those of other records.
        if (text.contains('any(') || text.contains('all(')) {
            return []
        }
        (text.replace('user.id', '') =~ /(?<![.\w'])[a-z_]+/).collect { it as String }.findAll { entity.fields().containsKey(it) && !(it in ['id']) && !text.contains("($it") && !text.contains("'$it'") }
    }

    /** A random condition on an entity's records: of its columns, through its links, on its lists. */
    String condition(Entity entity, int depth = 1) {
        def fields = plain(entity)
        def links = fields.findAll { it.relation().orElse(null) instanceof Relation.Link && model.entity(it.relation().get().target()).filter { it.stored() }.present }
        switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0: return 'owner == user.id'
            case 1..4: return comparison(pick(fields))
            case 5: return "(${comparison(pick(fields))} || ${comparison(pick(fields))})"
            case 6: return "${condition(entity, 0)} && ${condition(entity, 0)}"
            case 7..8:
                if (!links) {
                    return condition(entity, 0)
                }
                def link = pick(links)
                return comparison(pick(plain(model.require(link.relation().get().target()))), "${link.name()}.")
            default:
                def inverses = entity.inverses().values().findAll { model.require(it.entity()).stored() && it.entity() != 'sys.audit' }.toList()
                if (!inverses) {
                    return condition(entity, 0)
                }
                def inverse = pick(inverses)
                def field = pick(plain(model.require(inverse.entity())))
                return "${pick(['any', 'all'])}(${inverse.name()}, ${comparison(field)})"
        }
    }

    private String comparison(Field field, String before = '') {
        def name = before + field.name()
        switch (field.type().name()) {
            case 'choice': return "${name} ${pick(['==', '!='])} '${pick(Options.of(field.definition()).keys().toList() ?: ['x'])}'"
            case ['integer', 'decimal', 'money', 'percent']: return "${name} ${pick(['>', '<=', '=='])} ${1 + random.nextInt(4)}"
            case 'boolean': return "${name} == ${random.nextBoolean()}"
            case 'date': return "${name} < date('2026-0${1 + random.nextInt(9)}-15')"
            case 'user': return "${name} ${pick(['==', '!='])} user.id"
            case 'link': return "${name} ${pick(['==', '!='])} null"
            default: return field.relation().present ? "${name} != null" : "contains(lower(coalesce(${name}, '')), '${pick(LeakWorld.WORDS).toLowerCase()}')"
        }
    }

    <T> T pick(List<T> from) {
        from[random.nextInt(from.size())]
    }
}
