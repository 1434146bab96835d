package io.armature.engine.workflow

import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller

class ApprovalSpec extends WorkflowSpecification {
    @Override
    Map<String, String> more() {
        RequestPack.files()
    }

    Caller getWorker() { user('worker', 'trade.worker') }

    Caller boss(int number) { user("boss$number", 'trade.boss') }

    def setup() {
        (1..3).each { boss(it) }
    }

    String asked(Map values = [:], Caller who = worker) {
        def place = made(who.post('/api/trade/request', [name: 'Chair'] + values))
        take(who, place, 'ask')
        place
    }

    static Answer agree(Caller who, String place, Map body = [:]) {
        who.post("$place/transitions/agree", body)
    }

    def 'so many of those who are asked must agree'() {
        given:
        def place = asked()

        expect:
        with(agree(boss(1), place)) { status == 202 && json.state == 'asked' }
        boss(1).get("$place/transitions").json['data'].find { it['name'] == 'agree' }['approvals'].subMap('needed', 'approved') == [needed: 2, approved: 1]
        with(agree(boss(2), place, [comment: 'Fine'])) { status == 200 && json.state == 'agreed' && json.done }
        worker.get("$place/approvals").json['data']*.status.countBy { it } == [approved: 2, closed: 1]
    }

    def 'nobody agrees twice, nor unasked, nor to what he brought there himself'() {
        given:
        def place = asked()
        def own = asked([:], boss(1))

        expect:
        agree(boss(1), place).status == 202
        code(agree(boss(1), place)) == '409 AR-432'
        code(agree(user('other', 'trade.worker'), place)) == '403 AR-430'
        code(agree(boss(1), own)) == '403 AR-431'
        worker.get("$own/approvals").json['data'].size() == 2
    }

    def 'an administrator who was not asked neither counts nor raises how many are needed'() {
        given:
        def place = asked()
        def paper = admin.post('/api/trade/paper', [name: 'p', judge: ids.boss1]).json.id
        assert worker.post("/api/trade/paper/$paper/transitions/hand_in").status == 200

        expect:
        code(agree(admin, place)) == '403 AR-430'
        code(agree(admin, place, [decision: 'reject'])) == '403 AR-430'
        code(admin.post("/api/trade/paper/$paper/transitions/pass")) == '403 AR-430'
        with(admin.get("$place/transitions").json['data'].find { it['name'] == 'agree' }) {
            !it['allowed']
            it['approvals'].subMap('needed', 'approved') == [needed: 2, approved: 0]
        }
        agree(boss(1), place).status == 202
        agree(boss(2), place).status == 200

        when: 'he hands a turn to himself'
        def other = asked()

        then:
        agree(admin, other, [decision: 'reassign', of: ids.boss1, to: admin.get('/api/auth/me').json.id]).status == 202
        agree(admin, other).status == 202
    }

    def 'a condition is asked when it comes to it'() {
        expect:
        code(agree(boss(1), asked([name: 'hopeless']))) == '422 AR-427'
    }

    def 'what cannot be agreed to any more is rejected'() {
        given:
        def place = asked()

        expect:
        with(agree(boss(1), place, [decision: 'reject', comment: 'No'])) { status == 202 && json.state == 'asked' }
        with(agree(boss(2), place, [decision: 'reject'])) { status == 200 && json.state == 'declined' }
        code(agree(boss(3), place)) == '409 AR-425'
    }

    def 'what is sent back comes back to be asked anew'() {
        given:
        def place = asked()
        agree(boss(1), place)

        expect:
        code(agree(boss(2), place, [decision: 'return'])) == '422 AR-428'
        with(agree(boss(2), place, [decision: 'return', comment: 'Which colour?'])) { status == 200 && json.state == 'draft' }
        take(worker, place, 'ask')
        with(agree(boss(1), place)) { status == 202 }
        worker.get("$place/approvals").json['data']*.round.unique().size() == 2
    }

    def 'one who is asked hands it to another'() {
        given:
        def place = asked()
        user('expert', 'trade.worker')

        expect:
        code(agree(people.expert, place)) == '403 AR-430'
        agree(boss(1), place, [decision: 'reassign', to: ids.expert]).status == 202
        agree(people.expert, place).status == 202
        code(agree(boss(1), place, [decision: 'reassign', to: ids.expert])) == '409 AR-432'
        code(agree(boss(2), place, [decision: 'reassign', to: ids.worker])) == '422 AR-434'
        code(agree(boss(2), place, [decision: 'reassign', to: UUID.randomUUID()])) == '422 AR-434'
        code(agree(boss(2), place, [decision: 'perhaps'])) == '422 AR-434'
        agree(admin, place, [decision: 'reassign', of: ids.boss2, to: ids.boss3]).status == 422
        agree(boss(2), place).status == 200
    }

    def 'history and trail tell who was asked and what he said'() {
        given:
        def place = asked()
        user('expert', 'trade.worker')
        agree(boss(1), place, [comment: 'Fine'])
        agree(boss(2), place, [decision: 'reassign', to: ids.expert])
        agree(people.expert, place, [decision: 'reject', comment: 'Too dear'])
        agree(boss(3), place, [decision: 'return', comment: 'Cheaper, please'])
        def history = worker.get("$place/history").json['data'] as List<Map>

        expect:
        history*.action == ['transition', 'approval_returned', 'approval_refused', 'approval_asked', 'approval_reassigned', 'approval_given', 'approval_asked',
                            'transition', 'create']
        history[1].actor.id == ids.boss3
        history[1].changes == []
        history[1].details == [workflow: 'trade.request', transition: 'agree', for: ids.boss3, stage: 1, comment: 'Cheaper, please']
        history[0].details.subMap('transition', 'from', 'to') == [transition: 'rework', from: 'asked', to: 'draft']
        history[4].details.to == ids.expert
        history[3].details.people == [ids.expert]
        history[6].details.people as Set == [ids.boss1, ids.boss2, ids.boss3] as Set
        history[8].details == null

        and: 'page by page it is the same'
        def pages = []
        def next = ''
        while (next != null) {
            def page = worker.get("$place/history?limit=2" + (next ? "&cursor=${URLEncoder.encode(next, 'UTF-8')}" : '')).json as Map
            pages += page.data
            next = page.page.next
        }
        pages == history

        and:
        admin.get('/api/sys/audit?filter=' + URLEncoder.encode("action == 'approval_given'", 'UTF-8')).json['data'].any { it['record']['id'] == id(place) && it['actor'] == ids.boss1 }
    }

    def 'the interface describes decisions and their answers'() {
        given:
        def paths = admin.get('/openapi.json').json['paths']
        def step = paths['/api/trade/request/{id}/transitions/agree']['post']

        expect:
        step['requestBody']['content']['application/json']['schema']['properties'].keySet().containsAll(['comment', 'decision', 'to', 'of'])
        step['responses'].keySet().containsAll(['200', '202'])
        !paths['/api/trade/request/{id}/transitions/ask']['post']['responses']['202']
        def fields = { path -> paths[path]['get']['responses']['200']['content']['application/json']['schema']['properties']['data']['items']['properties'].keySet() }
        def place = asked()
        agree(boss(1), place)
        fields('/api/trade/request/{id}/approvals').containsAll(worker.get("$place/approvals").json['data'].collectMany { it.keySet() } as Set)
        fields('/api/trade/request/{id}/transitions').containsAll(worker.get("$place/transitions").json['data'].collectMany { it.keySet() } as Set)
        fields('/api/trade/request/{id}/history') == worker.get("$place/history").json['data'][0].keySet()
    }

    def 'who has lent his rights lends his vote, once'() {
        given:
        def place = asked()
        user('deputy', 'trade.worker')
        boss(3).post('/api/access/delegations', [delegate: ids.deputy, until: '2100-01-01'])

        expect:
        people.deputy.get('/api/sys/approval/mine').json['data'].any { it['record']['id'] == id(place) && it['assignee'] == ids.boss3 }
        agree(people.deputy, place).status == 202
        code(agree(people.deputy, place)) == '409 AR-432'
        worker.get("$place/approvals").json['data'].find { it['assignee'] == ids.boss3 }['decidedBy'] == ids.deputy
    }

    private String lend(Caller from, String to) {
        from.post('/api/access/delegations', [delegate: ids[to], until: '2100-01-01']).json['id']
    }

    def 'rights that were lent speak for whoever lent them, never beside him'() {
        given:
        def first = asked()
        def second = asked()
        user('stand_in', 'trade.worker')
        def loan = lend(boss(2), 'stand_in')

        expect: 'what was said for him is said'
        agree(people.stand_in, first).status == 202
        code(agree(boss(2), first)) == '409 AR-432'

        and: 'what he has said himself is said'
        agree(boss(2), second).status == 202
        code(agree(people.stand_in, second)) == '403 AR-430'

        cleanup:
        boss(2).delete("/api/access/delegations/$loan")
    }

    def 'nobody has his own request approved by lending his rights to somebody'() {
        given:
        def own = asked([:], boss(1))
        user('crony', 'trade.worker')
        def loan = lend(boss(1), 'crony')

        expect:
        code(agree(people.crony, own)) == '403 AR-430'
        worker.get("$own/approvals").json['data']*.assignee as Set == [ids.boss2, ids.boss3] as Set

        cleanup:
        boss(1).delete("/api/access/delegations/$loan")
    }

    def 'who has lost the role is asked no more, unless the turn was handed to him by name'() {
        given:
        def place = asked()
        def handed = asked()
        def later = asked()
        user('expert', 'trade.worker')
        def roles = { name, role -> assert admin.patch("/api/sys/user/${ids[name]}", [roles: ["trade.$role".toString()]]).status == 200 }

        when:
        roles('boss3', 'worker')

        then:
        code(agree(boss(3), place)) == '403 AR-430'
        code(agree(boss(3), place, [decision: 'reject'])) == '403 AR-430'
        code(agree(boss(3), place, [decision: 'reassign', to: ids.expert])) == '403 AR-430'
        !boss(3).get("$place/transitions").json['data'].find { it['name'] == 'agree' }?.allowed

        and: 'an administrator hands his turn on'
        agree(admin, place, [decision: 'reassign', of: ids.boss3, to: ids.expert]).status == 202
        agree(people.expert, place).status == 202

        and: 'as does another whose turn it is'
        agree(boss(1), handed, [decision: 'reassign', to: ids.expert]).status == 202
        agree(people.expert, handed).status == 202

        when: 'he gets it back'
        roles('boss3', 'boss')

        then:
        agree(boss(3), later).status == 202

        cleanup:
        roles('boss3', 'boss')
    }

    def 'who has refused cannot agree after all by coming once more'() {
        given:
        def place = asked()

        expect:
        agree(boss(1), place, [decision: 'reject']).status == 202
        code(agree(boss(1), place)) == '409 AR-432'
    }

    def 'everybody lists what waits for him'() {
        given:
        def place = asked([name: 'Lamp'])

        expect:
        boss(2).get('/api/sys/approval/mine').json['data'].find { it['record']['id'] == id(place) }
            .subMap('label', 'title', 'transition', 'requester') == [label: 'Lamp', title: 'Agree', transition: 'agree', requester: ids.worker]
        worker.get('/api/sys/approval/mine').json['data'] == []
        admin.get('/api/sys/approval?count=exact').json['page']['count'] > 0
        admin.post('/api/sys/approval', [:]).status == 405
    }

    def 'what waits for somebody tells him nothing that he may not read'() {
        given:
        def place = asked([name: 'Whistle'])
        user('stranger')
        user('signer', 'trade.signer')

        when:
        agree(boss(1), place, [decision: 'reassign', to: ids.stranger])
        agree(boss(2), place, [decision: 'reassign', to: ids.signer])

        then:
        people.stranger.get('/api/sys/approval/mine').json['data'] == []
        people.signer.get('/api/sys/approval/mine').json['data']*.label == ['Request']
        people.signer.get("$place/approvals").json['data']*.label.unique() == ['Request']
        boss(3).get("$place/approvals").json['data']*.label.unique() == ['Whistle']
    }

    def 'in order, each is asked when those before have agreed'() {
        given:
        def place = made(worker.post('/api/trade/paper', [name: 'Essay', judge: ids.boss3]))
        take(worker, place, 'hand_in')

        expect:
        code(boss(1).post("$place/transitions/pass")) == '403 AR-430'
        boss(3).post("$place/transitions/pass").status == 202
        with(boss(1).post("$place/transitions/pass")) { status == 200 && json.step == 'agreed' }
    }

    def 'two who decide at once decide one after the other'() {
        given:
        def place = asked()

        when:
        def codes = [boss(1), boss(2)].parallelStream().map { agree(it, place).status }.toList()

        then:
        codes.toSorted() == [200, 202]
        worker.get(place).json['state'] == 'agreed'
    }

    def 'a batch takes transitions, with a result for each record'() {
        given:
        def places = (1..3).collect { made(worker.post('/api/trade/request', [name: "R$it"])) }
        take(worker, places[1], 'ask')

        when:
        def answer = worker.post('/api/trade/request/batch',
            [atomic: false, transition: places.collect { [id: id(it), name: 'ask'] } + [[id: id(places[0])], [id: id(places[0]), name: 'nonsense']]])

        then:
        answer.status == 200
        answer.json['results']*.status == [200, 409, 200, 422, 404]
        answer.json['results'][1]['problem']['code'] == 'AR-425'
        places.collect { worker.get(it).json['state'] } == ['asked', 'asked', 'asked']

        and: 'or all or none'
        worker.post('/api/trade/request/batch', [transition: places.collect { [id: id(it), name: 'ask'] }]).status == 409
    }
}
