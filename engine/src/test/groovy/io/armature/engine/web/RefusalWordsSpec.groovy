package io.armature.engine.web

import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.write.WriteSpecification
import io.armature.testing.Models
import spock.lang.Shared

/** What packs say of values that they refuse is told in the caller's language, wherever it is told. */
class RefusalWordsSpec extends ServerSpecification {
    static final SLUG = 'Small letters only'
    static final MINUSCULES = 'Minuscules seulement'
    static final ORDER = 'It cannot end before it begins'
    static final FIN = 'La fin précède le début'

    @Shared model = Models.of('fair', [
        'entities/stall.yaml': """
title: Stall
fields:
  slug:  { type: text, pattern: "[a-z]+", patternMessage: "$SLUG" }
  from:  { type: integer }
  until: { type: integer }
constraints:
  - { check: "from <= until", message: "$ORDER" }
""",
        'i18n/fr.yaml': """
texts:
  $SLUG: $MINUSCULES
  $ORDER: $FIN
""",
    ])

    def setupSpec() {
        def tenant = bean(Tenants).named('main').get()
        WriteSpecification.prepare(database, model, tenant.schema())
        bean(CurrentModels).swap(tenant, 1, model)
    }

    def 'a refusal speaks #language: #said'() {
        when:
        def answer = administrator.with('Accept-Language': language).post('/api/fair/stall', body)

        then:
        answer.status == 422
        said in [answer.json.detail, answer.json.hint]

        where:
        language | body                  || said
        'fr'     | [slug: 'A']           || MINUSCULES
        'fr-CA'  | [from: 2, until: 1]   || FIN
        'en'     | [slug: 'A']           || SLUG
        'de'     | [from: 2, until: 1]   || ORDER
    }

    def 'each row of a batch speaks the language of its caller'() {
        when:
        def rows = administrator.with('Accept-Language': 'fr')
            .post('/api/fair/stall/batch', [create: [[slug: 'A'], [from: 2, until: 1]], atomic: false]).json.results

        then:
        rows.first().problem.hint == MINUSCULES
        rows.last().problem.detail == FIN
    }

    def 'each row of an import too'() {
        when:
        def answer = administrator.with('Accept-Language': 'fr', 'Content-Type': 'text/csv')
            .post('/api/fair/stall/import', 'slug,from,until\nA,1,2\nb,2,1\n'.bytes)

        then:
        answer.json.errors.toString().contains(MINUSCULES)
        answer.json.errors.toString().contains(FIN)
    }
}
