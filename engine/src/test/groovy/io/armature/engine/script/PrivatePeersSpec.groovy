package io.armature.engine.script

class PrivatePeersSpec extends HookSpecification {
    def 'addresses of the operator own network are refused, whatever a pack was granted: #host'() {
        given:
        def origin = "http://$host:8080"
        assert install("peer$number", ['hooks/note.js': "export default { beforeSave(note, ctx) { note.name = ctx.http.get('$origin/').text } }".toString()],
            ['note'], "grants: { http: ['$origin'] }\n").status == 200
        when:
        def answer = administrator.post("/api/peer$number/note", [name: 'x'])
        then:
        answer.status == 422
        answer.json.code == 'AR-513'
        answer.text.contains('not public')
        where:
        number | host
        1      | 'localhost'
        2      | '127.0.0.1'
        3      | '169.254.169.254'
        4      | '10.0.0.1'
        5      | '[::1]'
        6      | '2130706433'
        7      | '[::ffff:10.0.0.1]'
    }

    def 'what functions log is kept, also when nothing else is'() {
        given:
        assert install('logs', ['hooks/note.js': "export default { beforeSave(note, ctx) { console.log('seen', { name: note.name }); ctx.log('by ctx'); console.error('bad'); throw new Error('no') } }"], ['note']).status == 200
        when:
        administrator.post('/api/logs/note', [name: 'x'])
        bean(ScriptLog).flush()
        then:
        with(administrator.get("/api/sys/script_log?filter=hook=='logs.note:beforeSave'&sort=at").json.data) {
            it*.message == ['seen {"name":"x"}', 'by ctx', 'bad']
            it*.level == ['info', 'info', 'error']
        }
        administrator.post('/api/sys/script_log', [:]).status == 405
    }
}
