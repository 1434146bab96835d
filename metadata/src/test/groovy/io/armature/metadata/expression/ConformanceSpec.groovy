package io.armature.metadata.expression

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every case of expression-conformance.json, in the JVM and in PostgreSQL. */
class ConformanceSpec extends Specification {
    @Shared Fixture fixture = new Fixture()
    @Shared @AutoCleanup SqlRunner sql = new SqlRunner(fixture)
    @Shared ExpressionCompiler compiler = new ExpressionCompiler()

    def 'the JVM agrees on #group.about'() {
        expect:
        wrong(group) { Expression expression, Map where ->
            def row = where.row ? fixture.rows[where.entity][where.row] : Row.NONE
            new Evaluator(fixture.scope).value(expression, row, fixture.context(where.context)).orElse(null)
        } == []

        where:
        group << fixture.file.groups
    }

    def 'PostgreSQL agrees on #group.about'() {
        given:
        def compiled = values(group).collect { compile(it, group) }
        def results = sql.values(compiled, place(group))

        expect:
        wrong(group) { Expression expression, Map where -> results[compiled.indexOf(expression)] } == []

        where:
        group << fixture.file.groups
    }

    def 'conditions agree on #group.about'() {
        given:
        def conditions = values(group).findAll { it[1] == 'boolean' }
        def compiled = conditions.collect { compile(it, group) }

        expect:
        sql.conditions(compiled, place(group)) == conditions.collect { it[2] == true }

        where:
        group << fixture.file.groups
    }

    def 'the compiler refuses #group.about'() {
        expect:
        wrongRefusals(group) == []

        where:
        group << fixture.file.groups
    }

    def 'there are enough cases'() {
        expect:
        fixture.file.groups.sum { it.cases.size() } >= 500
    }

    def 'the browser is left the trees of every case and formula'() {
        given:
        def formulas = fixture.scope.entities.collectEntries { entity, about ->
            [entity, about.members.findAll { it.value instanceof Member.Computed }.collectEntries { name, member -> [name, tree(member.expression())] }]
        }
        def cases = fixture.file.groups.collect { group -> values(group).collect { written -> tree(compile(written, group)) } }
        def left = new File('target/conformance/trees.json')

        when:
        left.parentFile.mkdirs()
        left.setText(JsonOutput.toJson([formulas: formulas, cases: cases]), 'UTF-8')

        then:
        cases.flatten().size() > 500
    }

    private static Object tree(Expression expression) {
        new JsonSlurper().parseText(IrJson.write(expression.tree()).toString())
    }

    private static Map place(Map group) {
        def (entity, row) = (group.on ?: '').tokenize('/') + [null, null]
        [entity: entity ?: '', row: row, context: group.context ?: 'kolkata']
    }

    private static List values(Map group) {
        group.cases.findAll { !it[1].startsWith('AR-') }
    }

    private static List errors(Map group) {
        group.cases.findAll { it[1].startsWith('AR-') }
    }

    private Expression compile(List written, Map group) {
        compiler.compile(written[0], place(group).entity, fixture.scope, Optional.empty()).orThrow(written[0])
    }

    private List<String> wrong(Map group, Closure run) {
        values(group).collectMany { written ->
            def expression = compile(written, group)
            def found = shown(run(expression, place(group)))
            Types.name(expression.type()) == written[1] && found == written[2] ? [] : ["${written} but ${Types.name(expression.type())} $found" as String]
        }
    }

    private List<String> wrongRefusals(Map group) {
        errors(group).collectMany { written ->
            def found = compiler.compile(written[0], place(group).entity, fixture.scope, Optional.empty())
            def fault = found instanceof Compilation.Refused ? found.faults().first() : null
            fault && [fault.code().id(), fault.offset()] == written.drop(1) ? [] : ["${written} but ${fault ?: found}" as String]
        }
    }

    private static Object shown(Object value) {
        value instanceof List ? value.collect { shown(it) } : value instanceof Boolean || value == null ? value : SqlRunner.text(value)
    }
}
