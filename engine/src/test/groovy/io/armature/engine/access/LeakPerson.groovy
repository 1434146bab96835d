package io.armature.engine.access

import groovy.json.JsonSlurper
import io.armature.engine.current.RequestContext
import io.armature.engine.identity.User
import io.armature.engine.query.read.JsonRows
import io.armature.engine.query.request.RecordQuery
import io.armature.engine.query.request.RecordQueryParser
import io.armature.engine.record.RecordReads
import io.armature.engine.tenant.Tenant
import io.armature.metadata.definition.Kind
import io.armature.metadata.model.Entity
import io.armature.metadata.model.Field
import io.armature.metadata.model.Model
import io.armature.metadata.model.Relation
import io.armature.metadata.problem.ProblemException
import java.time.Instant
import java.time.ZoneOffset

/** Somebody with random roles who tries every way out of every entity. For one thread; the same number is the same person. */
final class LeakPerson {
    static final Tenant TENANT = new Tenant('main', 'main', [] as Set)
    private static final List<String> WAYS = ['lists', 'singles', 'filters', 'orders', 'groups', 'searches', 'expansions', 'exports', 'histories', 'forbidden']

    /** How values look that {@link LeakWorld} makes up: a word and a number, an address, an id. */
    private static final String VALUE = /[\p{L}\d-]{36}|[\p{L}\d.-]+(?:@|:\/\/| )[\p{L}\d.\/-]*\d[\p{L}\d.\/-]*/

    private final LeakWorld world
    private final Model model
    private final RecordReads reads
    /** What stands in the records. */
    private final Set<String> values
    private final int number
    private final Random random
    private final LeakConditions conditions
    private String asked = ''
    int cases = 0
    int refused = 0
    final List<String> failures = []

    LeakPerson(LeakWorld world, RecordReads reads, Set<String> values, int number) {
        this.world = world
        this.model = world.model
        this.reads = reads
        this.values = values
        this.number = number
        this.random = new Random(LeakSpec.SEED + 1 + number)
        this.conditions = new LeakConditions(model, random)
    }

    void goEveryWay() {
        def given = (1..(1 + random.nextInt(3))).collect { random.nextInt(5) ? "leak.r${random.nextInt(LeakSpec.ROLES)}" : conditions.pick(model.definitions(Kind.ROLE).keySet().toList()) }*.toString().unique()
        def oracle = new LeakOracle(world, conditions.pick(world.users), (given + 'sys.everybody').unique())
        def user = new User(oracle.user, "u$number", "U$number", given as Set, Optional.empty(), ZoneOffset.UTC)
        def context = new RequestContext(TENANT, model, user, Locale.ENGLISH, 'r')
        model.entities().values().findAll { it.stored() }.each { entity ->
            try {
                everyWay(context, oracle, entity)
            } catch (AssertionError | RuntimeException failed) {
                failures << "Seed $LeakSpec.SEED, roles $given, user ${oracle.user}, entity ${entity.fullName()}: $failed ${failed.stackTrace.find { it.methodName in WAYS }}".toString()
            }
        }
    }

    private void everyWay(RequestContext context, LeakOracle oracle, Entity entity) {
        def name = entity.fullName()
        if (!oracle.speaks(name)) {
            7.times { forbidden { list(context, name, [filter: it ? "id == null" : 'true']) } }
            return
        }
        def readable = oracle.readable(name) as Set
        try {
            list(context, name, [limit: 1])
        } catch (ProblemException nothing) {
            LeakClaims.same('refusal', nothing.problems()*.code()*.id(), ['AR-302'])
            LeakClaims.check(world.records[name].keySet().every { !oracle.readable(name, it) }, 'a refused entity has no record to read')
            return
        }
        lists(context, oracle, entity, readable)
        singles(context, oracle, entity)
        5.times { filters(context, oracle, entity, readable) }
        3.times { orders(context, oracle, entity, readable) }
        3.times { groups(context, oracle, entity, readable) }
        2.times { searches(context, oracle, entity, readable) }
        expansions(context, oracle, entity, readable)
        exports(context, oracle, entity, readable)
        3.times { histories(context, oracle, entity) }
    }

    private void lists(RequestContext context, LeakOracle oracle, Entity entity, Set readable) {
        def name = entity.fullName()
        def answer = list(context, name, [limit: 1000, count: 'exact'])
        LeakClaims.same('list', answer.data*.id as Set, readable*.toString() as Set)
        LeakClaims.same('count', answer.page.count, readable.size())
        answer.data.each { record(oracle, entity, it) }
        LeakClaims.same('as of now', list(context, name, [limit: 1000, fields: 'id', asOf: Instant.now().toString()]).data*.id as Set, readable*.toString() as Set)
        def deleted = world.records[name].keySet().findAll { !world.alive(name, it) && oracle.readable(name, it) }*.toString() as Set
        LeakClaims.same('deleted', list(context, name, [limit: 1000, fields: 'id', deleted: 'true']).data*.id as Set, deleted)
        def paged = []
        def page = list(context, name, [limit: 3, fields: 'id'])
        while (true) {
            paged.addAll(page.data*.id)
            if (page.page.next == null) {
                break
            }
            page = list(context, name, [limit: 3, fields: 'id', cursor: page.page.next])
        }
        LeakClaims.same('pages', paged as Set, readable*.toString() as Set)
    }

    /** Every cell of a record. */
    private void record(LeakOracle oracle, Entity entity, Map json) {
        def id = UUID.fromString(json.id as String)
        def name = entity.fullName()
        def hidden = (json['$hidden'] ?: []) as List<String>
        def masked = (json['$masked'] ?: []) as List<String>
        json.findAll { key, value -> !(key in ['$hidden', '$masked']) }.each { String key, Object value ->
            if (key in masked) {
                LeakClaims.check(!oracle.visible(name, id, key) && oracle.column(name, id, key, true), "$key of $id is masked")
                LeakClaims.check(value == null || value != world.record(name, id)[key], "$key of $id is masked, not whole")
            } else {
                LeakClaims.check(oracle.visible(name, id, key), "$key of $id shows")
                if (value != null && entity.fields()[key].columns() && world.record(name, id)[key] instanceof String) {
                    LeakClaims.same("$key of $id", value, world.record(name, id)[key])
                }
            }
        }
        hidden.each { key ->
            boolean plain = entity.fields()[key].columns().size() == 1 && !entity.fields()[key].computed()
            LeakClaims.check(!plain || !oracle.column(name, id, key), "$key of $id is hidden")
        }
        cases++
    }

    private void singles(RequestContext context, LeakOracle oracle, Entity entity) {
        def name = entity.fullName()
        (world.records[name].keySet().toList() + [UUID.randomUUID()]).each { id ->
            def query = RecordQueryParser.ofUrlForOne(name, [deleted: ['any']])
            def one = reads.one(context, query, id, false)
            LeakClaims.same("get $id", one.isPresent(), oracle.readable(name, id))
            one.ifPresent { record(oracle, entity, new JsonSlurper().parse(it.json()) as Map) }
            def key = world.record(name, id)?.get('external_id') as String
            if (key) {
                LeakClaims.same("by $key", reads.byExternalId(context, query, key, false).isPresent(), oracle.readable(name, id))
            }
        }
    }

    private void filters(RequestContext context, LeakOracle oracle, Entity entity, Set readable) {
        def name = entity.fullName()
        def text = conditions.condition(entity)
        allowed {
            def found = list(context, name, [limit: 1000, fields: 'id', filter: text])
            def expected = readable.findAll { oracle.holds(text, name, oracle.row(name, it)) }
            LeakClaims.same("filter $text", found.data*.id as Set, expected*.toString() as Set)
            conditions.used(entity, text).each { field -> readable.each { LeakClaims.check(oracle.visible(name, it, field), "filter by $field of $it") } }
        }
    }

    private void orders(RequestContext context, LeakOracle oracle, Entity entity, Set readable) {
        def name = entity.fullName()
        def field = conditions.pick(conditions.plain(entity))
        allowed {
            def sorted = list(context, name, [limit: 1000, fields: 'id', sort: field.name() + '.id' * (field.relation().present ? 1 : 0)])
            def all = list(administrator(), name, [limit: 1000, fields: 'id', sort: field.name() + '.id' * (field.relation().present ? 1 : 0)])
            LeakClaims.same("sort ${field.name()}", sorted.data*.id, all.data*.id.findAll { UUID.fromString(it as String) in readable })
            readable.each { LeakClaims.check(oracle.visible(name, it, field.name()), "sort by ${field.name()} of $it") }
        }
    }

    private void groups(RequestContext context, LeakOracle oracle, Entity entity, Set readable) {
        def name = entity.fullName()
        def field = conditions.pick(conditions.plain(entity))
        allowed {
            def groups = list(context, name, [groupBy: field.name(), measures: 'n: count()', limit: 1000]).data
            def expected = readable.countBy { world.record(name, it)[field.name()] }
            LeakClaims.same("groups by ${field.name()}", groups*.n.sort(), expected.values().sort())
            readable.each { LeakClaims.check(oracle.visible(name, it, field.name()), "group by ${field.name()} of $it") }
        }
    }

    private void searches(RequestContext context, LeakOracle oracle, Entity entity, Set readable) {
        if (entity.search()) {
            def name = entity.fullName()
            def word = conditions.pick(LeakWorld.WORDS)
            allowed {
                list(context, name, [limit: 1000, fields: 'id', q: word]).data.each { found ->
                    def id = UUID.fromString(found.id as String)
                    LeakClaims.check(id in readable, "search found $id")
                    LeakClaims.check(entity.search().keySet().any {
                        LeakClaims.plainly(world.record(name, id)[it] as String ?: '').contains(LeakClaims.plainly(word)) && oracle.visible(name, id, it)
                    }, "search for $word found $id")
                }
            }
        }
    }

    private void expansions(RequestContext context, LeakOracle oracle, Entity entity, Set readable) {
        def name = entity.fullName()
        def leading = entity.fields().values().findAll { it.relation().present && !it.computed() && model.entity(it.relation().get().target()).filter { target -> target.stored() }.present }
        leading.shuffled(random).take(4).each { Field field ->
            def target = model.require(field.relation().get().target())
            def wanted = (['id', target.label()] + target.fields().values().findAll { it.columns() && !(it.type().name() in ['password', 'secret']) }*.name().shuffled(random).take(2)).unique()
            list(context, name, [limit: 1000, fields: "id,${field.name()}(${wanted.join(',')})".toString()]).data.each { json ->
                def id = UUID.fromString(json.id as String)
                if (field.name() in (json['$hidden'] ?: [])) {
                    return
                }
                def value = json[field.name()]
                LeakClaims.check(oracle.visible(name, id, field.name()), "${field.name()} of $id shows")
                if (field.relation().get() instanceof Relation.Link) {
                    LeakClaims.same("${field.name()} of $id", value == null, world.record(name, id)[field.name()] == null)
                    if (value != null) {
                        linked(oracle, target, value as Map)
                    }
                } else {
                    boolean open = target.isPublic() && field.relation().get() instanceof Relation.Links
                    def expected = world.behind(name, id, field.name()).findAll { open || oracle.readable(target.fullName(), it) }
                    LeakClaims.same("${field.name()} of $id", value*.id as Set, expected*.toString() as Set)
                    value.each { linked(oracle, target, it as Map) }
                }
            }
        }
    }

    private void linked(LeakOracle oracle, Entity target, Map json) {
        def id = UUID.fromString(json.id as String)
        def name = target.fullName()
        json.findAll { key, value -> !(key in ['id', '$hidden', '$masked']) && !(key in (json['$masked'] ?: [])) }.each { String key, value ->
            boolean label = target.isPublic() && key == target.label()
            LeakClaims.check(label || oracle.readable(name, id) && oracle.visible(name, id, key), "$key of the linked $id shows")
        }
        (json['$hidden'] ?: []).each { key ->
            boolean plain = target.fields()[key].columns().size() == 1 && !target.fields()[key].computed()
            LeakClaims.check(!plain || !(oracle.readable(name, id) && oracle.column(name, id, key)), "$key of the linked $id is hidden")
        }
        cases++
    }

    private void exports(RequestContext context, LeakOracle oracle, Entity entity, Set readable) {
        def name = entity.fullName()
        def expected = readable.findAll { oracle.exportable(name, it) }
        def only = conditions.pick([Optional.empty(), Optional.of(world.records[name]?.keySet()?.toList() ?: [])])
        allowed {
            def out = new ByteArrayOutputStream()
            reads.stream(context, RecordQueryParser.ofUrlForAll(name, [fields: ['*']]), only) { layout ->
                def rows = new JsonRows(layout);
                { row -> rows.write(row, out); out.write('\n'.bytes) } as io.armature.engine.db.RowVisitor
            }
            def all = out.toString('UTF-8').readLines().findAll().collect { new JsonSlurper().parseText(it) as Map }
            LeakClaims.same('export', all*.id as Set, expected*.toString() as Set)
            all.each { record(oracle, entity, it) }
        }
    }

    private void histories(RequestContext context, LeakOracle oracle, Entity entity) {
        def name = entity.fullName()
        if (!world.records[name]) {
            return
        }
        def id = conditions.pick(world.records[name].keySet().toList())
        def told = reads.history(context, RecordQueryParser.ofUrlForHistory(name, [:]), id)
        LeakClaims.same("history of $id", told.isPresent(), oracle.readable(name, id))
        cases++
        if (told.isEmpty()) {
            return
        }
        def page = new JsonSlurper().parse(told.get()) as Map
        page.data*.changes.flatten().each { change ->
            LeakClaims.check(oracle.visible(name, id, change.field as String), "history tells ${change.field} of $id")
            def target = world.target(name, change.field as String)
            if (change.newLabel && target && entity.fields()[change.field as String].relation().present) {
                LeakClaims.check(model.require(target).isPublic() || oracle.readable(target, UUID.fromString(change.new as String)), "history tells the label of ${change.field} of $id")
            }
        }
    }

    private Map list(RequestContext context, String entity, Map<String, Object> parameters) {
        cases++
        asked = "$entity $parameters"
        def json = parameters.keySet().any { it in ['groupBy', 'measures'] }
        RecordQuery query = RecordQueryParser.ofUrl(entity, parameters.collectEntries { name, value -> [name, [value.toString()]] } as Map<String, List<String>>)
        new JsonSlurper().parse(reads.list(context, query, false)) as Map
    }

    private RequestContext administrator() {
        new RequestContext(TENANT, model, new User(world.users[0], 'a', 'A', [User.ADMINISTRATOR] as Set, Optional.empty(), ZoneOffset.UTC), Locale.ENGLISH, 'r')
    }

    /** What is refused leaks nothing, if it is refused for the right reason. */
    private void allowed(Closure way) {
        try {
            way()
        } catch (ProblemException problem) {
            def codes = problem.problems()*.code()*.id() as Set
            if (!(codes - ['AR-340', 'AR-302', 'AR-149'].toSet()).empty) {
                throw new AssertionError("Refused with ${problem.problems()}".toString(), problem)
            }
            silent(problem)
            refused++
        }
    }

    private void forbidden(Closure way) {
        try {
            way()
        } catch (ProblemException problem) {
            LeakClaims.same('refusal', problem.problems()*.code()*.id(), ['AR-302'])
            silent(problem)
            return
        }
        throw new AssertionError('Not refused' as Object)
    }

    /** A refusal speaks of definitions and of what was asked, never of a value that stands in a record. */
    private void silent(ProblemException problem) {
        def told = "$problem.message ${problem.problems()}".toString()
        def known = (told =~ VALUE).collect { it as String }.findAll { it in values && !asked.contains(it) }
        LeakClaims.check(known.empty, "the refusal $told tells no value")
    }
}
