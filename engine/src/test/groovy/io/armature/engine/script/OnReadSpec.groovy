package io.armature.engine.script

import spock.lang.Shared

class OnReadSpec extends HookSpecification {
    @Shared String id

    def setupSpec() {
        def answer = install('shelf', [
            'entities/item.yaml': '''
                label: name
                fields:
                  name:  { type: text }
                  price: { type: money, currency: unit }
                  unit:  { type: text, default: EUR }
                  day:   { type: date }
                  badge: { type: text }
                  next:  { type: link, to: shelf.item }
                  twice: { type: decimal, formula: "price * 2" }
                '''.replace('money, currency: unit', 'decimal'),
            'hooks/item.js'     : '''
                export default {
                  onRead(item, ctx) {
                    if (item.name === 'own') item.badge = 'seen by ' + ctx.user.username + (item.price ? ' for ' + item.price.times(2) : '')
                    if (item.day) item.day = item.day.add({ days: 1 })
                    if (item.name === 'dear') item.price = item.price?.plus('0.10')
                    if (item.name === 'reaching') ctx.db.find('shelf.item')
                    if (item.name === 'linked') item.next = item.id
                    if (item.name === 'wrong') item.day = 'tomorrow'
                    if (item.name === 'endless') for (;;);
                  }
                }
                ''',
        ])
        assert answer.status == 200: answer
        id = administrator.post('/api/shelf/item', [name: 'own', price: 2.5, day: '2026-01-31']).json.id
        administrator.post('/api/shelf/item', [name: 'dear', price: 1.00])
    }

    def 'a function changes what is shown, and not what is kept'() {
        expect:
        with(administrator.get("/api/shelf/item/$id").json) {
            badge == 'seen by admin for 5'
            day == '2026-02-01'
        }
        administrator.get("/api/shelf/item?filter=badge==null&sort=name").json.data*.badge == [null, 'seen by admin for 5']
        administrator.post('/api/shelf/item/query', [filter: "name=='own'"]).json.data*.day == ['2026-02-01']
        administrator.patch("/api/shelf/item/$id", [name: 'own']).json.badge == 'seen by admin for 5'
        administrator.get("/api/shelf/item?fields=name&sort=name").json.data == [[name: 'dear'], [name: 'own']]
    }

    def 'decimals stay exact, as numbers and as texts'() {
        expect:
        administrator.get("/api/shelf/item?filter=name=='dear'").text.contains('"price":1.10')
        administrator.with(Accept: 'application/json;decimals=string').get("/api/shelf/item?filter=name=='dear'").text.contains('"price":"1.10"')
    }

    def 'what leaves as a file or on paper shows the same: #format'() {
        expect:
        administrator.get("/api/shelf/item/export?format=$format&fields=name,price,day,badge,next(name)&sort=name&filter=name%20in%20%5B'own','dear'%5D").text == file

        where:
        format   || file
        'csv'    || 'name,price,day,badge,next.name\r\ndear,1.10,,,\r\nown,2.5,2026-02-01,seen by admin for 5,\r\n'
        'ndjson' || '{"name":"dear","price":1.10,"day":null,"badge":null,"next":null}\n{"name":"own","price":2.5,"day":"2026-02-01","badge":"seen by admin for 5","next":null}\n'
    }

    def 'a print shows it, and numbers of groups go by what is kept'() {
        expect:
        def printed = administrator.get("/api/shelf/item/$id/print/letter?format=html")
        printed.text.contains('seen by admin for 5')
        administrator.post('/api/shelf/item/query', [groupBy: ['name'], measures: ['sum(price)'], filter: "name=='dear'"]).text.contains('1.0')
    }

    def 'an export longer than a page is shown whole'() {
        given:
        administrator.post('/api/shelf/item/batch', [create: (1..450).collect { [name: 'dear', price: it, badge: 'bulk'] }])

        when:
        def lines = administrator.get("/api/shelf/item/export?format=csv&fields=name,price&sort=price&filter=badge=='bulk'").text.readLines()

        then:
        lines == ['name,price'] + (1..450).collect { "dear,${it}.10".toString() }
    }

    def 'a function that #name is told, with the file and the line'() {
        given:
        def made = administrator.post('/api/shelf/item', [name: name])
        when:
        def answer = administrator.get("/api/shelf/item?filter=name=='$name'")
        then:
        made.status == 201
        answer.status == 422
        answer.json.code == code
        answer.json.errors[0].file == 'hooks/item.js'
        answer.json.errors[0].line == line
        where:
        name       | code     | line
        'reaching' | 'AR-501' | 7
        'linked'   | 'AR-501' | 8
        'wrong'    | 'AR-402' | 9
        'endless'  | 'AR-507' | 10
    }
}
