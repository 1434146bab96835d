package io.armature.engine.query

import groovy.transform.CompileStatic
import groovy.transform.Memoized
import io.armature.engine.db.Database as EngineDatabase
import io.armature.engine.schema.Pause
import io.armature.engine.schema.SchemaApplier
import io.armature.engine.schema.SchemaLock
import io.armature.engine.schema.SchemaPlanner
import io.armature.engine.schema.SchemaSettings
import io.armature.engine.tenant.SchemaMigrations
import io.armature.metadata.model.Model
import io.armature.testing.Database
import io.armature.testing.Models
import javax.sql.DataSource
import org.postgresql.ds.PGSimpleDataSource

/** A model with one of everything that reading has to deal with, and its tables. */
@CompileStatic
final class Shop {
    static final String SCHEMA = 'main'

    private Shop() {}

    @Memoized
    static Model model() {
        Models.of('shop', [
            'entities/country.yaml': '''
                label: name
                key: [code]
                fields:
                  code: { type: text, required: true, unique: true }
                  name: { type: text, translated: true }
                '''.stripIndent(),
            'entities/party.yaml': '''
                label: name
                fields:
                  name:    { type: text, required: true }
                  country: { type: link, to: shop.country }
                '''.stripIndent(),
            'entities/customer.yaml': '''
                extends: shop.party
                search: { name: A, email: B }
                fields:
                  email:        { type: email }
                  credit_limit: { type: decimal, digits: 2 }
                  password:     { type: password }
                  tags:         { type: links, to: shop.tag }
                  about:        { type: linkAny }
                  country_code: { type: lookup, from: country.code }
                  owing:        { type: decimal, formula: "sum(orders.total)" }
                '''.stripIndent(),
            'entities/tag.yaml': '''
                fields:
                  name: { type: text }
                '''.stripIndent(),
            'entities/order.yaml': '''
                label: number
                indexes: [[status, number]]
                search: { number: A }
                fields:
                  number:   { type: text, required: true }
                  customer: { type: link, to: shop.customer }
                  parent:   { type: link, to: shop.order, inverse: children }
                  status:   { type: choice, options: { draft: Draft, open: Open, closed: Closed } }
                  placed:   { type: date }
                  due:      { type: dateTime }
                  at:       { type: time }
                  takes:    { type: duration }
                  total:    { type: decimal }
                  urgent:   { type: boolean }
                  score:    { type: integer }
                  marks:    { type: choices, options: { a: A, b: B, c: C } }
                  extra:    { type: json }
                  lines:    { type: lines, of: shop.line }
                  double:   { type: decimal, formula: "total * 2" }
                '''.stripIndent(),
            'entities/line.yaml': '''
                features: { softDelete: true }
                fields:
                  order: { type: link, to: shop.order }
                  item:  { type: text }
                  qty:   { type: decimal }
                  price: { type: decimal }
                  parts: { type: lines, of: shop.part }
                  sum:   { type: decimal, formula: "qty * price" }
                '''.stripIndent(),
            'entities/part.yaml': '''
                features: { softDelete: false }
                fields:
                  name: { type: text }
                '''.stripIndent(),
        ])
    }

    /** A database of its own with empty tables; sessions are set as the node's are. */
    static DataSource database() {
        def source = new PGSimpleDataSource()
        source.url = Database.url(Database.fresh('shop') { tables(it) })
        source.user = 'postgres'
        source.options = '-c intervalstyle=iso_8601'
        source.prepareThreshold = 2
        source
    }

    /** What an install does: the engine's own tables, then the model's. */
    static void tables(DataSource source, String schema = SCHEMA) {
        new SchemaMigrations(source).migrateTenant(schema)
        def database = new EngineDatabase(source)
        def plan = database.transaction { new SchemaPlanner(SchemaSettings.DEFAULT).plan(it, schema, model()) }
        new SchemaApplier(database, new SchemaLock(database, SchemaSettings.DEFAULT, Pause.resting()), SchemaSettings.DEFAULT).apply(plan)
    }
}
