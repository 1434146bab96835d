package io.armature.engine.write

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import groovy.sql.Sql as Query
import io.armature.engine.access.Access
import io.armature.engine.audit.AuditRows
import io.armature.engine.current.RequestContext
import io.armature.engine.db.Database
import io.armature.engine.db.Signals
import io.armature.engine.due.DueBook
import io.armature.engine.event.Outbox
import io.armature.engine.identity.CallerCache
import io.armature.engine.identity.PasswordPolicy
import io.armature.engine.identity.Passwords
import io.armature.engine.identity.User
import io.armature.engine.query.read.RecordReader
import io.armature.engine.query.request.Cursors
import io.armature.engine.query.request.RecordQuery
import io.armature.engine.query.request.RecordQueryParser
import io.armature.engine.record.Asked
import io.armature.engine.record.IdempotencyKey
import io.armature.engine.record.PartialWriter
import io.armature.engine.record.RecordReads
import io.armature.engine.record.Records
import io.armature.engine.record.Upserts
import io.armature.engine.schema.Pause
import io.armature.engine.schema.SchemaApplier
import io.armature.engine.schema.SchemaLock
import io.armature.engine.schema.SchemaPlanner
import io.armature.engine.schema.SchemaSettings
import io.armature.engine.script.Hooks
import io.armature.engine.tenant.SchemaMigrations
import io.armature.engine.tenant.Tenant
import io.armature.engine.vault.MasterKeys
import io.armature.engine.vault.Vault
import io.armature.metadata.model.Entity
import io.armature.metadata.model.Model
import io.armature.metadata.problem.ProblemException
import io.armature.testing.Database as TestDatabase
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.ZoneId
import javax.sql.DataSource
import spock.lang.Shared
import spock.lang.Specification

/** The shop's tables in a database of the spec's own, and hands to write with. */
abstract class WriteSpecification extends Specification {
    static final Tenant TENANT = new Tenant('main', 'main', [] as Set)
    static final SchemaSettings SETTINGS = new SchemaSettings(1_000, 5_000, Duration.ofMillis(300), 3, Duration.ofMillis(10))
    static final ObjectMapper JSON = ExactJson.mapper()
    static final UUID ME = UUID.fromString('01890a5d-0000-7000-8000-000000000001')

    @Shared DataSource source = TestDatabase.fresh('write-shop') { prepare(it, Shop.model()) }
    @Shared CountingSource counted = new CountingSource(source)
    @Shared Database database = new Database(counted)
    @Shared Query sql = new Query(source)
    @Shared Model model = Shop.model()
    @Shared Counters counters = new Counters(new Database(source), Clock.systemUTC())
    @Shared MasterKeys masters = MasterKeys.of(Optional.of(Base64.encoder.encodeToString(new byte[32])), Path.of('.'))
    @Shared Vault vault = new Vault(new Database(source), masters, new Signals(source))
    @Shared RecordWriter writer = new RecordWriter(new Access(), Clock.systemUTC(), counters, new TypeSeals(new PasswordSeals(new Passwords(), new PasswordPolicy(new Database(source))), new VaultSeals(vault)), new Aftermath(new AuditRows(vault), new Outbox(new DueBook()), new CallerCache(Clock.systemUTC(), new Signals(source))), new Hooks())
    @Shared RecordReads reads = new RecordReads(new RecordReader(database, new Cursors(new byte[32])), new Access(), Clock.systemUTC(), new Hooks())
    @Shared Records records = new Records(database, writer, reads, Clock.systemUTC())
    @Shared Upserts upserts = new Upserts(records, reads)
    @Shared PartialWriter partial = new PartialWriter(writer)

    RequestContext context = contextIn(Locale.ENGLISH)

    static void prepare(DataSource source, Model model, String schema = 'main') {
        def migrations = new SchemaMigrations(source)
        migrations.migrateControl()
        migrations.migrateTenant(schema)
        new Query(source).execute('create extension if not exists pg_trgm')
        def database = new Database(source)
        def plan = database.transaction { new SchemaPlanner(SETTINGS).plan(it, schema, model) }
        new SchemaApplier(database, new SchemaLock(database, SETTINGS, Pause.resting()), SETTINGS).apply(plan)
    }

    RequestContext contextIn(Locale locale) {
        def user = new User(ME, 'me', 'Me', [User.ADMINISTRATOR] as Set, Optional.empty(), ZoneId.of('Europe/Paris'))
        new RequestContext(TENANT, model, user, locale, 'request-1')
    }

    Entity entity(String name) { model.require("shop.$name") }

    static JsonNode json(Object value) {
        JSON.readTree(value instanceof CharSequence ? value.toString() : JsonOutput.toJson(value))
    }

    /** A new record's id. */
    UUID create(String name, Map value) {
        write(name, value).id()
    }

    Written write(String name, Object value, Asked asked = Asked.QUIETLY) {
        records.create(context, entity(name), json(value), asked).written()
    }

    Written update(String name, UUID id, Map value, Long version = null, boolean whole = false) {
        def reader = new ChangeReader(model, false)
        def read = reader.update(entity(name), id, json(value), '', whole)
        reader.finish()
        change(new Change.Update(entity(name), '', id, Optional.ofNullable(version).or { read.version() }, whole, read.content()))
    }

    Written put(String name, UUID id, Map value) {
        update(name, id, value, null, true)
    }

    Written delete(String name, UUID id, Long version = null) {
        change(new Change.Delete(entity(name), '', id, Optional.ofNullable(version)))
    }

    Written restore(String name, UUID id) {
        change(new Change.Restore(entity(name), '', id, Optional.empty()))
    }

    Written change(Change change, Asked asked = Asked.QUIETLY) {
        records.change(context, change, asked).written()
    }

    /** The stored row, by column. */
    Map row(String name, UUID id) {
        sql.firstRow("select * from main.\"shop\$$name\" where id = ?" as String, [id]) as Map
    }

    /** The lines of an invoice in their order. */
    List<Map> lines(UUID invoice) {
        sql.rows('select * from main."shop$line" where shop_invoice_lines = ? and deleted_at is null order by _position', [invoice])
    }

    long count(String table, String where = 'true') {
        sql.firstRow("select count(*) as n from main.\"$table\" where $where" as String).n as long
    }

    /** The audit trail of a record, the oldest first: version, action, changes. */
    List<Map> audit(UUID record) {
        sql.rows('select version, action, changes::text as changes from main."sys$audit" where record = ? order by version', [record])
            .collect { [version: it.version, action: it.action, changes: new JsonSlurper().parseText(it.changes as String)] }
    }

    /** What to show of one record. */
    static RecordQuery shown(String name, String fields) {
        RecordQueryParser.ofUrlForOne("shop.$name", [fields: [fields]])
    }

    /** Codes and paths of a refusal. */
    static List<String> refusal(Closure work) {
        try {
            work()
            []
        } catch (ProblemException refused) {
            refused.problems().collect { "${it.code().id()} ${it.path()}".toString().trim() }
        }
    }

    static IdempotencyKey key(String name, Object body) {
        IdempotencyKey.of(name, 'POST', JsonOutput.toJson(body).bytes)
    }

    String fresh(String prefix = 'x') {
        "$prefix-${UUID.randomUUID().toString().substring(24)}"
    }
}
