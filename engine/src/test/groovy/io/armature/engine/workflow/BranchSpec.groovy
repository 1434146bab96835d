package io.armature.engine.workflow

class BranchSpec extends WorkflowSpecification {
    @Override
    Map<String, String> more() {
        [
            'entities/deal.yaml'       : '''
                label: name
                fields:
                  name:  { type: text }
                  stage: { type: choice, options: { draft: Draft, checks: Checks, ready: Ready, stopped: Stopped } }
                  legal: { type: choice, options: { open: Open, cleared: Cleared, refused: Refused } }
                  tech:  { type: choice, options: { open: Open, cleared: Cleared } }
                ''',
            'workflows/deal.yaml'      : '''
                entity: trade.deal
                field: stage
                states:
                  draft:   { initial: true }
                  checks:  { branches: [deal_legal, deal_tech], join: [release, stop] }
                  ready:   { final: true }
                  stopped: {}
                transitions:
                  check:   { from: draft, to: checks }
                  release: { from: checks, to: ready, when: "legal == \'cleared\'" }
                  stop:    { from: checks, to: stopped }
                  again:   { from: stopped, to: checks }
                ''',
            'workflows/deal_legal.yaml': '''
                entity: trade.deal
                field: legal
                states:
                  open:    { initial: true }
                  cleared: { final: true }
                  refused: { final: true }
                transitions:
                  clear_legal:  { from: open, to: cleared }
                  refuse_legal: { from: open, to: refused }
                timers: [ { in: open, after: P1D, do: { notify: [owner] } } ]
                ''',
            'workflows/deal_tech.yaml' : '''
                entity: trade.deal
                field: tech
                states:
                  open:    { initial: true }
                  cleared: { final: true }
                transitions:
                  clear_tech: { from: open, to: cleared }
                ''',
        ]
    }

    def 'branches run beside each other, and join when all have ended'() {
        given:
        def place = made(admin.post('/api/trade/deal', [name: 'Bridge']))

        expect:
        with(admin.get(place).json) { stage == 'draft' && legal == null && tech == null }
        code(admin.post("$place/transitions/clear_legal")) == '409 AR-435'
        admin.get("$place/transitions").json['data']*.name == ['check']
        with(admin.post("$place/transitions/check")) { status == 200 && json.legal == 'open' && json.tech == 'open' }
        admin.get("$place/workflow").json['timers'].size() == 1
        with(admin.post("$place/transitions/clear_tech")) { status == 200 && json.stage == 'checks' }
        with(admin.post("$place/transitions/clear_legal")) { status == 200 && json.stage == 'ready' && json.legal == 'cleared' }
        admin.get("$place/workflow").json['history']*.transition as Set == ['check', 'clear_tech', 'clear_legal', 'release'] as Set
    }

    def 'the first join that is possible is taken'() {
        given:
        def place = made(admin.post('/api/trade/deal', [name: 'Tunnel']))
        take(admin, place, 'check', 'clear_tech')

        expect:
        with(admin.post("$place/transitions/refuse_legal")) { json.stage == 'stopped' && json.legal == 'refused' }
        with(admin.post("$place/transitions/again")) { json.stage == 'checks' && json.legal == 'open' && json.tech == 'open' }
    }

    def 'leaving the state ends the branches'() {
        given:
        def place = made(admin.post('/api/trade/deal', [name: 'Road']))
        take(admin, place, 'check', 'stop')

        expect:
        code(admin.post("$place/transitions/clear_legal")) == '409 AR-435'
        admin.get("$place/workflow").json['timers'] == []
        code(admin.patch(place, [legal: 'cleared'])) == '422 AR-421'
    }
}
