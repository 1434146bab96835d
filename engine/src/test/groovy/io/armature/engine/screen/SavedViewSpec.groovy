package io.armature.engine.screen

import io.armature.engine.access.AccessSpecification
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller

class SavedViewSpec extends AccessSpecification {
    static final STATE = [search: [filter: "status == 'active'", columns: 'name,email'], widths: [name: 320], frozen: 2]

    /** Somebody in a group, with a role or none. */
    private Caller member(String name, List<String> groups, List<String> roles = []) {
        def known = people[name]
        def who = user(name, roles)
        if (!known && groups) {
            assert admin.patch("/api/sys/user/${ids[name]}", [groups: groups]).status == 200
        }
        who
    }

    private static String keep(Caller who, String name, Map more = [:]) {
        def made = who.post('/api/sys/saved_view', [name: name, entity: 'sales.customer', state: STATE] + more)
        assert made.status == 201: made
        made.json['id']
    }

    private static List seen(Caller who, String like) {
        names(who.get("/api/sys/saved_view?fields=name&filter=${URLEncoder.encode("startsWith(name, '$like')", 'UTF-8')}"))
    }

    private static int status(Answer answer) { answer.status }

    def setupSpec() {
        ['north', 'south'].each { assert admin.post('/api/sys/group', [name: it]).status == 201 }
    }

    def 'a view is kept with all that it shows, by somebody who has no role at all'() {
        given:
        def ann = user('ann')

        when:
        def id = keep(ann, 'Own view')

        then:
        ann.get("/api/sys/saved_view/$id?fields=name,entity,state,everybody").json == [name: 'Own view', entity: 'sales.customer', state: STATE, everybody: false]
        seen(ann, 'Own') == ['Own view']
    }

    def 'nobody sees what others keep for themselves'() {
        given:
        def id = keep(user('ann'), 'Private view')

        expect:
        seen(user('bob'), 'Private') == []
        status(user('bob').get("/api/sys/saved_view/$id")) == 404
        status(user('bob').patch("/api/sys/saved_view/$id", [name: 'Mine now'])) in [403, 404]
    }

    def 'a view is seen by #who who #how'() {
        given:
        def ann = user('ann')
        keep(ann, "Shared $how", share)

        expect:
        seen(member('nora', ['north']), 'Shared ' + how) == (nora ? ["Shared $how".toString()] : [])
        seen(member('rita', [], ['sales.rep']), 'Shared ' + how) == (rita ? ["Shared $how".toString()] : [])
        seen(member('otto', ['south']), 'Shared ' + how) == (otto ? ["Shared $how".toString()] : [])

        where:
        who         | how                  | share                                                || nora  | rita  | otto
        'everybody' | 'are signed in'      | [everybody: true]                                    || true  | true  | true
        'those'     | 'are of its group'   | [readers: [[group: 'north']]]                        || true  | false | false
        'those'     | 'have its role'      | [readers: [[role: 'sales.rep']]]                     || false | true  | false
        'those'     | 'are of either kind' | [readers: [[group: 'south'], [role: 'sales.rep']]]   || false | true  | true
    }

    def 'a reader changes and deletes nothing of what is shared with him; its owner does, and takes that back'() {
        given:
        def ann = user('ann')
        def bob = user('bob')
        def id = keep(ann, 'Team view', [everybody: true])

        expect:
        status(bob.patch("/api/sys/saved_view/$id", [name: 'Changed'])) == 403
        status(bob.patch("/api/sys/saved_view/$id", [readers: [[group: 'north']]])) == 403
        status(bob.delete("/api/sys/saved_view/$id")) == 403
        status(bob.post('/api/sys/saved_view_reader', [view: id, group: 'north'])) in [403, 404]

        when:
        ann.delete("/api/sys/saved_view/$id")

        then:
        seen(bob, 'Team') == []

        when:
        ann.post("/api/sys/saved_view/$id/restore")

        then:
        seen(bob, 'Team') == ['Team view']
    }

    def 'a view cannot be made in the name of somebody else, nor moved to another entity'() {
        given:
        def ann = user('ann')
        user('bob')
        def id = keep(ann, 'Steady view')

        expect:
        status(ann.post('/api/sys/saved_view', [name: 'Forged', entity: 'sales.customer', state: STATE, owner: ids['bob']])) == 403
        status(ann.patch("/api/sys/saved_view/$id", [entity: 'sales.order'])) == 422
    }

    def 'everybody opens a list with a view of his own choice, one for each entity'() {
        given:
        def ann = user('ann')
        def bob = user('bob')
        def id = keep(ann, 'First view', [everybody: true])

        expect:
        status(ann.post('/api/sys/view_choice', [entity: 'sales.customer', view: id])) == 201
        status(bob.post('/api/sys/view_choice', [entity: 'sales.customer', view: id])) == 201
        status(ann.post('/api/sys/view_choice', [entity: 'sales.customer', view: id])) == 409 || status(ann.post('/api/sys/view_choice', [entity: 'sales.customer', view: id])) == 422
        (ann.get('/api/sys/view_choice?fields=entity,view(id,name)').json['data'] as List) == [[entity: 'sales.customer', view: [id: id, name: 'First view']]]
    }

    def 'nobody opens a list with a view that he may not see'() {
        given:
        def id = keep(user('ann'), 'Hidden view')

        expect:
        code(user('bob').post('/api/sys/view_choice', [entity: 'sales.order', view: id])) == '422 AR-407'
    }

    def 'a reader is a group or a role, never both and never none'() {
        expect:
        status(user('ann').post('/api/sys/saved_view', [name: 'Odd', entity: 'sales.customer', state: STATE, readers: [reader]])) == 422

        where:
        reader << [[:], [group: 'north', role: 'sales.rep']]
    }

    def 'a group of the same name, made later, does not see what the old one saw'() {
        given:
        def group = admin.post('/api/sys/group', [name: 'guild']).json['id']
        def gil = member('gil', ['guild'])
        keep(user('ann'), 'Guild view', [readers: [[group: 'guild']]])
        assert seen(gil, 'Guild') == ['Guild view']

        when:
        assert admin.delete("/api/sys/group/$group").status in [200, 204]
        admin.post('/api/sys/group', [name: 'guild'])
        admin.patch("/api/sys/user/${ids['gil']}", [groups: ['guild']])

        then:
        seen(gil, 'Guild') == []
    }

    def 'an administrator says who may keep views, as for every role'() {
        given:
        def eve = user('eve')
        def own = "owner == user.id"
        admin.put('/api/access/roles/sys.everybody', [title: 'Everybody', grants: ['sys.saved_view': [read: "$own || everybody", create: '!everybody', update: "$own && !everybody", delete: own]]])

        expect:
        keep(eve, 'Quiet view')
        status(eve.post('/api/sys/saved_view', [name: 'Loud', entity: 'sales.customer', state: STATE, everybody: true])) == 403

        cleanup:
        admin.delete('/api/access/roles/sys.everybody')
    }

    def 'whoever is not signed in has no views'() {
        expect:
        status(server.caller.get('/api/sys/saved_view')) == 401
    }
}
