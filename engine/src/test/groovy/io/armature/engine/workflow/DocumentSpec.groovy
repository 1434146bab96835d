package io.armature.engine.workflow

class DocumentSpec extends WorkflowSpecification {
    @Override
    Map<String, String> more() {
        [
            'entities/invoice.yaml'      : '''
                label: number
                document: true
                number: { field: number, pattern: "INV-{####}" }
                features: { softDelete: true }
                fields:
                  number: { type: text, unique: true, readOnly: true }
                  name:   { type: text, required: true }
                  memo:   { type: text, afterSubmit: editable }
                  rows:   { type: lines, of: trade.invoice_row, by: invoice }
                  tags:   { type: links, to: trade.tag }
                  total:  { type: decimal, digits: 2, formula: "sum(rows.amount)" }
                ''',
            'entities/invoice_row.yaml'  : 'label: name\nfields:\n  invoice: { type: link, to: trade.invoice }\n  name: { type: text }\n  amount: { type: decimal, digits: 2 }\n',
            'entities/contract.yaml'     : '''
                label: name
                document: true
                fields:
                  name:  { type: text, required: true }
                  stage: { type: choice, options: { idea: Idea, signed: Signed, void: Void } }
                ''',
            'workflows/contract.yaml'    : '''
                entity: trade.contract
                field: stage
                states:
                  idea:   { initial: true, document: draft }
                  signed: { document: submitted }
                  void:   { document: cancelled, final: true }
                transitions:
                  sign: { from: idea, to: signed }
                  tear: { from: signed, to: void }
                ''',
            'roles/accountant.yaml'      : '''
                title: Accountant
                grants:
                  invoice:     { read: true, create: true, update: true, delete: true, transitions: [submit, cancel, amend] }
                  invoice_row: { read: true, create: true, update: true }
                  tag:         { read: true }
                ''',
            'roles/typist.yaml'          : 'title: Typist\ngrants:\n  invoice: { read: true, create: true, update: true, transitions: [submit, amend] }\n',
            'roles/auditor.yaml'         : 'title: Auditor\ngrants:\n  invoice: { read: true, transitions: [amend] }\n',
        ]
    }

    def getAccountant() { user('accountant', 'trade.accountant') }

    String invoice(Map values = [:]) {
        made(accountant.post('/api/trade/invoice', [name: 'March', rows: [[name: 'Tea', amount: 5]]] + values))
    }

    def 'a document is a draft, submitted, cancelled'() {
        given:
        def place = invoice()

        expect:
        accountant.get(place).json['document_state'] == 'draft'
        code(accountant.post("$place/transitions/cancel")) == '409 AR-425'
        with(accountant.post("$place/transitions/submit")) { status == 200 && json.document_state == 'submitted' }
        code(accountant.post("$place/transitions/submit")) == '409 AR-425'
        with(accountant.post("$place/transitions/cancel", [comment: 'Wrong price'])) { status == 200 && json.document_state == 'cancelled' }
        accountant.get("$place/workflow").json['history']*.transition == ['cancel', 'submit']
        code(accountant.patch(place, [document_state: 'draft'])) == '422 AR-421'
    }

    def 'a submitted document is frozen but for what stays open'() {
        given:
        def place = invoice()
        def row = accountant.get("$place?fields=rows(id)").json['rows'][0]['id']
        take(accountant, place, 'submit')

        expect:
        code(accountant.patch(place, [name: 'April'])) == '422 AR-423'
        code(accountant.patch(place, [rows: [[name: 'More', amount: 1]]])) == '422 AR-423'
        code(accountant.patch("/api/trade/invoice_row/$row", [amount: 1])) == '422 AR-423'
        accountant.patch(place, [memo: 'Sent by post']).status == 200
        code(accountant.delete(place)) == '409 AR-429'
        take(accountant, place, 'cancel')
        code(accountant.patch(place, [memo: 'x'])) == '422 AR-423'
        accountant.delete(place).status == 204
    }

    def 'of a cancelled document a new draft is made'() {
        given:
        def tag = id(made(admin.post('/api/trade/tag', [name: 'urgent'])))
        def place = invoice([memo: 'm', tags: [tag]])
        take(accountant, place, 'submit', 'cancel')
        def key = ['Idempotency-Key': UUID.randomUUID().toString()]

        when:
        def amended = accountant.with(key).post("$place/transitions/amend")

        then:
        amended.status == 201
        def draft = amended.header('Location')
        with(accountant.get("$draft?fields=*,rows(name,amount),tags(name)").json) {
            document_state == 'draft'
            name == 'March' && memo == 'm' && total == 5
            rows == [[name: 'Tea', amount: 5]]
            tags == [[name: 'urgent']]
            number != null
        }
        accountant.get("$draft?fields=amended_from(id)").json['amended_from']['id'] == id(place)
        accountant.get("$draft?fields=number").json != accountant.get("$place?fields=number").json
        accountant.get(place).json['document_state'] == 'cancelled'

        and: 'once for one request'
        accountant.with(key).post("$place/transitions/amend").json['id'] == id(draft)
        admin.get("/api/trade/invoice?filter=amended_from%20!=%20null&count=exact").json['page']['count'] == 1
    }

    def 'only who may amends: #who'() {
        given:
        def place = invoice()
        take(accountant, place, 'submit')

        expect:
        code(accountant.post("$place/transitions/amend")) == '409 AR-425'
        take(accountant, place, 'cancel')
        code(user(who, "trade.$who").post("$place/transitions/$transition")) == expected

        where:
        who       | transition || expected
        'typist'  | 'cancel'   || '403 AR-426'
        'auditor' | 'amend'    || '403 AR-302'
        'clerk'   | 'amend'    || '404 AR-101'
    }

    def 'a workflow of the pack submits and cancels where it says so'() {
        given:
        def place = made(admin.post('/api/trade/contract', [name: 'Lease']))

        expect:
        admin.get("$place/transitions").json['data']*.name == ['sign']
        with(admin.post("$place/transitions/sign")) { status == 200 && json.stage == 'signed' && json.document_state == 'submitted' }
        code(admin.patch(place, [name: 'Rent'])) == '422 AR-423'
        code(admin.post("$place/transitions/submit")) == '404 AR-424'
        with(admin.post("$place/transitions/tear")) { status == 200 && json.document_state == 'cancelled' }
        with(admin.post("$place/transitions/amend")) { status == 201 && json.document_state == 'draft' && json.stage == 'idea' && json.name == 'Lease' }
    }

    def 'a cancelled document offers to be amended'() {
        given:
        def place = invoice()
        take(accountant, place, 'submit', 'cancel')

        expect:
        with(accountant.get("$place/transitions").json['data']) { it*.name == ['amend'] && it[0].allowed }
        accountant.get('/openapi.json').json['paths']['/api/trade/invoice/{id}/transitions/amend'].post
    }
}
