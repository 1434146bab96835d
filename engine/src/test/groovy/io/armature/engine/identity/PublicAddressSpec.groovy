package io.armature.engine.identity

import io.armature.engine.tenant.Tenant
import spock.lang.Specification

class PublicAddressSpec extends Specification {
    def 'links lead to the tenant: #tenant at #hosts'() {
        expect:
        new PublicAddress(Optional.ofNullable(operators), 'http://localhost:8080').of(new Tenant(tenant, tenant, hosts as Set)) == address

        where:
        tenant | hosts                              | operators                  || address
        'main' | []                                 | null                       || 'http://localhost:8080'
        'main' | []                                 | 'https://erp.example.org/' || 'https://erp.example.org'
        'acme' | []                                 | 'https://erp.example.org'  || 'https://erp.example.org/t/acme'
        'acme' | ['shop.acme.org', 'erp.acme.org']  | 'https://erp.example.org'  || 'https://erp.acme.org'
    }
}
