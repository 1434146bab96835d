package io.armature.engine.workflow

/** Requests and papers on which others must agree. */
final class RequestPack {
    private RequestPack() {}

    static Map<String, String> files() {
        def request = { String approvals, String extra = '' -> """
            entity: trade.request
            field: state
            states:
              draft:    { initial: true }
              asked:    { title: Asked }
              agreed:   { final: true }
              declined: { final: true }
            transitions:
              ask:     { from: draft, to: asked }
              agree:   { title: Agree, from: asked, to: agreed, roles: [boss], when: "name != 'hopeless'", set: { done: "true" }, approvals: $approvals }
              decline: { from: asked, to: declined }
              rework:  { from: asked, to: draft }
            $extra
            """.toString() }
        [
            'entities/request.yaml' : '''
                label: name
                fields:
                  name:  { type: text }
                  state: { type: choice, options: { draft: Draft, asked: Asked, agreed: Agreed, declined: Declined } }
                  done:  { type: boolean }
                  judge: { type: user }
                ''',
            'entities/paper.yaml'   : '''
                label: name
                fields:
                  name:  { type: text }
                  step:  { type: choice, options: { draft: Draft, asked: Asked, agreed: Agreed, declined: Declined } }
                  judge: { type: user }
                ''',
            'workflows/request.yaml': request('{ by: "role:boss", need: "60%", rejected: decline, returned: rework }'),
            'workflows/paper.yaml'  : '''
                entity: trade.paper
                field: step
                states:
                  draft:    { initial: true }
                  asked:    {}
                  agreed:   { final: true }
                  declined: { final: true }
                transitions:
                  hand_in: { from: draft, to: asked }
                  pass:    { from: asked, to: agreed, approvals: { by: [judge, "role:boss"], need: any, order: one_by_one, rejected: refuse } }
                  refuse:  { from: asked, to: declined }
                ''',
            'roles/boss.yaml'       : '''
                title: Boss
                inherits: [worker]
                grants:
                  request: { read: true, transitions: [agree] }
                ''',
            'roles/signer.yaml'     : '''
                title: Signer
                grants:
                  request: { read: true, hidden: [name] }
                ''',
            'roles/worker.yaml'     : '''
                title: Worker
                grants:
                  request: { read: true, create: true, update: true, transitions: [ask] }
                  paper:   { read: true, create: true, update: true, transitions: [hand_in] }
                ''',
        ]
    }
}
