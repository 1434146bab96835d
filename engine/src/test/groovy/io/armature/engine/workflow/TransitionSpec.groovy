package io.armature.engine.workflow

class TransitionSpec extends WorkflowSpecification {
    def 'a record goes its way, and what the transitions set is written'() {
        given:
        def place = order()

        expect:
        with(clerk.get(place)) { json.status == 'draft' && json.payment == 'open' && json.reviewer == null }
        with(clerk.post("$place/transitions/submit")) {
            status == 200
            header('ETag') == '"2"'
            json.status == 'submitted'
            json.submitted_at != null
            json.reviewer == ids.clerk
        }
        with(chief.post("$place/transitions/approve", [:])) { status == 200 && json.status == 'approved' && json.note == 'by Tea' }
        with(chief.post("$place/transitions/revise", [:])) { status == 200 && json.status == 'draft' }
    }

    def 'the states of two workflows move apart from each other'() {
        given:
        def place = order()

        expect:
        with(chief.post("$place/transitions/pay")) { status == 200 && json.payment == 'paid' && json.status == 'draft' }
        code(chief.post("$place/transitions/pay")) == '409 AR-425'
    }

    def 'no other write moves the state'() {
        given:
        def place = order()
        def id = id(place)

        expect:
        with(clerk.patch(place, [status: 'approved', name: 'Coffee'])) {
            status == 422
            json.errors*.code == ['AR-421']
            json.errors[0].path == 'status'
        }
        clerk.patch(place, [status: 'submitted']).json['errors'][0]['hint'] ==~ /.*$place\/transitions\/submit.*/
        admin.patch(place, [status: 'approved']).status == 422
        admin.post('/api/trade/order/batch', [update: [[id: id, status: 'approved']]]).status == 422
        with(clerk.put(place, [name: 'Coffee'])) { status == 200 && json.status == 'draft' && json.payment == 'open' }
        clerk.patch(place, [status: 'draft', name: 'Cocoa']).status == 200
        code(clerk.post("$place/transitions/submit", [values: [status: 'approved']])) == '422 AR-421'
    }

    def 'new records begin at the beginning'() {
        expect:
        with(clerk.post('/api/trade/order', [name: 'Tea', status: 'draft'])) { status == 201 && json.status == 'draft' }
        code(clerk.post('/api/trade/order', [name: 'Tea', status: 'approved'])) == '422 AR-422'
        clerk.post('/api/trade/order', [name: 'Tea', status: null]).json['status'] == 'draft'
    }

    def 'what a transition asks is told in words: #asked'() {
        given:
        def place = order(clerk, prepared)
        if (submitted) take(clerk, place, 'submit')

        when:
        def answer = (who == 'chief' ? chief : clerk).post("$place/transitions/$transition", body)

        then:
        code(answer) == expected

        where:
        asked                   | prepared                                | submitted | who     | transition | body                 || expected
        'a guard'               | [lines: []]                             | false     | 'clerk' | 'submit'   | [:]                  || '422 AR-427'
        'a guard over lines'    | [lines: [[amount: 900], [amount: 101]]] | true      | 'chief' | 'approve'  | [:]                  || '422 AR-427'
        'another state'         | [:]                                     | false     | 'chief' | 'approve'  | [:]                  || '409 AR-425'
        'a role'                | [:]                                     | true      | 'clerk' | 'approve'  | [:]                  || '403 AR-426'
        'a grant'               | [:]                                     | false     | 'clerk' | 'pay'      | [:]                  || '403 AR-426'
        'a comment'             | [:]                                     | true      | 'chief' | 'reject'   | [:]                  || '422 AR-428'
        'more than blanks'      | [:]                                     | true      | 'chief' | 'reject'   | [comment: '  ']      || '422 AR-428'
        'a text as comment'     | [:]                                     | true      | 'chief' | 'reject'   | [comment: [1]]       || '422 AR-402'
        'a name that exists'    | [:]                                     | false     | 'clerk' | 'sbumit'   | [:]                  || '404 AR-424'
        'known parts'           | [:]                                     | false     | 'clerk' | 'submit'   | [coment: 'x']        || '422 AR-415'
        'a field with a value'  | [price: null]                           | false     | 'clerk' | 'submit'   | [:]                  || '422 AR-401'
        'values of their type'  | [:]                                     | false     | 'clerk' | 'submit'   | [values: [price: 'x']] || '422 AR-402'
    }

    def 'values come with a transition, and its guard sees them'() {
        given:
        def place = order()

        expect:
        code(clerk.post("$place/transitions/shelve")) == '422 AR-427'
        with(clerk.post("$place/transitions/shelve", [values: [reason: 'Too dear'], comment: 'A pity'])) {
            status == 200
            json.status == 'shelved'
            json.reason == 'Too dear'
        }
    }

    def 'a state holds fast what it freezes: #frozen'() {
        given:
        def place = order()
        take(clerk, place, 'submit')
        if (approved) take(chief, place, 'approve')

        expect:
        with(admin.patch(place, change)) {
            status == expected
            expected == 200 || json.errors*.code == ['AR-423']
        }

        where:
        frozen               | approved | change                     || expected
        'a field'            | false    | [price: 11]                || 422
        'its lines'          | false    | [lines: [[name: 'More']]]  || 422
        'nothing else'       | false    | [reason: 'x']              || 200
        'what is not new'    | false    | [price: 10, reason: 'x']   || 200
        'every field'        | true     | [reason: 'x']              || 422
        'texts in languages' | true     | [note: 'x']                || 422
        'links'              | true     | [tags: []]                 || 200
    }

    def 'lines of a frozen record do not change by themselves'() {
        given:
        def place = order()
        def line = clerk.get("$place?fields=lines(id)").json['lines'][0]['id']
        def other = order()
        take(clerk, place, 'submit')

        expect:
        code(admin.patch("/api/trade/line/$line", [amount: 1])) == '422 AR-423'
        code(admin.patch("/api/trade/line/$line", [order: id(other)])) == '422 AR-423'
        code(admin.delete("/api/trade/line/$line")) == '422 AR-423'
        code(admin.post('/api/trade/line', [order: id(place), amount: 1])) == '422 AR-423'
        admin.get("$place?fields=total").json['total'] == 10
        admin.post('/api/trade/line', [order: id(other), amount: 1]).status == 201
    }

    def 'a transition heeds the version, dry runs and keys'() {
        given:
        def place = order()
        def key = ['Idempotency-Key': UUID.randomUUID().toString()]

        expect:
        code(clerk.with('If-Match': '"7"').post("$place/transitions/submit")) == '412 AR-411'
        with(clerk.with(Prefer: 'tx=rollback').post("$place/transitions/submit")) { status == 200 && json.status == 'submitted' }
        clerk.get(place).json['status'] == 'draft'
        clerk.with(key).post("$place/transitions/submit", [comment: 'x']).status == 200
        with(clerk.with(key).post("$place/transitions/submit", [comment: 'x'])) { status == 200 && json.status == 'submitted' && json.version == 2 }
        code(clerk.with(key).post("$place/transitions/submit", [comment: 'y'])) == '422 AR-414'
        admin.get("$place/workflow").json['history'].size() == 1
    }

    def 'what is not there for a caller is not there to be moved'() {
        given:
        def place = order()
        user('other', 'trade.clerk')

        expect:
        people.other.get(place).status == 404
        people.other.post("$place/transitions/submit").status == 404
        people.other.get("$place/transitions").status == 404
        people.other.get("$place/workflow").status == 404
        user('nobody').get("$place/transitions").status in [403, 404]
        clerk.post('/api/trade/order/nonsense/transitions/submit').status == 404
        code(user('blind', 'trade.blind').post("$place/transitions/submit")) == '403 AR-426'
        people.blind.get("$place/transitions").json['data']*.field == ['payment']
        people.blind.get("$place/workflow").json['workflows']*.field == ['payment']
    }

    def 'deleted records stay where they are'() {
        given:
        def place = order()
        clerk.delete(place)

        expect:
        clerk.post("$place/transitions/submit").status == 409
        clerk.get("$place/transitions").status == 404
        clerk.post("$place/restore").status == 200
        clerk.post("$place/transitions/submit").status == 200
    }

    def 'a record has the workflows of what it shares its record with'() {
        given:
        def client = made(admin.post('/api/trade/client', [name: 'Ada', limit: 5]))

        expect:
        admin.get(client).json['state'] == 'new'
        with(admin.post("$client/transitions/meet")) { status == 200 && json.state == 'known' && json.limit == 5 }
        code(admin.post("/api/trade/party/${id(client)}/transitions/meet")) == '409 AR-425'
        admin.patch(client, [state: 'new']).status == 422
    }

    def 'an entity without workflow has no transitions'() {
        given:
        def place = made(admin.post('/api/trade/plain', [name: 'x']))

        expect:
        admin.get("$place/transitions").json == [data: []]
        code(admin.post("$place/transitions/submit")) == '404 AR-424'
    }

    def 'of two who take the same transition at once one is too late'() {
        given:
        def place = order()

        when:
        def codes = (1..4).parallelStream()
            .map { clerk.post("$place/transitions/submit").status }.toList()

        then:
        codes.toSorted() == [200, 409, 409, 409]
        admin.get("$place/workflow").json['history'].size() == 1
    }
}
