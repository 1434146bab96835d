package io.armature.engine.boot

import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import io.armature.testing.Slow
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The school that ships, when many come at once and when somebody tries to see more than he should. */
@Slow
class SchoolSpec extends Specification {
    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), ['../module-packs/core', '../module-packs/lms'])
    @Shared Caller admin = server.administrator
    @Shared Caller visitor = server.caller
    @Shared String open
    @Shared String shut

    def setupSpec() {
        open = made('course', [slug: 'open', title: 'Open', price: 100, currency: [code: 'EUR'], published: true, affiliate_share: 50, pass_mark: 0])
        shut = made('course', [slug: 'shut', title: 'Confidential', price: 1, currency: [code: 'EUR'], chapters: [[title: 'Confidential chapter']]])
    }

    private String made(String entity, Map values) {
        def answer = admin.post("/api/lms/$entity", values)
        assert answer.status == 201: answer
        answer.json['id']
    }

    private List<Integer> atOnce(List<Callable<Integer>> calls) {
        Executors.newVirtualThreadPerTaskExecutor().withCloseable { pool -> pool.invokeAll(calls)*.get() }
    }

    private List<String> students(int count, String name) {
        (1..count).collect { made('student', [name: "$name $it" as String, email: "${name}${it}@x.example" as String]) }
    }

    def 'a batch takes as many as it has seats, however many come at once'() {
        given:
        def batch = made('batch', [code: 'B1', name: 'B1', course: open, starts_on: '2030-01-01', seats: 3])

        when:
        def answers = atOnce(students(10, 'seat').collect { student ->
            { -> admin.post('/api/lms/enrolment', [student: student, course: open, batch: batch]).status } as Callable<Integer>
        })

        then:
        answers.count { it == 201 } == 3
        answers.count { it == 422 } == 7
        admin.get("/api/lms/batch/$batch").json['taken'] == 3
    }

    def 'a promo code pays as often as it may, however many pay at once'() {
        given:
        def promo = made('promo_code', [code: 'FEW', percent: 10, most: 2])
        def sales = students(6, 'promo').collect { made('sale', [student: it, course: open, promo: promo]) }

        when:
        def answers = atOnce(sales.collect { sale -> { -> admin.post("/api/lms/sale/$sale/transitions/pay").status } as Callable<Integer> })

        then:
        answers.count { it == 200 } == 2
        admin.get("/api/lms/promo_code/$promo").json['uses'] == 2
    }

    def 'a partner is paid what he is owed, once'() {
        given:
        def partner = made('partner', [code: 'p', name: 'P', currency: [code: 'EUR']])
        def sale = made('sale', [student: students(1, 'owed').first(), course: open, partner: partner])
        assert admin.post("/api/lms/sale/$sale/transitions/pay").status == 200
        def payouts = (1..4).collect { made('payout', [partner: partner, amount: 30]) }
        payouts.each { assert admin.post("/api/lms/payout/$it/transitions/approve").status == 200 }

        when:
        def answers = atOnce(payouts.collect { payout -> { -> admin.post("/api/lms/payout/$payout/transitions/pay").status } as Callable<Integer> })

        then:
        answers.count { it == 200 } == 1
        with(admin.get("/api/lms/partner/$partner").json) { it['paid'] == 30 && it['owed'] == 20 }
    }

    def 'attempts that begin at once do not go beyond their limit'() {
        given:
        def quiz = made('quiz', [title: 'Q', course: open, most_attempts: 2])
        def enrolment = made('enrolment', [student: students(1, 'quiz').first(), course: open])

        when:
        def answers = atOnce((1..8).collect { { -> admin.post('/api/lms/attempt', [quiz: quiz, enrolment: enrolment]).status } as Callable<Integer> })
        def later = (1..3).collect { admin.post('/api/lms/attempt', [quiz: quiz, enrolment: enrolment]).status }

        then:
        answers.every { it in [201, 409, 422] }
        (answers + later).count { it == 201 } == 2
    }

    def 'a certificate is a paper with the names on it'() {
        given:
        def student = made('student', [name: 'Élodie Åström', email: 'paper@x.example'])
        def enrolment = made('enrolment', [student: student, course: open])
        assert admin.post("/api/lms/enrolment/$enrolment/transitions/finish").status == 200
        def certificate = made('certificate', [enrolment: enrolment])
        def request = HttpRequest.newBuilder(URI.create("${server.server.address()}/api/lms/certificate/$certificate/print/certificate"))
        admin.headers.each { request.setHeader(it.key, it.value) }

        when:
        def answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray())
        def text = Loader.loadPDF(answer.body()).withCloseable { new PDFTextStripper().getText(it).replaceAll(/\s+/, ' ') }

        then:
        answer.statusCode() == 200
        text.contains('Élodie Åström')
        text.contains('Open')
        text.contains(admin.get("/api/lms/certificate/$certificate").json['code'] as String)
    }

    def 'visitors see nothing that is not published: #path'() {
        given:
        hidden()

        when:
        def answer = visitor.get(path.replace('{shut}', shut).replace('{open}', open))

        then:
        answer.status < 500
        !answer.text.contains('Confidential')
        !answer.text.contains('confidential@')
        !answer.text.contains('sesame')
        !(answer.status == 200 && answer.text.contains(shut))

        where:
        path << [
            '/api/lms/course', '/api/lms/course/{shut}', '/api/lms/course?fields=*,chapters(*),lessons(*),quizzes(*),batches(*),reviews(*)',
            '/api/lms/course?filter=' + q("title == 'Confidential'"), '/api/lms/course?filter=' + q("any(chapters, title == 'Confidential chapter')"),
            '/api/lms/course?deleted=true', '/api/lms/course?q=confidential', '/api/lms/course?sort=-affiliate_share', '/api/lms/course?count=exact',
            '/api/lms/course?fields=' + q('title,enrolments(student(name,email))'), '/api/lms/course?fields=' + q('instructors(name,user(email))'),
            '/api/lms/course?fields=' + q('created_by(email),owner(email)'), '/api/lms/chapter', '/api/lms/bootcamp?fields=' + q('title,courses(course(title,slug))'),
            '/api/lms/bootcamp_course?fields=' + q('course(title)'), '/api/lms/lesson?fields=' + q('title,body,course(title)'),
            '/api/lms/lesson?filter=' + q("course.title == 'Confidential'"), '/api/lms/lesson?sort=course.title&fields=' + q('course(title)'),
            '/api/lms/batch?fields=*', '/api/lms/batch?fields=' + q('name,instructor(name),enrolments(student(name))'), '/api/lms/batch?filter=' + q("join_code == 'sesame'"),
            '/api/lms/batch?sort=join_code', '/api/lms/instructor?fields=' + q('name,courses(title)'), '/api/lms/review?fields=' + q('text,student(name)'),
            '/api/lms/review?filter=' + q("student.name == 'Confidential'"), '/api/lms/quiz', '/api/lms/question', '/api/lms/answer?fields=correct', '/api/lms/invitation',
            '/api/lms/student', '/api/lms/enrolment', '/api/lms/attempt', '/api/lms/certificate', '/api/lms/sale', '/api/lms/promo_code', '/api/lms/partner', '/api/lms/payout',
            '/api/lms/statement', '/api/search?q=confidential', '/api/lms/course/{open}/history', '/api/lms/course/{open}/comments', '/api/lms/course/{open}/files',
            '/api/lms/course/{open}/transitions', '/api/lms/course/{open}/print/letter', '/api/lms/course/{open}/shares', '/api/lms/course/print/list', '/api/lms/course/export?format=csv',
            '/api/lms/course/by/external_id/x', '/api/lms/course?asOf=2030-01-01T00:00:00Z', '/api/screens/lms/course/list', '/api/screens/menu', '/api/meta/entities',
            '/api/access/explain?entity=lms.course&id={shut}', '/api/files', '/api/stream', '/api/reports/lms/ratings_by_course', '/api/dashboards/lms/school', '/openapi.json',
        ]
    }

    def 'visitors see the pictures of what is published, and no other file'() {
        given:
        def pictures = (1..4).collect { uploaded('/api/files?name=p.png') }
        assert admin.patch("/api/lms/course/$open", [image: pictures[0]]).status == 200
        assert admin.patch("/api/lms/course/$shut", [image: pictures[1]]).status == 200
        def attached = uploaded("/api/lms/course/$open/files?name=plan.png")
        def content = { id -> visitor.get("/api/files/$id/content").status }

        expect:
        content(pictures[0]) == 200
        visitor.get("/api/files/${pictures[0]}/preview?size=64").status == 200
        visitor.get("/api/files/${pictures[0]}").status == 401
        visitor.get("/api/files/${pictures[0]}/content?version=1").status == 401
        visitor.get("/api/files/${pictures[0]}/versions").status == 401
        [pictures[1], pictures[2], attached, UUID.randomUUID()].collect(content) == [404, 404, 404, 404]
        visitor.delete("/api/files/${pictures[0]}").status == 401
    }

    private String uploaded(String path) {
        def picture = ('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de' +
            '0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082').decodeHex()
        def answer = admin.with('Content-Type': 'application/octet-stream').call('POST', path, picture)
        assert answer.status == 201: answer
        answer.json['id']
    }

    def 'visitors do not ask by other doors: #path'() {
        given:
        hidden()

        when:
        def answer = visitor.post(path, body)

        then:
        answer.status < 500
        !answer.text.contains('Confidential')

        where:
        path                        | body
        '/api/lms/course/query'     | [fields: ['title', 'affiliate_share']]
        '/api/lms/course/query'     | [groupBy: ['title'], measures: [n: 'count()']]
        '/api/lms/review/query'     | [groupBy: ['student.name'], measures: [n: 'count()']]
        '/api/lms/lesson/query'     | [groupBy: ['course.title'], measures: [n: 'count()']]
        '/api/lms/batch/query'      | [groupBy: ['join_code'], measures: [n: 'count()']]
        '/api/lms/course/batch'     | [create: [[slug: 'x']]]
        '/api/meta/expressions/check' | [entity: 'lms.course', expression: 'affiliate_share']
    }

    private static String q(String text) { URLEncoder.encode(text, 'UTF-8') }

    /** Things that visitors may not see, each leading to what they may. */
    private void hidden() {
        if (admin.get('/api/lms/instructor/by/external_id/hidden').status == 200) {
            return
        }
        def teacher = made('instructor', [external_id: 'hidden', code: 'c', name: 'Confidential teacher'])
        admin.patch("/api/lms/course/$open", [instructors: [teacher]])
        made('bootcamp', [slug: 'camp', title: 'Camp', published: true, courses: [[course: open], [course: shut]]])
        made('lesson', [course: shut, rank: 1, title: 'Confidential lesson', free_preview: true, published: true])
        made('lesson', [course: open, rank: 1, title: 'Confidential draft', free_preview: true])
        made('lesson', [course: open, rank: 2, title: 'Confidential, not free', published: true])
        made('batch', [code: 'B2', name: 'B2', course: open, instructor: teacher, starts_on: '2030-01-01', join_code: 'sesame'])
        made('batch', [code: 'B3', name: 'Confidential batch', course: shut, starts_on: '2030-01-01'])
        def student = made('student', [name: 'Confidential student', email: 'confidential@x.example'])
        made('enrolment', [student: student, course: open])
        def review = made('review', [about: open, student: student, rating: 5, text: 'Good'])
        admin.post("/api/lms/review/$review/transitions/publish")
        made('invitation', [email: 'confidential@x.example', course: open])
    }
}
