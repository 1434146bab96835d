package io.armature.metadata.foreign.frappe

import groovy.json.JsonSlurper
import io.armature.metadata.expression.Evaluator
import io.armature.metadata.expression.ExpressionCompiler
import io.armature.metadata.expression.Row
import io.armature.metadata.foreign.ApplicationFiles
import io.armature.metadata.foreign.ImportReport
import io.armature.metadata.model.Model
import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSources
import io.armature.metadata.read.PackReader
import io.armature.metadata.type.ValueType
import io.armature.packs.ShippedPacks
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/**
 * Applications that nobody here wrote, where {@code -Darmature.corpora} names a folder that holds them ({@code frappe/}) and what is
 * to be expected of them ({@code oracle/oracle-app.jsonl}, {@code oracle/expr-app.jsonl}).
 */
@Requires({ System.getProperty('armature.corpora') })
class FrappeCorpusSpec extends Specification {
    @Shared Path folder = Path.of(System.getProperty('armature.corpora', '.'))
    @Shared Map<String, Object> trees = [:]
    @Shared Site site
    @Shared Model model
    @Shared ImportReport report = new ImportReport()

    def setupSpec() {
        def applications = new FrappeSource().read(folder.resolve('frappe'), report)
        applications.each { application ->
            application.drafts().each { trees[application.pack() + '/' + it.path()] = new JsonSlurper().parseText(it.tree().toString()) }
        }
        def reader = new PackReader()
        def packs = ShippedPacks.read()
        def sources = [packs.sys, packs.core] + applications.collect { reader.read(ApplicationFiles.of(it)) }
        model = ModelCompiler.compile(sources.collect { ModelSources.of(it) }).model()
        site = site()
    }

    /** The names that the importer gave, found again. */
    private Site site() {
        def apps = AppOrder.of(new AppFinder(folder.resolve('frappe'), new ImportReport()).find())
        def customisation = new Customisation(apps, new ImportReport())
        def workflows = new WorkflowBook(apps)
        def packs = apps.collectEntries { app ->
            [app.name(), report.names().values()*.entity().collect { it.split('\\.')[0] }.find { it == app.name() || it == 'frappe_' + app.name() }]
        }
        def types = apps.collectMany { app ->
            app.of('DocType').collect { DocType.of(workflows.withState(app.name(), customisation.apply(app.name(), it)), app.name()) }
        }
        new Site(types, packs, workflows)
    }

    private List<Map> lines(String kind) {
        Files.list(folder.resolve('oracle')).filter { it.fileName.toString().startsWith("$kind-") }.toList()
            .collectMany { file -> Files.readAllLines(file).collect { new JsonSlurper().parseText(it) + [app: file.fileName.toString().replaceAll(/^\w+-|\.jsonl$/, '')] } }
    }

    private Site.Member member(Map line, String doctype) {
        site.find(line.app == 'core' ? 'frappe' : line.app, doctype).orElseThrow()
    }

    def 'every DocType has its columns, links, rows, unique values and indexes'() {
        given:
        def wrong = lines('oracle').findAll { !member(it, it.name).type().virtual }.collectMany { line ->
            def member = member(line, line.name)
            def fields = trees["${member.pack()}/entities/${member.entity()}.yaml" as String].fields
            def ours = { String name -> fields[member.fields()[name]] }
            def columns = fields.findAll { name, field -> field['x-frappe'] && field.type != 'lines' }.keySet()
            def expected = line.columns*.first().findAll { !DocType.isComputed(member.type().field(it).orElseThrow()) }
            [
                columns  : [columns, expected.collect { member.fields()[it] } as Set],
                rows     : [line.children.findAll { ours(it[0]).type != 'lines' }*.first().findAll { ours(it).type != 'json' }, []],
                unique   : [line.unique.findAll { !ours(it).unique }, []],
                index    : [line.index.findAll { !ours(it).index && ours(it).type != 'longText' }, []],
                required : [line.columns.findAll { it[2] && !ours(it[0]).required && ours(it[0]).widget != 'select' }*.first(), []],
            ].findAll { part, pair -> pair[0] != pair[1] }.collect { part, pair -> "$line.name $part: $pair" }
        }

        expect:
        wrong == []
    }

    def 'every condition holds where JavaScript says so'() {
        given:
        def compiler = new ExpressionCompiler()
        def evaluator = new Evaluator(model)
        def wrong = lines('expr').findAll { line ->
            def member = member(line, line.doctype)
            if (line.prop == 'mandatory_depends_on' && member.type().field(line.field).orElseThrow().flag('reqd')) {
                return false // required whatever the condition says, as Frappe's server has it
            }
            def expression = new Conditions(new ConditionNames(site, member, { Optional.empty() })).translate(line.expr, {}).orElse('null')
            def compiled = compiler.compile(expression, member.fullName(), model, Optional.of(ValueType.Scalar.BOOLEAN)).result().orElseThrow()
            evaluator.value(compiled, new ForeignRow(member, line.doc, line.parent), null).orElse(null) != line.result
        }

        expect: 'but for values of fields that the DocType does not have, and no record can have here'
        wrong.findAll { line -> line.doc.every { name, value -> !value || name in ['doctype', 'docstatus'] || name.startsWith('__') || member(line, line.doctype).type().field(name).present } } == []
    }

    /** A record as Frappe has it. */
    class ForeignRow implements Row {
        final Site.Member member
        final Map doc
        final Map parent

        ForeignRow(Site.Member member, Map doc, Map parent) {
            this.member = member
            this.doc = doc
            this.parent = parent
        }

        private Object raw(String name) {
            doc[member.fields().find { it.value == name }?.key ?: name]
        }

        Optional<Object> value(String name) {
            if (name == 'created_at') {
                return doc.__islocal || doc.__unsaved ? Optional.empty() : Optional.of(Instant.EPOCH)
            }
            if (site.owners(member).any { it.link() == name }) {
                return link(name).map { UUID.randomUUID() }
            }
            def value = raw(name)
            def type = model.require(member.fullName()).field(name).map { it.type().name() }.orElse('text')
            switch (type) {
                case 'boolean': return Optional.ofNullable(value).map { (it as String) != '0' }
                case ['integer']: return Optional.ofNullable(value).filter { !"$it".empty }.map { "$it" as long }
                case ['decimal', 'money', 'percent']: return Optional.ofNullable(value).filter { !"$it".empty }.map { new BigDecimal("$it") }
                case ['link', 'user', 'file', 'image', 'linkAny', 'date', 'dateTime', 'time']: return Optional.ofNullable(value).filter { !"$it".empty }.map { UUID.randomUUID() }
                default: return Optional.ofNullable(value).map { "$it" as String }
            }
        }

        Optional<Row> link(String name) {
            def owner = site.owners(member).find { it.link() == name }
            if (owner) {
                def kind = doc.parenttype ?: parent.doctype
                return kind == owner.parent().type().name() ? Optional.of(new ForeignRow(owner.parent(), parent, [:])) : Optional.empty()
            }
            Optional.ofNullable(raw(name)).filter { !"$it".empty }.map { new Named("$it") }
        }

        List<Row> rows(String name) { (raw(name) ?: []).collect { Row.NONE } }
    }

    /** What a link leads to: all that is known is its name. */
    static class Named implements Row {
        final String name

        Named(String name) { this.name = name }

        Optional<Object> value(String any) { Optional.of(name) }

        Optional<Row> link(String any) { Optional.of(this) }

        List<Row> rows(String any) { [] }
    }
}
