package io.armature.engine.write

import java.sql.Date
import java.time.LocalDate
import java.time.ZoneId

class CreateSpec extends WriteSpecification {
    def 'a record is made in all tables of its lineage, with its stamps'() {
        when:
        def written = write('customer', [name: 'Ada', external_id: fresh()])
        def party = row('party', written.id())
        def customer = row('customer', written.id())

        then:
        written.version() == 1
        party.name == 'Ada'
        party.version == 1
        [party.created_by, party.updated_by, party['owner']] == [ME, ME, ME]
        party.created_at == party.updated_at
        customer.code ==~ /CUS-\d{4}-\d{4}/
        customer.status == 'lead'
    }

    def 'lines are saved with their parent, in order, and formulas are kept'() {
        when:
        def customer = create('customer', [name: 'Ada', currency: 'EUR'])
        def invoice = create('invoice', [customer: customer, lines: [
            [description: 'Tea', qty: 2, price: 1.25], [description: 'Cake', price: 3], [description: 'Nothing', qty: 0, price: 9]]])
        def stored = row('invoice', invoice)

        then:
        stored.total == 5.50
        stored.currency == 'EUR'
        stored.date == Date.valueOf(LocalDate.now(ZoneId.of('Europe/Paris')))
        lines(invoice)*.description == ['Tea', 'Cake', 'Nothing']
        lines(invoice)*.amount == [2.50, 3, 0]
        lines(invoice)*._position == [1, 2, 3]
        row('customer', customer).turnover == 5.50
    }

    def 'a record is made on top of one of a concrete parent entity'() {
        given:
        def party = create('party', [name: 'Ada'])

        when:
        def customer = write('customer', [id: party, currency: 'EUR'])

        then:
        customer.id() == party
        customer.version() == 2
        row('party', party).version == 2
        row('party', party).name == 'Ada'
        row('customer', party).currency == 'EUR'

        and: 'once'
        refusal { write('customer', [id: party]) } == ['AR-408 id']
    }

    def 'an id is refused where there is nothing to stand on'() {
        expect:
        refusal { write('party', [id: UUID.randomUUID(), name: 'Ada']) } == ['AR-409 id']
        refusal { write('customer', [id: UUID.randomUUID(), name: 'Ada']) } == ['AR-407 id']
    }

    def 'links may name a unique key, all resolved at once'() {
        given:
        def code = fresh().take(2)
        def country = create('country', [code: 'FR', name: 'France'])
        def tag = fresh('tag')
        def tagId = create('tag', [name: tag])

        when:
        def customer = create('customer', [name: 'Ada', country: [code: 'FR'], tags: [[name: tag]]])

        then:
        row('customer', customer).country == country
        sql.rows('select target from main."shop$customer$tags" where source = ?', [customer])*.target == [tagId]

        and: 'what is not there is told with its place'
        refusal { write('customer', [name: 'Ada', country: [code: 'ZZ'], tags: [[name: 'nope']]]) } ==
            ['AR-407 country', 'AR-407 tags']
        refusal { write('customer', [name: 'Ada', country: [name: 'France']]) } == ['AR-402 country']
        refusal { write('customer', [name: 'Ada', country: UUID.randomUUID()]) } == ['AR-407 country']
        refusal { write('customer', [name: 'Ada', tags: [tagId, UUID.randomUUID()]]) } == ['AR-407 tags[1]']
    }

    def 'every type is kept as it was given'() {
        given:
        def customer = create('customer', [name: 'Ada'])

        when:
        def id = create('sample', [
            title: "it's ?; \"quoted\" \\ é 漢 😀", small: 9223372036854775807, exact: 0.10, flag: true, day: '2026-02-28',
            clock: '23:59:59.123456', moment: '2026-01-01T00:00:00.123456Z', span: 'PT72H', colours: ['green', 'red'],
            data: [a: [1, null, 'x']], anything: [entity: 'shop.customer', id: customer], hidden: 'correct horse'])
        def stored = sql.firstRow('''select *, exact::text as exact_text, moment at time zone 'UTC' as utc, span::text as span_text,
            data::text as data_text, clock::text as clock_text, colours::text as colours_text from main."shop$sample" where id = ?''', [id])

        then:
        stored.title == "it's ?; \"quoted\" \\ é 漢 😀"
        stored.small == 9223372036854775807
        stored.exact_text == '0.10'
        stored.flag
        stored.day == Date.valueOf('2026-02-28')
        stored.clock_text == '23:59:59.123456'
        stored.utc.toString() == '2026-01-01 00:00:00.123456'
        stored.span_text == '72:00:00'
        stored.colours_text == '{green,red}'
        stored.data_text == '{"a": [1, null, "x"]}'
        stored.anything_entity == 'shop.customer'
        stored.anything == customer
        stored.hidden.startsWith('$argon2id$')

        and: 'a password is in no trail'
        audit(id).first().changes.hidden == [null, '***']
        !sql.firstRow('select changes::text as c from main."sys$outbox" where record = ?', [id]).c.contains('argon2')

        and: 'several rows at once too'
        def batch = (1..3).collect { n -> new ChangeReader(model, false).create(entity('sample'),
            json([small: n, exact: n + 0.50, colours: n == 2 ? null : ['red'], data: [n: "a\"b,{$n}"], title: n == 3 ? null : 'x,"\\']), '') }
        def ids = records.changeAll(context, batch, WriteOptions.DEFAULT)*.id()
        sql.rows("select small, exact::text as exact, colours::text as colours, data::text as data, title from main.\"shop\$sample\" where id in (${ids.collect { "'$it'" }.join(',')}) order by small" as String)
            .collect { [it.small, it.exact, it.colours, it.data, it.title] } == [
                [1, '1.50', '{red}', '{"n": "a\\"b,{1}"}', 'x,"\\'], [2, '2.50', null, '{"n": "a\\"b,{2}"}', 'x,"\\'], [3, '3.50', '{red}', '{"n": "a\\"b,{3}"}', null]]
    }

    def 'texts go to the language of the request'() {
        given:
        context = contextIn(Locale.FRENCH)
        def id = create('sample', [title: 'Bonjour'])

        when:
        context = contextIn(Locale.ENGLISH)
        update('sample', id, [title: 'Hello'])

        then:
        row('sample', id).title == 'Hello'
        row('sample', id).title_i18n.toString() == '{"fr": "Bonjour"}'
    }

    def 'an entity with one record, which is there from the beginning, has no second one'() {
        given:
        def only = sql.firstRow('select id from main."shop$settings"').id

        expect:
        refusal { write('settings', [theme: 'light']) } == ['AR-408']
        update('settings', only, [theme: 'light']).version() == 2
    }
}
