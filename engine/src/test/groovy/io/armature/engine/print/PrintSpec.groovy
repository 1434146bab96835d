package io.armature.engine.print

import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.metadata.read.PackReader
import io.armature.testing.Database
import com.sun.net.httpserver.HttpServer
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import javax.imageio.ImageIO
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class PrintSpec extends Specification {
    static final String PASSWORD = 'a long enough secret 17'

    /** Notes who asks it for anything. */
    @Shared List<String> fetched = new CopyOnWriteArrayList<>()
    @Shared HttpServer outside = HttpServer.create(new InetSocketAddress('localhost', 0), 0).tap {
        createContext('/') { exchange ->
            fetched << exchange.requestURI.path
            exchange.sendResponseHeaders(404, -1)
            exchange.close()
        }
        start()
    }
    @Shared Path folder = Files.createTempDirectory('armature-print')
    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), [pack().toString()])
    @Shared Caller admin = server.administrator
    @Shared String customer = made('/api/paper/customer', [name: 'Ada <b>& Sons</b>', secret_note: 'nobody knows', about: '<p onclick="x()">Good <b>people</b><script>x()</script></p>'])
    @Shared String invoice = made('/api/paper/invoice', [
        number: 'F-17', day: '2026-02-03', kind: 'credit', customer: customer, paid: true,
        lines: [[name: 'Tea ằ', amount: 1234.5], [name: 'Milk', amount: 0.50]]])

    def cleanupSpec() {
        outside.stop(0)
        folder.toFile().deleteDir()
    }

    Path pack() {
        [
            'pack.yaml': 'pack: paper\nversion: 1.0.0\ntitle: Paper\nengine: ">=0.1 <1"\n',
            'entities/customer.yaml': '''\
                title: Customer
                label: name
                fields:
                  name: { type: text, required: true }
                  secret_note: { type: text }
                  about: { type: html }
                '''.stripIndent(),
            'entities/invoice.yaml': '''\
                title: Invoice
                plural: Invoices
                label: number
                fields:
                  number: { type: text, required: true, inList: true }
                  day: { type: date, inList: true }
                  kind: { type: choice, options: { normal: Usual, credit: "Credit note" }, inList: true }
                  customer: { type: link, to: customer }
                  paid: { type: boolean }
                  total: { type: formula, formula: "sum(lines.amount)" }
                  lines: { type: lines, of: line }
                '''.stripIndent(),
            'entities/line.yaml': '''\
                title: Line
                label: name
                fields:
                  name: { type: text, required: true }
                  amount: { type: decimal, digits: 2 }
                '''.stripIndent(),
            'prints/bill.yaml': '''\
                title: Bill
                entity: invoice
                when: "paid"
                fileName: "format('Bill {0}', number)"
                '''.stripIndent(),
            'prints/bill.html': '''\
                <style>h1 { color: navy }</style>
                <img src="logo.png" alt=""><img src="stamp.jpg" alt=""><img src="mark.svg" alt="" style="width: 40pt; height: 40pt">
                <h1>Bill {{ number }} of {{ day }}</h1>
                <p class="who">To {{ customer }} ({{ customer.secret_note }})</p>
                <p if="kind == 'credit'">We owe you: {{ kind }}</p>
                <p if="kind != 'credit'">You owe us</p>
                <table><tr each="lines"><td>{{ name }}</td><td>{{ amount }}</td></tr></table>
                <p>Total {{ total }}, twice {{ total * 2 }}</p>
                <div html="customer.about"></div>
                '''.stripIndent(),
            'prints/spy.yaml': 'title: Spy\nentity: invoice\n',
            'prints/spy.html': '''\
                <style>@import url("http://HOST/import.css"); @font-face { font-family: "x"; src: url("http://HOST/font.ttf") } body { background: url("http://HOST/background.png"); font-family: "x" }</style>
                <p>Spied</p><img src="spy.svg" alt="" style="width: 80pt; height: 80pt"><img src="entity.svg" alt="" style="width: 80pt; height: 80pt">
                '''.stripIndent().replace('HOST', "localhost:$outside.address.port"),
            'roles/clerk.yaml': '''\
                title: Clerk
                grants:
                  paper.invoice: { read: true, print: true, export: true }
                  paper.customer: { read: true, hidden: [secret_note] }
                '''.stripIndent(),
            'roles/narrow.yaml': '''\
                title: Reads all, prints some, takes along others
                grants:
                  paper.invoice: { read: true, print: "kind == 'credit'", export: "number != 'F-17'" }
                '''.stripIndent(),
            'roles/reader.yaml': 'title: Reader\ngrants:\n  paper.invoice: { read: true }\n',
        ].each { path, text ->
            Path file = folder.resolve(path)
            Files.createDirectories(file.parent)
            Files.writeString(file, text)
        }
        Files.write(folder.resolve('prints/logo.png'), Base64.decoder.decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='))
        Files.writeString(folder.resolve('prints/mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="2" y="20">Mark</text></svg>')
        def host = "http://localhost:$outside.address.port"
        def secret = Files.writeString(folder.resolve('secret.txt'), 'top secret').toUri()
        Files.writeString(folder.resolve('prints/spy.svg'), """<?xml-stylesheet href="$host/sheet.css" type="text/css"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="80">
            <style>@import url("$host/drawing.css"); @import '$host/drawing.css;a' screen; text { fill: url("$host/fill.svg#a") }</style>
            <script xlink:href="$host/script.js"/><script>new java.net.URL("$host/ran").getContent()</script>
            <image xlink:href="$host/image.png" width="9" height="9"/><image xlink:href="$host/image.svg" width="9" height="9"/>
            <use xlink:href="$host/use.svg#a"/><text x="2" y="20">Seen</text></svg>""".toString())
        Files.writeString(folder.resolve('prints/entity.svg'), """<!DOCTYPE svg [<!ENTITY out SYSTEM "$host/entity.txt"><!ENTITY in SYSTEM "$secret">]>
            <svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><text x="2" y="20">&in;&out;</text></svg>""".toString())
        def stamp = new ByteArrayOutputStream()
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), 'jpg', stamp)
        Files.write(folder.resolve('prints/stamp.jpg'), stamp.toByteArray())
        folder
    }

    String made(String path, Map values) {
        Answer answer = admin.post(path, values)
        assert answer.status == 201
        answer.json['id']
    }

    Caller user(String role) {
        def name = role + System.nanoTime()
        admin.post('/api/auth/users', [username: name, password: PASSWORD, roles: ["paper.$role"]])
        server.caller.withToken(server.caller.post('/api/auth/login', [username: name, password: PASSWORD]).json['accessToken'] as String)
    }

    String text(String path, Caller who = admin) {
        def request = HttpRequest.newBuilder(URI.create(server.server.address() + path))
        who.headers.each { request.header(it.key, it.value) }
        def answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray())
        assert answer.statusCode() == 200
        assert answer.headers().firstValue('Content-Type').get() == 'application/pdf'
        Loader.loadPDF(answer.body()).withCloseable { new PDFTextStripper().getText(it).replaceAll(/\s+/, ' ').trim() }
    }

    def 'a template is filled with the record, as PDF'() {
        expect:
        text("/api/paper/invoice/$invoice/print/bill") == '1 / 1 Bill F-17 of Feb 3, 2026 To Ada <b>& Sons</b> (nobody knows) We owe you: Credit note ' +
            'Tea ằ 1,234.50 Milk 0.50 Total 1,235.00, twice 2,470.00 Good people'
    }

    def 'values never become markup, and the page may run nothing'() {
        when:
        def answer = admin.get("/api/paper/invoice/$invoice/print/bill?format=html")

        then:
        answer.status == 200
        answer.text.contains('Ada &lt;b&gt;&amp; Sons&lt;/b&gt;')
        answer.text.contains('<img src="data:image/png;base64,')
        answer.text.contains('<img src="data:image/jpeg;base64,')
        answer.text.contains('Good <b>people</b>')
        !answer.text.contains('<script')
        !answer.text.contains('onclick')
        answer.header('Content-Security-Policy').contains("default-src 'none'")
        answer.header('Content-Security-Policy').contains('sandbox')
        answer.header('Content-Disposition').contains("filename*=UTF-8''Bill%20F-17.html")
    }

    def 'neither a page nor its pictures fetch anything, or read what lies on the server'() {
        when:
        def answer = admin.get("/api/paper/invoice/$invoice/print/spy")

        then:
        answer.status == 200
        !fetched
        !text("/api/paper/invoice/$invoice/print/spy").contains('secret')
    }

    def 'dates, numbers and options are in the words of the reader'() {
        expect:
        with(admin.with('Accept-Language': 'fr').get("/api/paper/invoice/$invoice/print/bill?format=html").text) {
            it.contains('3 févr. 2026')
            it.contains('1\u202F234,50')
        }
    }

    def 'what the reader may not see is not printed'() {
        expect:
        text("/api/paper/invoice/$invoice/print/bill", user('clerk')).contains('To Ada <b>& Sons</b> () We')
    }

    def 'printing is a right of its own'() {
        expect:
        with(user('reader').get("/api/paper/invoice/$invoice/print/letter")) { [it.status, it.json.code] == [403, 'AR-302'] }
        user('reader').get('/api/paper/invoice/print').json.data == []
        server.caller.get("/api/paper/invoice/$invoice/print/bill").status == 401
    }

    def 'every entity has a letter and a label without a definition'() {
        expect:
        admin.get('/api/paper/invoice/print').json.data.collect { [it.name, it.title, it.generated] } ==
            [['bill', 'Bill', false], ['spy', 'Spy', false], ['letter', 'Letter', true], ['label', 'Label', true]]
        text("/api/paper/invoice/$invoice/print/letter").startsWith('1 / 1 Invoice F-17 Day Feb 3, 2026 Kind Credit note Customer Ada')
        text("/api/paper/invoice/$invoice/print/letter").contains('Lines Name Amount Tea ằ 1,234.50 Milk 0.50')
        text("/api/paper/invoice/$invoice/print/label").startsWith('F-17 Feb 3, 2026 Credit note')
    }

    def 'a list is printed with the filter and the columns that are asked for'() {
        given:
        made('/api/paper/invoice', [number: 'F-18', kind: 'normal'])

        expect:
        text('/api/paper/invoice/print/list?sort=number') == '1 / 1 Invoices Number Day Kind F-17 Feb 3, 2026 Credit note F-18 Usual'
        text("/api/paper/invoice/print/list?fields=number,total&filter=${URLEncoder.encode("kind == 'credit'", 'UTF-8')}") ==
            '1 / 1 Invoices Number Total F-17 1,235.00'
    }

    def 'on a list stand the records alone that its reader may print and take along'() {
        given:
        made('/api/paper/invoice', [number: 'F-20', kind: 'credit'])
        def narrow = user('narrow')

        expect:
        text('/api/paper/invoice/print/list?fields=number', narrow) == '1 / 1 Invoices Number F-20'
        narrow.get("/api/paper/invoice/print/list?format=html&filter=${URLEncoder.encode("number == 'F-17'", 'UTF-8')}").text.contains('<tbody></tbody>')
        narrow.get('/api/paper/invoice').json['data']*.number.containsAll(['F-17', 'F-20'])
    }

    def 'a record that does not meet the condition is refused in words, an unknown print is not found'() {
        given:
        def unpaid = made('/api/paper/invoice', [number: 'F-19'])

        expect:
        with(admin.get("/api/paper/invoice/$unpaid/print/bill")) { [it.status, it.json.code] == [409, 'AR-453'] }
        with(admin.get("/api/paper/invoice/$invoice/print/bil")) { [it.status, it.json.code] == [404, 'AR-450'] }
        admin.get("/api/paper/invoice/${UUID.randomUUID()}/print/bill").status == 404
        with(admin.get("/api/paper/invoice/$invoice/print/bill?format=docx")) { it.status == 400 }
    }

    def 'a template with #what is refused when the pack is checked'() {
        given:
        def files = new PackReader().read(folder).files() + ['prints/bill.html': html.getBytes('UTF-8')]

        when:
        def answer = admin.post('/api/meta/check', [files: files.findAll { !(it.key ==~ /.*\.(png|jpg)/) }.collectEntries { path, bytes -> [path, new String(bytes, 'UTF-8')] }])

        then:
        codes.every { answer.text.contains(it) }

        where:
        what                      | html                                          || codes
        'a script'                | '<p>{{ number }}</p><script>x</script>'       || ['AR-451']
        'a picture of another host' | '<img src="https://evil.example/x.png">'    || ['AR-451']
        'a file of the server'    | '<img src="file:///etc/passwd">'              || ['AR-451']
        'something that runs'     | '<p onclick="x()">a</p>'                      || ['AR-451']
        'an unknown field'        | '<p>{{ nummer }}</p>'                         || ['AR-23']
        'rows that are none'      | '<p each="number">a</p>'                      || ['AR-452']
    }

    def 'letters that come along in no font are taken from those of the machine, joined and in the order in which they are read'() {
        given:
        def fonts = Fonts.of(folder.resolve('none'))
        def choice = fonts.forText('فاتورة')

        expect: 'a machine with DejaVu has Arabic; one without says so'
        choice.missing() == (choice.fonts().empty ? ['Arabic'] as Set : [] as Set)

        when:
        def id = made('/api/paper/invoice', [number: 'فاتورة 17'])
        def page = text("/api/paper/invoice/$id/print/letter", admin.with('Accept-Language': 'ar'))

        then:
        choice.fonts().empty || page.contains('فاتورة')
        admin.with('Accept-Language': 'ar').get("/api/paper/invoice/$id/print/letter?format=html").text.contains('dir="rtl"')
    }

    def 'what no font has is named on the page'() {
        given:
        def id = made('/api/paper/invoice', [number: '𐤀𐤁'])

        expect:
        text("/api/paper/invoice/$id/print/letter").contains('no font for them: Phoenician')
    }

    def 'the fonts of the operator come first'() {
        given:
        def own = Files.createDirectories(folder.resolve('own'))
        def source = Fonts.wide().bytes
        Files.write(own.resolve('ours.ttf'), source)

        expect: 'a letter that the font which comes along has needs no other'
        new Fonts([own]).forText('Tea ằ').fonts() == []
        with(new Fonts([own]).forText('漢字')) { it.fonts() == [] && it.missing() == ['Han'] as Set }
    }
}
