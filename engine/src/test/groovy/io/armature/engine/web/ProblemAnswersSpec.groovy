package io.armature.engine.web

import io.armature.engine.testing.ServerSpecification

class ProblemAnswersSpec extends ServerSpecification {
    def 'what cannot be answered is a problem document: #what'() {
        when:
        def answer = administrator.with(headers).call(method, path, body)

        then:
        answer.status == status
        answer.header('content-type') == 'application/problem+json'
        answer.json.status == status
        answer.json.code == code
        answer.json.type == "urn:armature:problem:$code"
        answer.json.detail

        where:
        what                  | method   | path              | body                   | headers                        || status | code
        'an unknown path'     | 'GET'    | '/api/no/such/x/y/z' | null                | [:]                            || 404    | 'AR-101'
        'a path of no kind'   | 'GET'    | '/nowhere'        | null                   | [:]                            || 404    | 'AR-101'
        'a wrong method'      | 'DELETE' | '/api/auth/me'    | null                   | [:]                            || 405    | 'AR-106'
        'no JSON'             | 'POST'   | '/api/auth/login' | '{"username": '        | [:]                            || 400    | 'AR-100'
        'two documents'       | 'POST'   | '/api/auth/login' | '{} {}'                | [:]                            || 400    | 'AR-100'
        'a key twice'         | 'POST'   | '/api/auth/login' | '{"otp":"a","otp":""}' | [:]                            || 400    | 'AR-100'
        'a property too many' | 'POST'   | '/api/auth/login' | '{"user":"a"}'         | [:]                            || 400    | 'AR-100'
        'deep JSON'           | 'POST'   | '/api/auth/login' | '[' * 10_000           | [:]                            || 400    | 'AR-103'
        'a large body'        | 'POST'   | '/api/auth/login' | ' ' * 10_500_000       | [:]                            || 413    | 'AR-102'
        'not UTF-8'           | 'POST'   | '/api/auth/login' | [0x22, 0xff, 0x22] as byte[] | [:]                      || 400    | 'AR-100'
        'another media type'  | 'POST'   | '/api/auth/login' | 'a=b'                  | ['Content-Type': 'text/plain'] || 415    | 'AR-108'
        'nothing sent'        | 'POST'   | '/api/auth/login' | ''                     | [:]                            || 422    | 'AR-401'
        'an unknown tenant'   | 'GET'    | '/api/auth/me'    | null                   | ['X-Tenant': 'nobody']         || 404    | 'AR-101'
    }

    def 'an address with characters that must be encoded says so'() {
        given: 'a client that checks nothing'
        def address = URI.create(server.bean(io.micronaut.runtime.server.EmbeddedServer).URI.toString())
        def socket = new Socket(address.host, address.port)

        when:
        socket.outputStream << 'GET /api/core/country?filter=code>"D" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
        def answer = socket.inputStream.getText('UTF-8')

        then:
        answer.startsWith('HTTP/1.1 400')
        answer.contains('AR-156')
        answer.contains('%3E')

        cleanup:
        socket.close()
    }

    def 'a problem is told in the language of the caller'() {
        expect:
        caller.with('Accept-Language': language).get('/api/auth/me').json.detail == detail

        where:
        language       || detail
        'fr-CH, en'    || 'Veuillez vous connecter.'
        'en'           || 'Please sign in.'
        'tlh'          || 'Please sign in.'
    }

    def 'an answer to HEAD has no body'() {
        when:
        def answer = administrator.call('HEAD', '/api/no/such/path')

        then:
        answer.status == 404
        !answer.text
    }
}
