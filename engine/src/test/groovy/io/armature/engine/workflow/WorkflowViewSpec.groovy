package io.armature.engine.workflow

class WorkflowViewSpec extends WorkflowSpecification {
    def 'a caller hears what he may do, and why not'() {
        given:
        def place = order(clerk, [lines: []])

        when:
        def options = clerk.get("$place/transitions").json['data'].collectEntries { [it['name'], it] }

        then:
        options.keySet() == ['submit', 'shelve', 'pay'] as Set
        with(options.submit) {
            title == 'Submit'
            from == 'draft' && to == 'submitted' && toTitle == 'To approve'
            !allowed
            reasons*.code == ['AR-427']
            reasons*.message == ['An order needs a line']
            comment == 'optional'
        }
        options.shelve.fields == ['reason']
        options.pay.reasons*.code == ['AR-426']
    }

    def 'he hears it in his language'() {
        given:
        def place = order(clerk, [lines: []])
        def french = clerk.with('Accept-Language': 'fr')

        expect:
        with(french.get("$place/transitions").json['data'][0]) {
            title == 'Soumettre'
            toTitle == 'À approuver'
            reasons*.message == ['Une commande a besoin d’une ligne']
        }
        french.post("$place/transitions/submit").json['detail'] == 'Une commande a besoin d’une ligne'
    }

    def 'what is offered can be done'() {
        given:
        def place = order()

        when:
        def offered = clerk.get("$place/transitions").json['data'].findAll { it['allowed'] }*.name

        then:
        offered == ['submit']
        offered.every { clerk.post("$place/transitions/$it").status == 200 }
    }

    def 'a record tells where it stands and how it came there'() {
        given:
        def place = order()
        take(clerk, place, 'submit')
        chief.post("$place/transitions/reject", [comment: 'Too dear'])

        def chiefId = ids.chief

        when:
        def course = clerk.get("$place/workflow").json

        then:
        with(course['workflows'].find { it['field'] == 'status' }) {
            state == 'draft'
            title == 'Draft'
            !it['final']
            seconds >= 0
            actor == chiefId
        }
        course['history']*.transition == ['reject', 'submit']
        with(course['history'][0]) { from == 'submitted' && to == 'draft' && comment == 'Too dear' && actor == chiefId && seconds >= 0 }
        course['history'][1]['toTitle'] == 'To approve'

        and: 'the system knows all of them'
        admin.get("/api/sys/transition?filter=comment == 'Too dear'".replace(' ', '%20')).json['data'][0]['record']['id'] == id(place)
        admin.delete("/api/sys/transition/${UUID.randomUUID()}").status == 405
    }

    def 'the trail and the outbox tell of a transition'() {
        given:
        def place = order()
        take(clerk, place, 'submit')
        def record = UUID.fromString(id(place))

        expect:
        with(sql.firstRow('select action, details->>\'transition\' as t, details->>\'to\' as state from "' + schema + '"."sys$audit" where record = ? and version = 2', [record])) {
            action == 'transition'
            t == 'submit'
            state == 'submitted'
        }
        clerk.get("$place/history").json['data'][0]['action'] == 'transition'
    }

    def 'screens show the workflow, and its states freeze fields by themselves'() {
        when:
        def screen = chief.get('/api/screens/trade/order/form').json

        then:
        with(screen['workflows'].find { it['field'] == 'status' }) {
            initial == 'draft'
            states.submitted.readOnly == ['price', 'lines']
            states.submitted.required == ['price']
            transitions.reject.comment == 'required'
            transitions.shelve.from as Set == ['draft', 'submitted', 'approved'] as Set
        }
        screen['fields']['status']['readOnly'] == true
        screen['fields']['price']['readOnly'].toString().contains('submitted')
        screen['fields']['name']['readOnly'].toString().contains('approved')
        !user('blind', 'trade.blind').get('/api/screens/trade/order/form').json['workflows'].any { it['field'] == 'status' }
    }

    def 'the interface lists a transition as an operation'() {
        when:
        def paths = chief.get('/openapi.json').json['paths']

        then:
        paths['/api/trade/order/{id}/transitions/reject'].post.requestBody.required
        paths['/api/trade/order/{id}/transitions'].get
        paths['/api/trade/order/{id}/workflow'].get
        !paths.containsKey('/api/trade/plain/{id}/transitions')
    }

    def 'a role counts with the grant, and rights that were lent count too'() {
        given:
        def place = order()
        take(clerk, place, 'submit')
        user('deputy', 'trade.clerk')

        expect:
        code(people.deputy.post("$place/transitions/approve")) == '403 AR-426'
        chief.post('/api/access/delegations', [delegate: ids.deputy, until: '2100-01-01']).status in [200, 201]
        people.deputy.post("$place/transitions/approve").status == 200
    }
}
