package io.armature.engine.access

import io.armature.metadata.definition.Kind
import io.armature.metadata.definition.Node
import io.armature.metadata.definition.RoleDefinition
import io.armature.metadata.expression.Context
import io.armature.metadata.expression.Evaluator
import io.armature.metadata.expression.Expression
import io.armature.metadata.expression.ExpressionCompiler
import io.armature.metadata.expression.Ir
import io.armature.metadata.expression.Row
import io.armature.metadata.model.Relation
import io.armature.metadata.type.ValueType
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.ConcurrentHashMap

/** What one user may see, worked out record by record and grant by grant: slow, and plain to read. */
final class LeakOracle {
    private static final Map<List<String>, Expression> COMPILED = new ConcurrentHashMap<>()

    final LeakWorld world
    final UUID user
    final List<String> roles
    private final Context context
    private final Evaluator evaluator
    private final Map<List, Boolean> answers = [:]

    LeakOracle(LeakWorld world, UUID user, List<String> given) {
        this.world = world
        this.user = user
        this.roles = closure(given)
        this.context = new Context(Instant.now(), ZoneOffset.UTC, ['user.id': user, 'user.roles': roles])
        this.evaluator = new Evaluator(world.model)
    }

    private RoleDefinition definition(String name) {
        world.model.definitions(Kind.ROLE).get(name) as RoleDefinition
    }

    List<String> closure(List<String> given) {
        def all = [] as LinkedHashSet<String>
        def open = given.toList()
        while (open) {
            def name = open.remove(0)
            if (all.add(name)) {
                definition(name)?.inherits()?.each { open << (it.contains('.') ? it : "${definition(name).origin().pack()}.$it".toString()) }
            }
        }
        all.toList()
    }

    private RoleDefinition.Grant own(String role, String entity) {
        def found = definition(role)
        found?.grants()?.find { name, grant -> (name.contains('.') ? name : "${found.origin().pack()}.$name") == entity }?.value
    }

    boolean holds(String text, String entity, Row row) {
        evaluator.holds(compiled(text, entity), row, context)
    }

    Expression compiled(String text, String entity) {
        COMPILED.computeIfAbsent([world.model.digest(), entity, text]) {
            new ExpressionCompiler().compile(text, entity, world.model, Optional.empty()).orThrow('')
        }
    }

    private boolean grants(RoleDefinition.Grant grant, String verb, String entity, UUID id) {
        switch (grant.rights().get(verb)) {
            case { it instanceof Node.FlagNode }: return (grant.rights()[verb] as Node.FlagNode).value()
            case { it instanceof Node.TextNode }: return holds((grant.rights()[verb] as Node.TextNode).value(), entity, world.row(entity, id))
            default: return false
        }
    }

    private static boolean says(RoleDefinition.Grant grant, String verb) {
        def right = grant?.rights()?.get(verb)
        right instanceof Node.TextNode || right instanceof Node.FlagNode && (right as Node.FlagNode).value()
    }

    private List<String> kinds(String entity) {
        world.model.entities().values().findAll { entity in it.lineage() }*.fullName()
    }

    /** Whether a role says anything of an entity, of its records themselves or of what owns them. */
    boolean speaks(String role, String entity, List<String> open = []) {
        own(role, entity) != null || !(entity in open) && world.owners(entity).any { speaks(role, it[0], open + entity) }
    }

    boolean speaks(String entity) {
        roles.any { speaks(it, entity) }
    }

    private boolean allows(String role, String verb, String entity, UUID id) {
        def question = [role, verb, entity, id]
        if (!answers.containsKey(question)) {
            answers[question] = allowed(role, verb, entity, id)
        }
        answers[question]
    }

    private boolean allowed(String role, String verb, String entity, UUID id) {
        def said = own(role, entity)
        def parents = world.owners(entity)
        if (said != null && !grants(said, verb, entity, id)) {
            return false
        }
        def sayers = (said != null ? closure([role]) : [role])
        def followed = [parents, sayers].combinations().findAll { speaks(it[1] as String, it[0][0] as String, [entity]) }
        if (!followed) {
            return said != null
        }
        // Parents that the roles know as something else, such as parties as customers: the lines' own grant stands.
        def silent = followed.every { parent, sayer -> own(sayer as String, parent[0] as String) && !says(own(sayer as String, parent[0] as String), verb) }
        if (silent && said != null && parents.any { parent -> kinds(parent[0]).any { kind -> sayers.any { says(own(it, kind), verb) } } }) {
            return true
        }
        followed.any { parent, sayer ->
            def above = world.record(entity, id)[parent[1]]
            above != null && allows(sayer as String, verb, parent[0] as String, above as UUID)
        }
    }

    boolean readable(String entity, UUID id) {
        world.record(entity, id) != null && roles.any { speaks(it, entity) && allows(it, 'read', entity, id) }
    }

    boolean exportable(String entity, UUID id) {
        readable(entity, id) && roles.any { speaks(it, entity) && allows(it, 'export', entity, id) }
    }

    List<UUID> readable(String entity) {
        world.records[entity].keySet().findAll { world.alive(entity, it) && readable(entity, it) }.toList()
    }

    /** Whether a column of a record may be seen whole, or in part. */
    boolean column(String entity, UUID id, String field, boolean part = false) {
        field == 'id' || roles.any {
            def said = own(it, entity)
            speaks(it, entity) && allows(it, 'read', entity, id) && !(field in (said?.hidden() ?: [])) && (part || !(field in (said?.mask() ?: [])))
        }
    }

    /** The same, of formulas too: what they look at must be seen as well. */
    boolean visible(String entity, UUID id, String field) {
        if (!column(entity, id, field)) {
            return false
        }
        def formula = world.model.require(entity).fields().get(field)?.rules()?.formula()?.orElse(null)
        formula == null || looks(formula.tree(), [[entity, id]])
    }

    /** Whether all that a formula looks at may be seen; of rows it sums up only the columns are asked. */
    private boolean looks(Ir tree, List<List> frames) {
        switch (tree) {
            case { it instanceof Ir.Path }: return follow(tree as Ir.Path, frames)
            case { it instanceof Ir.Call }: return (tree as Ir.Call).arguments().every { looks(it, frames) }
            case { it instanceof Ir.Choice }:
                def choice = tree as Ir.Choice
                return [choice.condition(), choice.then(), choice.otherwise()].every { looks(it, frames) }
            case { it instanceof Ir.Items }: return (tree as Ir.Items).items().every { looks(it, frames) }
            case { it instanceof Ir.Aggregate }:
                def aggregate = tree as Ir.Aggregate
                def inner = (aggregate.rows().type() as ValueType.Rows).entity()
                return follow(aggregate.rows(), frames) && speaks(inner) && looks(aggregate.body(), [[inner, null]] + frames)
            default: return true
        }
    }

    private boolean follow(Ir.Path path, List<List> frames) {
        def (String entity, UUID id) = frames[path.base()]
        boolean linked = false
        for (String name : path.path()) {
            def of = world.model.require(entity)
            boolean free = name == 'id' || linked && of.isPublic() && name == of.label()
            if (!free && id != null && (linked && !readable(entity, id) || of.fields().containsKey(name) && !visible(entity, id, name))) {
                return false
            }
            if (!free && id == null && of.fields().containsKey(name) && !readable(entity).every { visible(entity, it, name) }) {
                return false
            }
            def target = world.target(entity, name)
            if (target == null || !(of.fields()[name]?.relation()?.orElse(null) instanceof Relation.Link)) {
                return true
            }
            boolean known = id != null
            id = known ? world.record(entity, id)[name] as UUID : null
            if (known && id == null) {
                return true
            }
            entity = target
            linked = true
        }
        true
    }

    /** A record as its reader sees it: behind links and in lists only what he may read. */
    Row row(String entity, UUID id, boolean labelOnly = false) {
        new Row() {
            @Override
            Optional<Object> value(String name) {
                def hidden = labelOnly && !(name in ['id', world.model.require(entity).label()])
                hidden ? Optional.empty() : Optional.ofNullable(world.record(entity, id)?.get(name))
            }

            @Override
            Optional<Row> link(String name) {
                def to = labelOnly ? null : world.record(entity, id)?.get(name) as UUID
                def target = world.target(entity, name)
                if (to == null || target == null) {
                    return Optional.empty()
                }
                readable(target, to) ? Optional.of(row(target, to))
                    : world.model.require(target).isPublic() ? Optional.of(row(target, to, true)) : Optional.empty()
            }

            @Override
            List<Row> rows(String name) {
                def target = world.target(entity, name)
                def by = world.model.require(entity).inverses().get(name)?.by()
                world.behind(entity, id, name).findAll { readable(target, it) && (by == null || column(target, it, by)) }.collect { row(target, it) }
            }
        }
    }
}
