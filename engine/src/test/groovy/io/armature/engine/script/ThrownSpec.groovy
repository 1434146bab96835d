package io.armature.engine.script

import io.armature.engine.testing.Caller
import spock.lang.Shared

/** What a function throws by mistake may hold what its caller may not read: the words are for administrators. */
class ThrownSpec extends HookSpecification {
    @Shared Caller clerk

    def setupSpec() {
        assert install('safe', [
            'entities/box.yaml': 'label: name\nfields:\n  name: { type: text }\n  cost: { type: integer }\n',
            'roles/clerk.yaml' : 'title: Clerk\ngrants:\n  box: { read: true, create: true, update: true, import: true, hidden: [cost] }\n',
            'hooks/box.js'     : '''
                export default {
                  async afterSave(box) {
                    if (box.name === 'later') throw 'cost ' + box.cost
                    if (box.name === 'error') throw new RangeError('cost ' + box.cost)
                  },
                  beforeSave(box, ctx) {
                    if (box.name === 'thrown') throw new Error('cost ' + box.cost)
                    if (box.name === 'text') throw 'cost ' + box.cost
                    if (box.name === 'typed') { const costs = {}; costs['of4711']() }
                    if (box.name === 'refused') ctx.refuse('Not today')
                  }
                }
                ''',
        ]).status == 200
        administrator.post('/api/auth/users', [username: 'clerk', password: 'a long enough secret 17', roles: ['safe.clerk']])
        clerk = caller.withToken(caller.post('/api/auth/login', [username: 'clerk', password: 'a long enough secret 17']).json.accessToken as String)
    }

    def 'of what was thrown, a caller is told #told'() {
        given:
        def id = administrator.post('/api/safe/box', [name: 'plain', cost: 4711]).json.id

        expect:
        with(clerk.patch("/api/safe/box/$id", [name: name])) {
            status == 422
            json.detail.endsWith(told)
            json.errors[0].line > 0
            !text.contains('4711')
        }
        with(clerk.post('/api/safe/box/batch', [update: [[id: id, name: name]], atomic: false])) {
            text.contains(told)
            !text.contains('4711')
        }
        with(clerk.with('Content-Type': 'application/json').post('/api/safe/box/import?format=json&key=id', [[id: id, name: name]])) {
            text.contains(told)
            !text.contains('4711')
        }
        name == 'refused' || administrator.patch("/api/safe/box/$id", [name: name]).text.contains('4711')

        where:
        name      || told
        'thrown'  || ': Error'
        'text'    || ': …'
        'typed'   || ': TypeError'
        'later'   || ': …'
        'error'   || ': RangeError'
        'refused' || 'Not today'
    }
}
