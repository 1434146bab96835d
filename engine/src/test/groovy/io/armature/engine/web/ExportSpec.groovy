package io.armature.engine.web

import groovy.sql.Sql
import io.armature.engine.current.CurrentModels
import io.armature.engine.query.Shop
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Answer
import io.armature.engine.testing.ServerSpecification
import io.armature.testing.Slow
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import spock.lang.Shared

@Slow
class ExportSpec extends ServerSpecification {
    static final String EXPORT = '/api/shop/line/export'

    @Shared Map<String, String> ids

    def setupSpec() {
        def tenant = bean(Tenants).named('main').get()
        Shop.tables(database, tenant.schema())
        bean(CurrentModels).swap(tenant, 1, Shop.model())
        ids = ['Ann', 'Bob', 'Cid', 'Dan'].collectEntries { [it, administrator.post('/api/shop/line', [item: it, qty: 2, price: 10.50g]).json.id] }
        administrator.delete("/api/shop/line/${ids.Dan}")
    }

    private static String words(Answer answer) {
        Loader.loadPDF(answer.bytes).withCloseable { new PDFTextStripper().getText(it).replaceAll(/\s+/, ' ').trim() }
    }

    def 'an export says how many it wants'() {
        expect:
        administrator.get("$EXPORT?format=csv&fields=item&sort=item&limit=$limit").text == text

        where:
        limit || text
        0     || 'item\r\n'
        2     || 'item\r\nAnn\r\nBob\r\n'
        9_999 || 'item\r\nAnn\r\nBob\r\nCid\r\n'
    }

    def 'records go on paper, in the words of the reader'() {
        when:
        def answer = administrator.with('Accept-Language': 'fr').get("$EXPORT?format=pdf&sort=-item&fields=item,sum&filter=item!='Bob'")

        then:
        answer.status == 200
        answer.header('Content-Type') == 'application/pdf'
        answer.header('Content-Disposition').contains('line.pdf')
        def told = words(answer)
        told.contains('Cid 21,00 Ann 21,00')
        !told.contains('Bob')
        !told.contains('Dan')
        new Sql(database).firstRow("select details->>'format' as format from tenant_main.\"sys\$audit\" where action = 'export' order by at desc limit 1").format == 'pdf'
    }

    def 'more than a person reads does not go on paper'() {
        given:
        new Sql(database).execute("""insert into tenant_main."shop\$tag" (id, name, version, created_at, updated_at)
            select gen_random_uuid(), 'R' || n, 1, now(), now() from generate_series(1, 5001) n""")

        expect:
        with(administrator.get('/api/shop/tag/export?format=pdf')) { status == 422 && json.code == 'AR-157' }
        administrator.get('/api/shop/tag/export?format=pdf&limit=20').status == 200
        administrator.get('/api/shop/tag/export?format=csv').text.readLines().size() == 5002
    }

    def 'some records are exported by their ids, as #format'() {
        when:
        def wanted = [ids.Cid, ids.Ann, ids.Dan, UUID.randomUUID().toString()] + (1..2_000).collect { UUID.randomUUID().toString() }
        def answer = administrator.post(EXPORT, [format: format, ids: wanted, fields: ['item'], sort: ['item']] + more)

        then:
        answer.status == 200
        (format == 'pdf' ? words(answer) : answer.text).contains(text)
        !(format == 'pdf' ? words(answer) : answer.text).contains('Bob')

        where:
        format | more             || text
        'csv'  | [:]              || 'item\r\nAnn\r\nCid\r\n'
        'csv'  | [limit: 1]       || 'item\r\nAnn\r\n'
        'csv'  | [deleted: 'any'] || 'item\r\nAnn\r\nCid\r\nDan\r\n'
        'pdf'  | [:]              || 'Ann Cid'
    }

    def 'an export that is asked for wrongly says what is wrong: #what'() {
        expect:
        with(administrator.post(EXPORT, order)) { it.status == status && it.json.code == code }

        where:
        what             | order                                             || status | code
        'no format'      | [ids: []]                                         || 400    | 'AR-133'
        'unknown format' | [format: 'docx']                                  || 400    | 'AR-133'
        'no list of ids' | [format: 'csv', ids: 'x']                         || 400    | 'AR-131'
        'no ids'         | [format: 'csv', ids: ['x']]                       || 400    | 'AR-131'
        'too many ids'   | [format: 'csv', ids: (['x'] * 10_001)]            || 400    | 'AR-138'
        'a page'         | [format: 'csv', offset: 4]                        || 400    | 'AR-104'
        'a bad filter'   | [format: 'xlsx', filter: 'itm']                   || 422    | 'AR-232'
        'no object'      | ['csv']                                           || 400    | 'AR-100'
    }

    def 'a token that may read may ask for an export, and one that may not may not'() {
        given:
        def token = { scope -> caller.withToken(administrator.post('/api/auth/tokens', [name: scope, scopes: [scope]]).json.token as String) }

        expect:
        token('read:shop.line').post(EXPORT, [format: 'csv', ids: [ids.Ann], fields: ['item']]).text == 'item\r\nAnn\r\n'
        token('read:shop.order').post(EXPORT, [format: 'csv']).status == 403
    }

    def 'a deleted record is not there to be read, and says why'() {
        expect:
        with(administrator.get("/api/shop/line/${ids.Dan}")) { status == 404 && json.code == 'AR-158' }
        administrator.get("/api/shop/line/${ids.Dan}?deleted=true").json.item == 'Dan'
        administrator.patch("/api/shop/line/${ids.Dan}", [item: 'D']).json.code == 'AR-416'
    }

    def 'what was exported as #format comes in again as it was, and changes where it was changed'() {
        given:
        def texts = ['=1+1', "'=1+1", "''-x", '-5', "O'Neil", 'a;b', 'Zoë, "Z"']
        texts.eachWithIndex { text, i -> administrator.put("/api/shop/line/by/external_id/again-$i", [item: text, qty: i, price: 1.5g]) }
        def file = { fields -> administrator.get(EXPORT + "?format=$format&sort=external_id&fields=$fields&filter=" + URLEncoder.encode("startsWith(external_id, 'again')", 'UTF-8')) }
        def sent = { byte[] content -> administrator.with('Content-Type': 'application/octet-stream').call('POST', "/api/shop/line/import?key=external_id&format=$format", content).json }

        expect:
        with(sent(file('*').bytes)) { [rows, unchanged, refused, kept] == [7, 7, 0, true] && leftOut.containsAll(['sum', 'version', 'updated_at']) }
        administrator.get('/api/shop/line?sort=external_id&fields=item&filter=' + URLEncoder.encode("startsWith(external_id, 'again')", 'UTF-8')).json.data*.item == texts

        where:
        format << ['csv', 'xlsx']
    }

    def 'a changed cell of an exported file changes its record, and nothing else does'() {
        given:
        administrator.put('/api/shop/line/by/external_id/cell-1', [item: 'before', qty: 1])
        administrator.put('/api/shop/line/by/external_id/cell-2', [item: 'other', qty: 1])
        def only = URLEncoder.encode("startsWith(external_id, 'cell')", 'UTF-8')
        def file = administrator.get("$EXPORT?format=csv&filter=$only").text.replace('before', 'after')

        expect:
        with(administrator.with('Content-Type': 'text/csv').call('POST', '/api/shop/line/import?key=external_id', file).json) { [updated, unchanged, refused] == [1, 1, 0] }
        administrator.get("/api/shop/line?sort=external_id&fields=item,version&filter=$only").json.data == [[item: 'after', version: 2], [item: 'other', version: 1]]
    }
}
