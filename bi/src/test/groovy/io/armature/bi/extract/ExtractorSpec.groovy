package io.armature.bi.extract

import groovy.sql.Sql
import io.armature.bi.star.Star
import io.armature.bi.star.StarPlanner
import io.armature.metadata.model.Model
import io.armature.testing.Database
import io.armature.testing.Models
import java.sql.Connection
import spock.lang.AutoCleanup
import spock.lang.Specification

class ExtractorSpec extends Specification {
    static final Model MODEL = Models.of('shop', [
        'entities/customer.yaml': 'fields:\n  name: { type: text }\n  notes: { type: longText }\n',
        'entities/sale.yaml': '''
            fields:
              customer: { type: link, to: shop.customer }
              day: { type: date }
              total: { type: money }
              stars: { type: rating }
            '''.stripIndent()])

    @AutoCleanup Connection connection = Database.fresh().connection
    Sql sql = new Sql(connection)
    Star star = StarPlanner.plan(MODEL)
    Extractor extractor = new Extractor(MODEL, 'main', 'main_warehouse')

    def setup() {
        sql.execute 'create schema main'
        sql.execute '''create table main."shop$customer" (id uuid primary key, updated_at timestamptz not null default now(),
            deleted_at timestamptz, name text, notes text)'''
        sql.execute '''create table main."shop$sale" (id uuid primary key, updated_at timestamptz not null default now(),
            deleted_at timestamptz, customer uuid, "day" date, total numeric, stars bigint)'''
        sql.execute '''insert into main."shop$customer"(id, name) select gen_random_uuid(), 'c' || i from generate_series(1, 5) i'''
        sql.execute '''insert into main."shop$sale"(id, customer, "day", total, stars)
            select gen_random_uuid(), (select id from main."shop$customer" limit 1), date '2026-01-01' + i, i + 0.25, 5
            from generate_series(1, 100) i'''
    }

    def 'what has amounts is a fact, what it links to a dimension'() {
        expect:
        star.facts().keySet() == ['shop.sale'] as Set
        star.facts()['shop.sale'].measures()*.field() == ['total']
        star.facts()['shop.sale'].attributes()*.field() == ['day', 'stars']
        star.dimensions()['shop.customer'].attributes()*.field() == ['name']
    }

    def 'a first run takes everything and agrees with the source'() {
        expect:
        extractor.run(star, connection) == [
            new ExtractResult('dim_shop$customer', 5, 0, true), new ExtractResult('fact_shop$sale', 100, 0, true)]
        sql.firstRow('select sum(total) s from main_warehouse."fact_shop$sale"').s == 5075
    }

    def 'a second run takes what changed and forgets what is gone'() {
        given:
        sql.execute "update main.\"shop\$sale\" set updated_at = now() - interval '1 day'"
        extractor.run(star, connection)
        sql.execute "update main.\"shop\$sale\" set total = 1000, updated_at = now() where \"day\" = '2026-01-02'"
        sql.execute "update main.\"shop\$sale\" set deleted_at = now() where \"day\" = '2026-01-03'"
        sql.execute "delete from main.\"shop\$sale\" where \"day\" = '2026-01-04'"

        when:
        ExtractResult result = extractor.run(star, connection).last()

        then:
        result.removed() == 2
        result.agrees()
        sql.firstRow('select count(*) n from main_warehouse."fact_shop$sale"').n == 98
        sql.firstRow("select total from main_warehouse.\"fact_shop\$sale\" where \"day\" = '2026-01-02'").total == 1000
    }

    def 'a field added to the model appears in the warehouse'() {
        given:
        extractor.run(star, connection)
        Model wider = Models.of('shop', [
            'entities/sale.yaml': 'fields:\n  total: { type: money }\n  tax: { type: money }\n'])
        sql.execute 'alter table main."shop$sale" add tax numeric default 2'

        when:
        List<ExtractResult> results = new Extractor(wider, 'main', 'main_warehouse').run(StarPlanner.plan(wider), connection)

        then:
        results*.agrees() == [true]
        sql.firstRow('select sum(tax) s from main_warehouse."fact_shop$sale"').s == 200
    }
}
