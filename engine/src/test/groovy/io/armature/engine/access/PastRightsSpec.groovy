package io.armature.engine.access

import io.armature.engine.testing.Caller
import java.time.Instant
import spock.lang.Shared

/** Who may read what of the past, over REST: a link of the past is asked for where it led. */
class PastRightsSpec extends AccessSpecification {
    @Shared Caller chief
    @Shared String lost
    @Shared String kept
    @Shared String strange

    def setup() {
        chief = user('chief', ['sales.chief'])
        user('else')
        lost = make('region', [code: "L${System.nanoTime()}".toString(), name: 'Lost', boss: ids.chief])
        kept = make('region', [code: "K${System.nanoTime()}".toString(), name: 'Kept', boss: ids.chief])
        strange = make('region', [code: "S${System.nanoTime()}".toString(), name: 'Strange', boss: ids.else])
    }

    def 'what a link led to is hidden from who may not read that any more, though it leads elsewhere today'() {
        given:
        def id = make('customer', [name: 'Mover', region: lost, email: 'm@example.com'])
        def then = Instant.now().toString()
        def asked = "/api/sales/customer/$id?fields=name,region_name,region(name)"
        assert chief.get("$asked&asOf=$then").json == [name: 'Mover', region_name: 'Lost', region: [name: 'Lost']]

        when:
        assert admin.patch("/api/sales/customer/$id", [region: kept]).status == 200
        assert admin.patch("/api/sales/region/$lost", [boss: ids.else]).status == 200

        then: 'neither labels nor lookups tell it'
        chief.get(asked).json == [name: 'Mover', region_name: 'Kept', region: [name: 'Kept']]
        chief.get("$asked&asOf=$then").json == [name: 'Mover', region: ['$hidden': ['name']], '$hidden': ['region_name']]

        and: 'nor filters, orders, groups and sums'
        names(chief.get("/api/sales/customer?filter=${enc("id == '$id' && region.name == 'Lost'")}&asOf=$then")) == []
        names(admin.get("/api/sales/customer?filter=${enc("id == '$id' && region.name == 'Lost'")}&asOf=$then")) == ['Mover']
        chief.post('/api/sales/customer/query', [groupBy: ['region.name'], measures: ['count()'], filter: "id == '$id'", asOf: then])
            .json.data*.region_name == [null]
        names(chief.get("/api/sales/region?filter=${enc("any(customers, name == 'Mover')")}&fields=name&asOf=$then")) == []

        cleanup:
        admin.delete("/api/sales/customer/$id")
    }

    def 'what a link led to shows to who may read that, though it leads elsewhere today'() {
        given:
        def id = make('customer', [name: 'Stayer', region: kept])
        def then = Instant.now().toString()
        def asked = "/api/sales/customer/$id?fields=name,region_name,region(name)"

        when:
        assert admin.patch("/api/sales/customer/$id", [region: strange]).status == 200

        then:
        chief.get(asked).json['$hidden'] == ['region_name']
        chief.get("$asked&asOf=$then").json == [name: 'Stayer', region_name: 'Kept', region: [name: 'Kept']]
        names(chief.get("/api/sales/customer?filter=${enc("id == '$id' && region.name == 'Kept'")}&asOf=$then")) == ['Stayer']

        cleanup:
        admin.delete("/api/sales/customer/$id")
    }

    private static String enc(String text) {
        URLEncoder.encode(text, 'UTF-8')
    }
}
