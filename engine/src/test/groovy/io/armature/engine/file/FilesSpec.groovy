package io.armature.engine.file

import io.armature.engine.access.AccessSpecification
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.metadata.archive.ArchiveWriter
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.time.Duration
import java.time.Instant
import javax.imageio.ImageIO
import spock.util.concurrent.PollingConditions

class FilesSpec extends AccessSpecification {
    static final Map<String, String> ALBUM = [
        'pack.yaml'            : 'pack: album\nversion: 1.0.0\ntitle: Album\nengine: ">=0.1"\n',
        'entities/picture.yaml': '''
            label: name
            features: { softDelete: false, attachments: true }
            fields:
              name:   { type: text, required: true }
              photo:  { type: image, maxSize: 100000 }
              papers: { type: files, accept: [.txt, application/pdf] }
            ''',
        'roles/painter.yaml'   : '''
            title: Painter
            grants:
              picture: { read: true, create: true, update: "owner == user.id", delete: "owner == user.id" }
            ''',
        'roles/keeper.yaml'    : '''
            title: Keeper
            grants:
              picture: { read: true, update: true, readOnly: [photo] }
            ''',
        'roles/visitor.yaml'   : '''
            title: Visitor
            grants:
              picture: { read: true, hidden: [photo] }
            ''',
    ]

    def soon = new PollingConditions(timeout: 20, delay: 0.05)

    def setupSpec() {
        def files = ALBUM.collectEntries { path, text -> [path, text.stripIndent().bytes] } as Map<String, byte[]>
        assert admin.with('Content-Type': 'application/zip').call('POST', '/api/packs', new ArchiveWriter().write(files, Optional.empty())).status == 201
        assert admin.post('/api/packs/install', [packs: ['album']]).status == 200
    }

    private static Answer upload(Caller who, String path, byte[] content) {
        who.with('Content-Type': 'application/octet-stream').call('POST', path, content)
    }

    private static String uploaded(Caller who, String name, byte[] content) {
        def answer = upload(who, "/api/files?name=$name", content)
        assert answer.status == 201: answer
        answer.json['id']
    }

    private static byte[] png(int side) {
        def out = new ByteArrayOutputStream()
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), 'png', out)
        out.toByteArray()
    }

    private static String sha256(byte[] content) {
        HexFormat.of().formatHex(MessageDigest.getInstance('SHA-256').digest(content))
    }

    private Path blob(byte[] content) {
        def digest = sha256(content)
        server.folder.resolve("files/tenant_main/${digest.substring(0, 2)}/$digest")
    }

    def 'a file is what stands in it, and is had whole, in part, or not again'() {
        given:
        def ann = user('ann')
        def text = ('Zażółć gęślą jaźń. ' * 500).getBytes('UTF-8')

        when:
        def made = upload(ann, '/api/files?name=..%2F..%2Fstory%20%C3%A9.txt', text)
        def content = "/api/files/${made.json['id']}/content"

        then:
        made.status == 201
        made.header('Location') == "/api/files/${made.json['id']}"
        with(made.json) {
            name == 'story é.txt'
            media_type == 'text/plain'
            size == text.length
            sha256 == FilesSpec.sha256(text)
            record == null
        }
        with(ann.get(content)) {
            status == 200
            it.text == new String(text, 'UTF-8')
            header('Content-Type').startsWith('text/plain')
            header('ETag') == "\"${FilesSpec.sha256(text)}\""
            header('Content-Disposition') == "inline; filename=\"story _.txt\"; filename*=UTF-8''story%20%C3%A9.txt"
            header('Content-Security-Policy').startsWith('sandbox')
        }
        ann.get(content + '?download=true').header('Content-Disposition').startsWith('attachment')
        ann.with('If-None-Match': "\"${sha256(text)}\"").get(content).status == 304
        with(ann.with(Range: 'bytes=0-3').get(content)) {
            status == 206
            it.text == 'Zaż'.substring(0, 2) + 'ż'
            header('Content-Range') == "bytes 0-3/$text.length"
        }
        ann.with(Range: 'bytes=-2').get(content).text == '. '
        ann.with(Range: "bytes=$text.length-").get(content).status == 416
        ann.with(Range: 'bytes=0-3', 'If-Range': '"other"').get(content).status == 200
    }

    def 'what is called a picture and is a page is never shown as a page'() {
        given:
        def ann = user('ann')
        def id = uploaded(ann, 'innocent.png', '<!DOCTYPE html><html><script>alert(1)</script></html>'.bytes)

        expect:
        ann.get("/api/files/$id").json['media_type'] == 'text/html'
        ann.get("/api/files/$id/content").header('Content-Disposition').startsWith('attachment')
        ann.get("/api/files/$id/preview").status == 404
    }

    def 'a file of no record is its uploader\'s alone'() {
        given:
        def ann = user('ann')
        def eve = user('eve')
        def id = uploaded(ann, 'own.txt', 'mine'.bytes)

        expect:
        eve.get("/api/files/$id").status == 404
        eve.get("/api/files/$id/content").status == 404
        eve.delete("/api/files/$id").status == 404
        upload(eve, "/api/files/$id/versions", 'hers'.bytes).status == 404
        ann.get("/api/files/$id/content").text == 'mine'
        server.caller.get("/api/files/$id").status == 401
    }

    def 'attachments follow the rights on their record'() {
        given:
        def painter = user('painter', ['album.painter'])
        def visitor = user('visitor', ['album.visitor'])
        def eve = user('eve')
        def picture = painter.post('/api/album/picture', [name: 'Sea']).json['id']
        def files = "/api/album/picture/$picture/files"

        when:
        def made = upload(painter, "$files?name=frame.txt", 'wood'.bytes)
        def id = made.json['id']

        then:
        made.status == 201
        made.json['record'] == [entity: 'album.picture', id: picture]
        visitor.get(files).json['data']*.name == ['frame.txt']
        visitor.get("/api/files/$id/content").text == 'wood'
        upload(visitor, "$files?name=x.txt", 'x'.bytes).status == 403
        visitor.delete("$files/$id").status == 403
        eve.get(files).status == 404
        eve.get("/api/files/$id").status == 404
        upload(eve, "$files?name=x.txt", 'x'.bytes).status == 404
        painter.delete("$files/$id").status == 204
        visitor.get(files).json['data'] == []
    }

    def 'a field takes its writer\'s own files of the right type and size, and shows them to whom it shows itself'() {
        given:
        def painter = user('painter', ['album.painter'])
        def visitor = user('visitor', ['album.visitor'])
        def eve = user('kim', ['album.painter'])
        def photo = uploaded(painter, 'sea.png', png(40))
        def paper = uploaded(painter, 'deed.txt', 'deed'.bytes)

        expect: 'others cannot take it'
        with(eve.post('/api/album/picture', [name: 'Stolen', photo: photo])) { status == 422 && json['code'] == 'AR-407' }
        painter.post('/api/album/picture', [name: 'Nothing', photo: UUID.randomUUID().toString()]).json['code'] == 'AR-407'

        when:
        def made = painter.post('/api/album/picture', [name: 'Sea', photo: photo, papers: [paper]])
        def picture = made.json['id']

        then:
        made.status == 201
        made.json['photo'] == photo
        made.json['papers'] == [paper]
        with(painter.get("/api/files/$photo").json) { it['field'] == 'photo' && it['record'] == [entity: 'album.picture', id: picture] }
        eve.get("/api/files/$photo/content").status == 200
        visitor.get("/api/files/$photo").status == 404
        visitor.get("/api/files/$paper/content").text == 'deed'
        with(eve.get("/api/files/$photo/preview?size=16")) { status == 200 && header('Content-Type') == 'image/png' }
        eve.get("/api/files/$photo/preview?size=5000").status == 422
        painter.get("/api/album/picture/$picture/files").json['data'] == []
        painter.delete("/api/files/$photo").status == 409

        and: 'no other record takes it'
        painter.post('/api/album/picture', [name: 'Copy', photo: photo]).json['code'] == 'AR-407'

        when: 'it is named no more, it is loose again'
        painter.patch("/api/album/picture/$picture", [photo: null])

        then:
        eve.get("/api/files/$photo").status == 404
        painter.get("/api/files/$photo").json['record'] == null

        and: 'wrong ones are refused'
        painter.patch("/api/album/picture/$picture", [photo: uploaded(painter, 'x.png', 'no picture'.bytes)]).json['code'] == 'AR-571'
        painter.patch("/api/album/picture/$picture", [photo: uploaded(painter, 'x.bmp', bmp())]).json['code'] == 'AR-570'
        painter.patch("/api/album/picture/$picture", [papers: [uploaded(painter, 'x.png', png(5))]]).json['code'] == 'AR-571'
    }

    private static byte[] bmp() {
        def out = new ByteArrayOutputStream()
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), 'bmp', out)
        out.toByteArray()
    }

    def 'a file has versions'() {
        given:
        def ann = user('ann')
        def id = uploaded(ann, 'plan.txt', 'one'.bytes)

        when:
        def next = upload(ann, "/api/files/$id/versions?name=plan2.txt", 'two!'.bytes)

        then:
        next.status == 201
        next.json['content_version'] == 2
        ann.get("/api/files/$id/content").text == 'two!'
        ann.get("/api/files/$id/content?version=1").text == 'one'
        ann.get("/api/files/$id/content?version=7").status == 404
        ann.get("/api/files/$id/versions").json['data']*.name == ['plan2.txt', 'plan.txt']
    }

    def 'a file that a field names gets only a content that the field takes, from whom may set it'() {
        given:
        def painter = user('restorer', ['album.painter'])
        def guard = user('keeper', ['album.keeper'])
        def photo = uploaded(painter, 'wall.png', png(40))
        def paper = uploaded(painter, 'wall.txt', 'wall'.bytes)
        def made = painter.post('/api/album/picture', [name: 'Wall', photo: photo, papers: [paper]])
        assert made.status == 201
        def version = { Caller who, String file, String name, byte[] content ->
            def answer = upload(who, "/api/files/$file/versions?name=$name", content)
            [answer.status, answer.json['code']]
        }

        expect: 'who may change the record, but not the field'
        guard.patch("/api/album/picture/$made.json.id", [name: 'Wall, kept']).status == 200
        version(guard, photo, 'wall.png', png(41)) == [403, 'AR-342']
        version(guard, paper, 'wall.txt', 'by the keeper'.bytes) == [201, null]

        and: 'what the field does not take'
        version(painter, photo, 'wall.png', '<script>'.bytes) == [422, 'AR-571']
        version(painter, photo, 'wall.bmp', bmp()) == [413, 'AR-570']
        version(painter, paper, 'wall.png', png(5)) == [422, 'AR-571']

        and: 'what it does'
        version(painter, photo, 'wall2.png', png(42)) == [201, null]
        painter.get("/api/album/picture/$made.json.id").json['photo'] == photo
        painter.get("/api/files/$photo/versions").json['data']*.name == ['wall2.png', 'wall.png']
        painter.get("/api/files/$paper/versions").json['data']*.name == ['wall.txt', 'wall.txt']
    }

    def 'the trail tells what was done with files, and about which record'() {
        given:
        def painter = user('noter', ['album.painter'])
        def picture = painter.post('/api/album/picture', [name: 'Noted']).json['id']
        def file = upload(painter, "/api/album/picture/$picture/files?name=one.txt", 'one'.bytes).json['id']

        when:
        upload(painter, "/api/files/$file/versions?name=two.txt", 'two'.bytes)
        painter.delete("/api/files/$file")
        def trail = admin.get("/api/sys/audit?sort=at,id&filter=" + URLEncoder.encode("action in ['create', 'update', 'delete'] && actor == '$ids.noter'", 'UTF-8')).json['data']
            .findAll { it.record?.id == file }

        then:
        trail*.action == ['create', 'update', 'delete']
        trail*.changes*.name == [[null, 'one.txt'], ['one.txt', 'two.txt'], ['two.txt', null]]
        trail*.changes*.sha256 == [[null, sha256('one'.bytes)], [sha256('one'.bytes), sha256('two'.bytes)], [sha256('two'.bytes), null]]
        trail*.details*.record.toSet() == [picture] as Set
    }

    def 'forms can be sent'() {
        given:
        def ann = user('ann')
        def body = '--x\r\nContent-Disposition: form-data; name="file"; filename="form.txt"\r\nContent-Type: text/plain\r\n\r\nby form\r\n--x--\r\n'

        when:
        def made = ann.with('Content-Type': 'multipart/form-data; boundary=x').call('POST', '/api/files', body)

        then:
        made.status == 201
        made.json['name'] == 'form.txt'
        ann.get("/api/files/${made.json['id']}/content").text == 'by form'
    }

    def 'what nobody used is swept away with its content, what is used stays'() {
        given:
        def painter = user('painter', ['album.painter'])
        def sweep = server.bean(FileSweep)
        def main = server.bean(Tenants).require('main')
        def kept = 'kept for long'.bytes
        def lost = 'lost soon'.bytes
        def picture = painter.post('/api/album/picture', [name: 'Sweep', papers: [uploaded(painter, 'k.txt', kept)]]).json['id']
        uploaded(painter, 'l.txt', lost)

        when:
        sweep.run(main, Instant.now() + Duration.ofHours(2))

        then:
        Files.exists(blob(kept))
        Files.exists(blob(lost))

        when:
        sweep.run(main, Instant.now() + Duration.ofHours(30))

        then:
        Files.exists(blob(kept))
        !Files.exists(blob(lost))

        when:
        admin.delete("/api/album/picture/$picture")
        soon.eventually { assert admin.get('/api/sys/file?filter=name == \'k.txt\''.replace(' ', '%20')).json['data'] == [] }
        sweep.run(main, Instant.now() + Duration.ofHours(30))

        then:
        !Files.exists(blob(kept))
    }

    def 'files move with their tenant'() {
        given:
        assert admin.post('/api/tenants', [name: 'mover', packs: [], adminPassword: PASSWORD]).status == 201
        def there = { String tenant ->
            def caller = server.caller.with('X-Tenant': tenant)
            caller.withToken(caller.post('/api/auth/login', [username: 'admin', password: PASSWORD]).json['accessToken'] as String)
        }
        def id = uploaded(there('mover'), 'box.txt', 'in the box'.bytes)
        def archive = Files.createTempFile('site', '.zip')

        when:
        def request = java.net.http.HttpRequest.newBuilder(URI.create("${server.server.address()}/api/tenants/mover/export"))
        admin.headers.each { request.setHeader(it.key, it.value) }
        java.net.http.HttpClient.newHttpClient().send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofFile(archive))
        def taken = admin.with('Content-Type': 'application/zip').call('POST', '/api/tenants/import?name=moved', Files.readAllBytes(archive))

        then:
        taken.status == 201
        there('moved').get("/api/files/$id/content").text == 'in the box'
    }

    def 'there are limits'() {
        given:
        def small = new TestServer([ARMATURE_FILE_LIMIT: '1', ARMATURE_FILE_QUOTA: '2'])
        def megabyte = { int seed -> def bytes = new byte[1024 * 1024]; new Random(seed).nextBytes(bytes); bytes }

        expect:
        with(upload(small.administrator, '/api/files?name=a', new byte[1024 * 1024 + 1])) { status == 413 && json['code'] == 'AR-570' }
        upload(small.administrator, '/api/files?name=a', megabyte(1)).status == 201
        upload(small.administrator, '/api/files?name=same', megabyte(1)).status == 201
        upload(small.administrator, '/api/files?name=b', megabyte(2)).status == 201
        with(upload(small.administrator, '/api/files?name=c', megabyte(3))) { status == 507 && json['code'] == 'AR-572' }
        upload(small.administrator, '/api/files', megabyte(1)).status == 422

        cleanup:
        small.close()
    }
}
