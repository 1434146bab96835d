package io.armature.engine.report

import io.armature.engine.access.SalesPack
import io.armature.engine.testing.Answer
import io.armature.engine.testing.AnswerCheck
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import org.dhatim.fastexcel.reader.ReadableWorkbook
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ReportsSpec extends Specification {
    static final String PASSWORD = 'a long enough secret 17'
    static final Map<String, String> REPORTS = [
        'reports/by_status.yaml'   : '''
            title: Customers by status
            description: How many there are of each
            entity: sales.customer
            dimensions: [status]
            measures: { count: { title: Customers, expression: "count()" }, limits: { expression: "sum(credit_limit)" } }
            sort: [-count]
            chart: bar
            ''',
        'reports/by_region.yaml'   : '''
            title: Customers by region
            entity: sales.customer
            filter: "status == 'active'"
            dimensions: [region]
            measures: { count: "count()" }
            ''',
        'reports/by_month.yaml'    : '''
            title: Customers by month
            entity: sales.customer
            dimensions: [{ field: created_at, grain: month, title: Begun }, region.name]
            measures: { count: "count()" }
            chart: line
            ''',
        'reports/for_chiefs.yaml'  : '''
            title: Orders
            entity: sales.order
            roles: [chief]
            measures: { total: { title: Turnover, expression: "sum(total)" } }
            chart: number
            ''',
        'dashboards/main.yaml'     : '''
            title: At a glance
            cards:
              - { report: by_status, title: How they stand, chart: donut, width: 4, height: 3 }
              - { report: sales.for_chiefs }
            ''',
        'dashboards/chiefs.yaml'   : '''
            title: For chiefs
            roles: [chief]
            cards:
              - { report: for_chiefs }
            ''',
        'roles/counter.yaml'       : '''
            title: Counter
            grants:
              customer: { read: "region.code == 'N'", report: true }
              region:   { read: true }
            ''',
        'roles/shy_counter.yaml'   : '''
            title: Counter without limits
            grants:
              customer: { read: true, report: true, hidden: [credit_limit] }
            ''',
        'i18n/fr.yaml'             : '''
            texts:
              Customers by status: Clients par statut
              How they stand: Où ils en sont
              At a glance: En un coup d’œil
              Customers: Clients
            ''',
    ]

    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), [SalesPack.folder(REPORTS).toString()])
    @Shared Caller admin = server.administrator

    def setupSpec() {
        def north = admin.post('/api/sales/region', [code: 'N', name: 'North']).json['id']
        def south = admin.post('/api/sales/region', [code: 'S', name: 'South']).json['id']
        [['Ann', 'active', north, 100], ['Bob', 'active', south, 50], ['Cyd', 'lead', north, null], ['Dan', 'active', north, 25.5]].each { name, status, region, limit ->
            assert admin.post('/api/sales/customer', [name: name, status: status, region: region, credit_limit: limit]).status == 201
        }
    }

    private Caller user(String name, String role) {
        admin.post('/api/auth/users', [username: name, password: PASSWORD, roles: [role]])
        server.caller.withToken(server.caller.post('/api/auth/login', [username: name, password: PASSWORD]).json['accessToken'] as String)
    }

    private static List data(Answer answer) {
        assert answer.status == 200: answer
        answer.json['data'] as List
    }

    def 'reports tell what they are, in the language of the reader'() {
        when:
        def french = admin.with('Accept-Language': 'fr').get('/api/reports/sales/by_status').json

        then:
        french.title == 'Clients par statut'
        french.entity == 'sales.customer'
        french.chart == 'bar'
        french.dimensions == [[key: 'status', field: 'status', expression: 'status', title: 'Statut', type: 'choice']]
        french.measures*.title == ['Clients', 'Limits']
        data(admin.get('/api/reports'))*.name.sort() == ['sales.by_month', 'sales.by_region', 'sales.by_status', 'sales.for_chiefs']
    }

    def 'the numbers come in the order that the report says'() {
        expect:
        data(admin.get('/api/reports/sales/by_status/data')) == [[status: 'active', count: 3, limits: 175.5], [status: 'lead', count: 1, limits: null]]
    }

    def 'a link comes with what its record is called, and only records count that the report is about'() {
        expect:
        data(admin.get('/api/reports/sales/by_region/data')).collectEntries { [it.region_label, it.count] } == [North: 2, South: 1]
    }

    def 'dates are split as finely as the report says, and paths over links work'() {
        given:
        def rows = data(admin.get('/api/reports/sales/by_month/data'))

        expect:
        rows.collectEntries { [it.region_name, it.count] } == [North: 3, South: 1]
        rows.every { it.created_at.endsWith('-01') }
        admin.get('/api/reports/sales/by_month').json.dimensions*.grain == ['month', null]
        admin.get('/api/reports/sales/by_month').json.dimensions*.title == ['Begun', 'Name']
    }

    def 'a reader narrows a report by a condition of his own'() {
        expect:
        data(admin.get('/api/reports/sales/by_region/data?filter=' + URLEncoder.encode("name != 'Ann'", 'UTF-8')))*.count == [1, 1]
        admin.get('/api/reports/sales/by_region/data?filter=' + URLEncoder.encode(wrong, 'UTF-8')).json['code'] == code

        where:
        wrong            | code
        'nonsense =='    | 'AR-237'
        'true) || (true' | 'AR-230'
    }

    def 'only those records count that the reader may read'() {
        given:
        def counter = user('counter', 'sales.counter')

        expect:
        data(counter.get('/api/reports/sales/by_region/data')).collectEntries { [it.region_label, it.count] } == [North: 2]
    }

    def 'a report over a field that the reader may not see is refused, not guessed'() {
        expect:
        user('shy', 'sales.shy_counter').get('/api/reports/sales/by_status/data').json['code'] == 'AR-340'
    }

    def 'a report for others, or over what one may not read, is not there'() {
        given:
        def counter = user('reader', 'sales.counter')

        expect:
        counter.get('/api/reports/sales/for_chiefs').status == 404
        counter.get('/api/reports/sales/for_chiefs/data').status == 404
        counter.get('/api/reports/sales/nothing').status == 404
        user('auditor', 'sales.auditor').get('/api/reports/sales/by_status').status == 404
    }

    def 'a dashboard shows the cards that the reader may see'() {
        given:
        def counter = user('glancer', 'sales.counter')

        expect:
        counter.with('Accept-Language': 'fr').get('/api/dashboards/sales/main').json == [name: 'sales.main', title: 'En un coup d’œil', cards: [
            [name: 'sales.by_status', title: 'Où ils en sont', description: 'How many there are of each', entity: 'sales.customer', chart: 'donut', width: 4, height: 3]]]
        data(counter.get('/api/dashboards'))*.name == ['sales.main']
        counter.get('/api/dashboards/sales/chiefs').status == 404
        data(admin.get('/api/dashboards'))*.name.sort() == ['sales.chiefs', 'sales.main']
        admin.get('/api/dashboards/sales/main').json.cards.size() == 2
    }

    def 'a report is a file for spreadsheets: in words, numbers as numbers, nothing that runs'() {
        given:
        assert admin.post('/api/sales/region', [code: '=1+1', name: '=1+1']).status == 201
        assert admin.post('/api/sales/customer', [name: 'Eve', status: 'active', region: [code: '=1+1']]).status == 201

        when:
        def french = file('/api/reports/sales/by_status/export?format=csv', admin.with('Accept-Language': 'fr'))
        def harmless = file('/api/reports/sales/by_region/export?format=csv')

        then:
        new String(french, 'UTF-8') == '\ufeffStatut,Clients,Limits\r\nActif,4,175.5\r\nLead,1,\r\n'
        new String(harmless, 'UTF-8').contains("\r\n'=1+1,1\r\n")

        when:
        def sheet = new ReadableWorkbook(new ByteArrayInputStream(file('/api/reports/sales/by_status/export'))).firstSheet
        def rows = sheet.read()

        then:
        sheet.name == 'Customers by status'
        rows*.getCellText(0) == ['Status', 'Active', 'Lead']
        rows[1].getCellAsNumber(1).get() == 4
        rows[1].getCellAsNumber(2).get() == 175.5

        cleanup:
        admin.get('/api/sales/customer?filter=' + URLEncoder.encode("name == 'Eve'", 'UTF-8')).json.data.each { admin.delete("/api/sales/customer/$it.id") }
    }

    def 'a report is pages for paper, with its sums'() {
        given:
        def pages = file('/api/reports/sales/by_status/export?format=pdf')

        expect:
        Loader.loadPDF(pages).withCloseable { new PDFTextStripper().getText(it).replaceAll(/\s+/, ' ').trim() } ==
            '1 / 1 Customers by status How many there are of each Status Customers Limits Active 3 175.50 Lead 1 Σ 4 175.50'
    }

    def 'only who may export the records takes a report along'() {
        expect:
        with(user('taker', 'sales.counter').get('/api/reports/sales/by_region/export')) { [it.status, it.json.code] == [403, 'AR-302'] }
        admin.get('/api/reports/sales/by_region/export?format=docx').json['code'] == 'AR-133'
        admin.get('/api/reports/sales/nothing/export').status == 404
    }

    def 'reports and dashboards are as the interface says'() {
        expect:
        AnswerCheck.misfits(admin.get('/api/reports'), 'ReportBrief', true) == []
        AnswerCheck.misfits(admin.get('/api/reports/sales/by_month'), 'Report') == []
        AnswerCheck.misfits(admin.get('/api/dashboards/sales/main'), 'Dashboard') == []
    }

    private byte[] file(String path, Caller who = admin) {
        def request = HttpRequest.newBuilder(URI.create(server.server.address() + path))
        who.headers.each { request.header(it.key, it.value) }
        def answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray())
        assert answer.statusCode() == 200
        assert answer.headers().firstValue('Content-Disposition').get().startsWith('attachment')
        answer.body()
    }
}
