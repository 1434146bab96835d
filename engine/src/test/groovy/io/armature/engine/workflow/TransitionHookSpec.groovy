package io.armature.engine.workflow

class TransitionHookSpec extends WorkflowSpecification {
    @Override
    Map<String, String> more() {
        [
            'entities/task.yaml' : '''
                label: name
                fields:
                  name:  { type: text }
                  state: { type: choice, options: { open: Open, done: Done } }
                  trace: { type: text }
                  by:    { type: text }
                ''',
            'workflows/task.yaml': '''
                entity: trade.task
                field: state
                states:
                  open: { initial: true }
                  done: { readOnly: all }
                transitions:
                  finish: { from: open, to: done, hook: onFinish }
                  reopen: { from: done, to: open }
                ''',
            'hooks/task.js'      : '''
                export default {
                  beforeTransition: {
                    finish(task, ctx) {
                      if (task.name === 'never') ctx.refuse('It never ends', 'name')
                      task.trace = 'before ' + task.state
                    },
                  },
                  afterTransition: {
                    finish(task, ctx) { if (task.name === 'fails') throw new Error('too late') },
                  },
                  onFinish(task, ctx) { task.by = ctx.transition.from + ' to ' + ctx.transition.to + ': ' + ctx.transition.comment },
                }
                ''',
        ]
    }

    def 'functions of packs run with a transition'() {
        given:
        def place = made(admin.post('/api/trade/task', [name: 'Write']))

        expect:
        with(admin.post("$place/transitions/finish", [comment: 'at last'])) {
            status == 200
            json.state == 'done'
            json.trace == 'before open'
            json.by == 'open to done: at last'
        }
    }

    def 'a function refuses a transition, before it or after it, and nothing is kept: #name'() {
        given:
        def place = made(admin.post('/api/trade/task', [name: name]))

        expect:
        admin.post("$place/transitions/finish").status == expected
        admin.get(place).json['state'] == 'open'
        admin.get("$place/workflow").json['history'] == []

        where:
        name    || expected
        'never' || 422
        'fails' || 422
    }
}
