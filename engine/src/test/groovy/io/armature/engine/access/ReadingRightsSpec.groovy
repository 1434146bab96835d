package io.armature.engine.access

import spock.lang.Shared

/** What people with roles read, over REST. */
class ReadingRightsSpec extends AccessSpecification {
    @Shared String north
    @Shared String south
    @Shared String france
    @Shared Map<String, String> customers = [:]
    @Shared Map<String, String> orders = [:]
    @Shared String loud
    @Shared String hushed

    def setupSpec() {
        user('rep', ['sales.rep'])
        user('both', ['sales.rep', 'sales.north'])
        user('chief', ['sales.chief'])
        user('auditor', ['sales.auditor'])
        user('nobody', [])
        north = make('region', [code: 'N', name: 'North', boss: ids.chief])
        south = make('region', [code: 'S', name: 'South'])
        france = make('country', [name: 'France', secret_note: 'x'])
        loud = make('tag', [name: 'loud'])
        hushed = make('tag', [name: 'hushed', hush: true])
        customers.mine = make('customer', [name: 'Mine', email: 'anna@example.com', phone: '+33123456789', credit_limit: 10, region: south, owner: ids.rep, pin: '1234',
                                           country: france, tags: [loud, hushed], contacts: [[name: 'Zoe', mobile: '06']]])
        customers.northern = make('customer', [name: 'Northern', email: 'bob@example.com', credit_limit: 20, region: north, contacts: [[name: 'Yan', mobile: '07']]])
        customers.other = make('customer', [name: 'Other', credit_limit: 30, region: south, contacts: [[name: 'Xia', mobile: '08']]])
        customers.ours = make('customer', [name: 'Ours', email: 'cara@example.com', credit_limit: 40, region: south, owner: ids.both])
        customers.each { name, id -> orders[name] = make('order', [number: "O-$name".toString(), customer: id, total: 5]) }
        make('order', [number: 'O-free', total: 1])
    }

    def 'nobody reads anything unless a role grants it'() {
        expect:
        code(people.nobody.get('/api/sales/customer')) == '403 AR-302'
        code(people.nobody.get("/api/sales/customer/$customers.mine")) == '403 AR-302'
        code(people.nobody.post('/api/sales/customer/query', [measures: 'count()'])) == '403 AR-302'
        code(people.nobody.get("/api/sales/customer/$customers.mine/history")) == '403 AR-302'
        code(people.nobody.get("/api/sales/customer/$customers.mine/comments")) == '403 AR-302'
    }

    def 'a list holds the records of which a condition holds, and its count too'() {
        expect:
        names(people.rep.get('/api/sales/customer?sort=name')) == ['Mine', 'Northern']
        people.rep.get('/api/sales/customer?count=exact&limit=1').json.page.count == 2
        people.rep.get('/api/sales/customer?count=estimate&limit=1').json.page.count == 2
        people.rep.post('/api/sales/customer/query', [measures: 'count()']).json.data == [[count: 2]]
        names(people.chief.get('/api/sales/customer?sort=name')) == ['Mine', 'Northern', 'Other', 'Ours']
    }

    def 'a record that may not be read is not there'() {
        expect:
        code(people.rep.get("/api/sales/customer/$customers.other")) == '404 AR-101'
        code(people.rep.get("/api/sales/customer/$customers.other/comments")) == '404 AR-101'
        code(people.rep.get("/api/sales/customer/$customers.other/history")) == '404 AR-101'
        people.rep.get("/api/sales/customer/$customers.mine/history").json.data.size() == 1
        people.rep.get("/api/sales/customer/$customers.mine").status == 200
    }

    def 'a hidden field is left out and named'() {
        when:
        def record = people.rep.get("/api/sales/customer/$customers.mine").json

        then:
        !record.containsKey('credit_limit')
        record['$hidden'] as Set == ['credit_limit', 'double_limit', 'region_name'] as Set
        record['$masked'] as Set == ['email', 'phone', 'pin'] as Set
        record.email == 'a•••@example.com'
        record.phone == '•••789'
        record.pin == '•••'
        people.chief.get("/api/sales/customer/$customers.mine").json.credit_limit == 10
    }

    def 'grants add up cell by cell'() {
        when:
        def records = people.both.get('/api/sales/customer?sort=name&fields=name,credit_limit,email').json.data

        then:
        records == [
            [name: 'Northern', credit_limit: 20, email: 'bob@example.com'],
            [name: 'Ours', email: 'c•••@example.com', '$hidden': ['credit_limit'], '$masked': ['email']],
        ]
    }

    def 'cells are hidden in lists inside records and behind links, too'() {
        expect:
        people.both.get('/api/sales/order?sort=number&fields=number,customer(name,credit_limit)').json.data == [
            [number: 'O-free', customer: null],
            [number: 'O-mine', customer: ['$hidden': ['name', 'credit_limit']]],
            [number: 'O-northern', customer: [name: 'Northern', credit_limit: 20]],
            [number: 'O-other', customer: ['$hidden': ['name', 'credit_limit']]],
            [number: 'O-ours', customer: [name: 'Ours', '$hidden': ['credit_limit']]],
        ]
        people.both.get("/api/sales/customer?sort=name&fields=name,orders(number,customer(credit_limit))").json.data == [
            [name: 'Northern', orders: [[number: 'O-northern', customer: [credit_limit: 20]]]],
            [name: 'Ours', orders: [[number: 'O-ours', customer: ['$hidden': ['credit_limit']]]]],
        ]
    }

    def 'a label shows where the record does, or its entity is public'() {
        expect:
        people.rep.get("/api/sales/customer/$customers.mine?fields=country(id,name,secret_note),region(id,name)").json == [
            country: [id: france, name: 'France', '$hidden': ['secret_note']],
            region: [id: south, '$hidden': ['name']],
        ]
        people.chief.get("/api/sales/customer/$customers.mine?fields=region(id,name)").json == [region: [id: south, '$hidden': ['name']]]
        people.chief.get("/api/sales/customer/$customers.northern?fields=region(name)").json == [region: [name: 'North']]
        people.rep.get("/api/sales/customer/$customers.mine?fields=owner(name,email)").json == [owner: [name: 'rep', '$hidden': ['email']]]
    }

    def 'lists inside records hold what the reader may read'() {
        expect:
        people.rep.get("/api/sales/customer/$customers.mine?fields=tags,tags(name)").json.tags == [[name: 'loud']]
        people.rep.get("/api/sales/customer/$customers.mine?fields=tags").json.tags == [loud]
        people.chief.get("/api/sales/customer/$customers.mine?fields=tags(name)").json.tags*.name as Set == ['loud', 'hushed'] as Set
    }

    def 'lines follow their parents'() {
        expect:
        names(people.rep.get('/api/sales/contact?sort=name')) == ['Yan', 'Zoe']
        people.rep.get("/api/sales/customer/$customers.mine").json.contacts*.name == ['Zoe']
        names(people.chief.get('/api/sales/contact?sort=name')) == ['Xia', 'Yan', 'Zoe']
        people.auditor.get('/api/sales/contact?fields=name,mobile&sort=name').json.data.first() == [name: 'Xia', '$hidden': ['mobile']]
    }

    def 'a formula shows where all that it looks at does'() {
        expect:
        people.both.get('/api/sales/customer?fields=name,double_limit&sort=name').json.data == [
            [name: 'Northern', double_limit: 40],
            [name: 'Ours', '$hidden': ['double_limit']],
        ]
        people.both.get('/api/sales/order?fields=number,limit&sort=number').json.data == [
            [number: 'O-free', '$hidden': ['limit']],
            [number: 'O-mine', '$hidden': ['limit']],
            [number: 'O-northern', limit: 20],
            [number: 'O-other', '$hidden': ['limit']],
            [number: 'O-ours', '$hidden': ['limit']],
        ]
    }

    def 'nothing is found, ordered or summed by what does not show everywhere: #how'() {
        when:
        def answer = people.both.post("/api/sales/$entity/query", how)

        then:
        code(answer) == '403 AR-340'

        where:
        entity     | how
        'customer' | [filter: 'credit_limit > 15']
        'customer' | [filter: "email == 'anna@example.com'"]
        'customer' | [filter: 'double_limit > 15']
        'customer' | [filter: "region_name == 'South'"]
        'customer' | [filter: "region.name == 'South'"]
        'customer' | [sort: 'credit_limit']
        'customer' | [sort: 'region']
        'customer' | [groupBy: 'credit_limit']
        'customer' | [measures: 'sum(credit_limit)']
        'customer' | [filter: "country.secret_note == 'x'"]
        'order'    | [filter: 'customer.credit_limit > 15']
        'order'    | [sort: 'limit']
        'order'    | [measures: 'max(customer.credit_limit)']
        'customer' | [filter: 'any(orders, limit > 1)']
        'customer' | [filter: 'sum(orders.customer.credit_limit) > 1']
    }

    def 'what is known of the caller leads to nothing that he may not read: #how'() {
        expect:
        with(people.rep.post('/api/sales/customer/query', how)) {
            status == 403
            json.code == 'AR-340'
        }
        admin.post('/api/sales/customer/query', how).status == 200

        where:
        how << [
            [filter: "user.created_by.email == 'boss@example.org'"],
            [filter: "user.created_by.created_by.username == 'admin'"],
            [filter: "any(orders, user.created_by.username == 'admin')"],
            [groupBy: ['user.created_by.email'], measures: ['count()']],
            [sort: ['user.created_by.email']],
        ]
    }

    def 'of his own account a caller knows what the engine keeps: #filter'() {
        expect:
        people.rep.post('/api/sales/customer/query', [filter: filter]).json.data*.name == found

        where:
        filter                                               || found
        "name == 'Mine' && user.username == 'rep'"           || ['Mine']
        "name == 'Mine' && user.email == 'x'"                || []
        "name == 'Mine' && owner == user.id"                 || ['Mine']
        "name == 'Mine' && user.created_by.name != 'x'"        || ['Mine']
    }

    def 'a filter through a link finds nothing behind records that may not be read'() {
        expect:
        people.rep.get("/api/sales/order?fields=number&sort=number&filter=${URLEncoder.encode(filter, 'UTF-8')}").json.data*.number == found

        where:
        filter                                 || found
        "customer.name == 'Other'"             || []
        "customer.name == 'Mine'"              || ['O-mine']
        "customer.name != 'Mine'"              || ['O-free', 'O-northern', 'O-other', 'O-ours']
        'customer.name == null'                || ['O-free', 'O-other', 'O-ours']
        "count(customer.orders) > 0"           || ['O-mine', 'O-northern']
        "any(customer.contacts, name == 'Xia')" || []
    }

    def 'records of which the reader may know order by what he sees'() {
        expect:
        people.rep.get('/api/sales/order?fields=number&sort=customer,number').json.data*.number == ['O-mine', 'O-northern', 'O-free', 'O-other', 'O-ours']
    }

    def 'words are looked for only where the reader sees'() {
        expect:
        names(people.rep.get('/api/sales/customer?q=mine')) == ['Mine']
        names(people.rep.get('/api/sales/customer?q=anna')) == []
        names(people.chief.get('/api/sales/customer?q=anna')) == ['Mine']
        names(people.rep.get('/api/sales/customer?q=other')) == []
    }

    def 'history tells no hidden values and no hidden labels'() {
        when:
        def changes = people.rep.get("/api/sales/customer/$customers.mine/history").json.data[0].changes.collectEntries { [it.field, it] }

        then:
        !changes.containsKey('credit_limit')
        !changes.containsKey('email')
        changes.name.new == 'Mine'
        changes.region.new == south
        changes.region.newLabel == null
        changes.country.newLabel == 'France'
        people.chief.get("/api/sales/customer/$customers.mine/history").json.data[0].changes*.field.contains('credit_limit')
    }

    def 'exports are for those who may, and tell what is hidden'() {
        expect:
        code(people.auditor.get('/api/sales/customer/export?format=csv')) == '403 AR-302'
        people.rep.get('/api/sales/customer/export?format=csv&fields=name,email&sort=name').text == 'name,email\r\nMine,a•••@example.com\r\n'
        people.both.get('/api/sales/customer/export?format=csv&fields=name,credit_limit&sort=name').text == 'name,credit_limit\r\nOurs,***\r\n'
        people.chief.get('/api/sales/customer/export?format=json&fields=name,credit_limit&sort=name').json*.name == ['Mine', 'Northern', 'Other', 'Ours']
    }

    def 'conditions on roles are known before any record is asked'() {
        expect:
        people.auditor.get('/api/sales/customer?count=exact').json.page.count == 4
        people.auditor.get('/api/sales/region?count=exact').json.page.count == 2
        people.chief.get('/api/sales/region?count=exact').json.page.count == 1
    }

    def 'menus, screens, metadata and the interface description show what the caller may know of'() {
        when:
        def menu = { who -> who.get('/api/screens/menu').json.menus.find { it.pack == 'sales' }?.items*.name }
        def openapi = people.rep.get('/openapi.json').json

        then:
        menu(people.rep) == ['customers']
        menu(people.chief) == ['customers', 'regions', 'chiefs']
        people.chief.get('/api/screens/menu').json.menus.find { it.pack == 'sales' }.items*.entity == ['sales.customer', 'sales.region', 'sales.order']
        menu(people.nobody) == null
        people.rep.get('/api/meta/entities').json.data*.name.findAll { it.startsWith('sales.') } as Set ==
            ['sales.customer', 'sales.order', 'sales.tag', 'sales.contact', 'sales.country'] as Set
        !people.rep.get('/api/meta/entities/sales.customer').json.fields*.name.contains('credit_limit')
        code(people.rep.get('/api/meta/entities/sales.region')) == '404 AR-101'
        people.rep.get('/api/screens/sales/customer/form').status == 200
        !people.rep.get('/api/screens/sales/customer/form').text.contains('credit_limit')
        code(people.nobody.get('/api/screens/sales/customer/form')) == '403 AR-302'
        openapi.paths.containsKey('/api/sales/customer')
        !openapi.paths.containsKey('/api/sales/region')
        !openapi.paths['/api/sales/tag'].containsKey('post')
        openapi.paths['/api/sales/customer'].containsKey('post')
        !openapi.components.schemas['sales.customer'].properties.containsKey('credit_limit')
    }

    def 'a view that names roles is for those who have one of them'() {
        expect:
        people.chief.get('/api/screens/sales/order').json.views*.name.contains('closing')
        people.chief.get('/api/screens/sales/order/closing').json.title == 'Closing'
        people.chief.get('/api/screens/sales/order/list').json.view == 'closing'
        !people.rep.get('/api/screens/sales/order').json.views*.name.contains('closing')
        code(people.rep.get('/api/screens/sales/order/closing')) == '404 AR-101'
        people.rep.get('/api/screens/sales/order/list').json.view == 'list'
    }

    def 'a cursor of somebody who sees more tells nothing more'() {
        given:
        def cursor = people.chief.get('/api/sales/customer?sort=name&limit=1').json.page.next

        expect:
        names(people.rep.get("/api/sales/customer?sort=name&cursor=$cursor")) == ['Northern']
    }

    def 'the past of a record that one may not read any more is hidden, too'() {
        given: 'one that was mine'
        def id = make('customer', [name: 'Given away', region: south, owner: ids.rep])
        def then = java.time.Instant.now().toString()
        assert people.rep.get("/api/sales/customer/$id").status == 200

        when:
        assert admin.patch("/api/sales/customer/$id", [owner: ids.both]).status == 200

        then:
        people.chief.get("/api/sales/customer/$id?asOf=$then").status == 200
        people.both.get("/api/sales/customer/$id?asOf=$then").status == 404
        people.rep.get("/api/sales/customer/$id?asOf=$then").status == 404
        names(people.rep.get("/api/sales/customer?sort=name&asOf=$then")) == ['Mine', 'Northern']
        people.rep.get("/api/sales/customer?asOf=$then&count=exact").json.page.count == 2
        people.rep.post('/api/sales/customer/query', [measures: ['count()'], asOf: then]).json.data*.values().flatten() == [2]

        cleanup:
        admin.delete("/api/sales/customer/$id")
    }

    def 'of the past of fields and links one reads what one reads of them today'() {
        given: 'one whose credit limit northerners see, and an order of it'
        def id = make('customer', [name: 'Moved', region: north, owner: ids.both, credit_limit: 7])
        def order = make('order', [number: 'O-moved', customer: id, total: 1])
        def then = java.time.Instant.now().toString()
        def limit = "/api/sales/customer/$id?fields=name,credit_limit"
        def link = "/api/sales/order/$order?fields=number,customer(name)"
        assert people.both.get(limit).json.credit_limit == 7
        assert people.both.get("$limit&asOf=$then").json.credit_limit == 7
        assert people.both.get("$link&asOf=$then").json.customer.name == 'Moved'

        when: 'it is in the north no more'
        assert admin.patch("/api/sales/customer/$id", [region: south]).status == 200

        then:
        people.both.get("$limit&asOf=$then").json == people.both.get(limit).json
        people.both.get("$limit&asOf=$then").json['$hidden'] == ['credit_limit']
        people.both.get("$link&asOf=$then").json.customer.name == 'Moved'

        when: 'nor the one of the reader'
        assert admin.patch("/api/sales/customer/$id", [owner: ids.chief]).status == 200

        then:
        people.both.get("$link&asOf=$then").json == people.both.get(link).json
        !people.both.get("$link&asOf=$then").text.contains('Moved')

        cleanup:
        admin.delete("/api/sales/order/$order")
        admin.delete("/api/sales/customer/$id")
    }

    def 'the past is as hidden as the present'() {
        given:
        def now = java.time.Instant.now().toString()

        expect:
        names(people.rep.get("/api/sales/customer?sort=name&asOf=$now")) == ['Mine', 'Northern']
        people.both.get("/api/sales/customer?sort=name&fields=name,credit_limit&asOf=$now").json.data*.get('$hidden') == [null, ['credit_limit']]
    }
}
