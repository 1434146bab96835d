package io.armature.engine.access

/** Who holds a role that is taken back, or of which a setting is. */
class RoleHoldersSpec extends AccessSpecification {

    def 'deleting the row that only asked a second factor of a pack role leaves the role to its holders'() {
        given:
        def rep = user('rep', ['sales.rep'])
        def row = admin.post('/api/sys/role', [name: 'sales.rep', title: 'Representative', otp_required: true]).json.id
        assert rep.get('/api/sales/order').json.code == 'AR-323'

        when:
        assert admin.delete("/api/sys/role/$row").status == 204

        then:
        roles('rep') == ['sales.rep']
        rep.get('/api/sales/order').status == 200
    }

    def 'a role that an administrator wrote is left, too, as long as it is written'() {
        given:
        admin.put('/api/access/roles/sales.guest', [title: 'Guest', grants: [order: [read: true]]])
        def guest = user('guest', ['sales.guest'])
        def row = admin.post('/api/sys/role', [name: 'sales.guest', title: 'Guest']).json.id

        when:
        assert admin.delete("/api/sys/role/$row").status == 204

        then:
        roles('guest') == ['sales.guest']
        guest.get('/api/sales/order').status == 200

        when: 'nothing of it is left'
        assert admin.delete('/api/access/roles/sales.guest').status == 204

        then:
        roles('guest') == []
    }

    def 'a role of the pack stays with its holders when what was changed of it is taken back'() {
        given:
        user('north', ['sales.north'])
        assert admin.put('/api/access/roles/sales.north', [title: 'N', grants: [order: [read: true]]]).status == 200

        when:
        assert admin.delete('/api/access/roles/sales.north').status == 204

        then:
        roles('north') == ['sales.north']
    }

    def 'one that stands in a row alone is taken from all who hold it, and the trail tells'() {
        given:
        def row = admin.post('/api/sys/role', [name: 'keeper', title: 'Keeper']).json.id
        user('keeper', ['keeper', 'sales.north'])

        when:
        assert admin.delete("/api/sys/role/$row").status == 204

        then:
        roles('keeper') == ['sales.north']
        with(admin.get("/api/sys/user/${ids.keeper}/history").json.data[0]) {
            it.action == 'update'
            it.changes.find { it.field == 'roles' }.subMap('old', 'new') == [old: ['keeper', 'sales.north'], new: ['sales.north']]
        }
    }

    private List<String> roles(String name) {
        admin.get("/api/sys/user/${ids[name]}?fields=roles").json.roles
    }
}
