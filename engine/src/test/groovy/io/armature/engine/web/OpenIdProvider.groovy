package io.armature.engine.web

import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.crypto.MACSigner
import com.nimbusds.jose.crypto.RSASSASigner
import com.nimbusds.jose.jwk.JWKSet
import com.nimbusds.jose.jwk.RSAKey
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.PlainJWT
import com.nimbusds.jwt.SignedJWT
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import java.security.MessageDigest

/** An OpenID provider of our own, over HTTP, which signs for real and can be told to misbehave. */
class OpenIdProvider implements AutoCloseable {
    static final String CLIENT = 'armature'
    static final String SECRET = 'between us'

    final HttpServer http = HttpServer.create(new InetSocketAddress('localhost', 0), 0)
    RSAKey key = newKey()
    /** The claims about whoever signs in next. */
    Map claims = [:]
    /** Changes claims of the token before it is signed. */
    Closure forge = { it }
    /** How the token is signed. */
    String signing = 'RS256'
    private final Map<String, Map> codes = [:]
    int tokens = 0

    OpenIdProvider() {
        serve('/.well-known/openid-configuration') {
            [issuer: issuer, authorization_endpoint: "$issuer/authorize", token_endpoint: "$issuer/token", jwks_uri: "$issuer/keys",
             userinfo_endpoint: "$issuer/userinfo", subject_types_supported: ['public'], response_types_supported: ['code'],
             id_token_signing_alg_values_supported: ['RS256']]
        }
        serve('/keys') { new JWKSet(key.toPublicJWK()).toJSONObject() }
        serve('/token') { HttpExchange call -> token(call) }
        serve('/userinfo') { [sub: claims.sub] + claims }
        http.start()
    }

    static RSAKey newKey() {
        new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate()
    }

    String getIssuer() { "http://localhost:$http.address.port" }

    private void serve(String path, Closure<Map> answer) {
        http.createContext(path) { call ->
            Map body = answer(call)
            def bytes = JsonOutput.toJson(body).bytes
            call.responseHeaders.add('Content-Type', 'application/json')
            call.sendResponseHeaders(body.error ? 400 : 200, bytes.length)
            call.responseBody.withStream { it << bytes }
        }
    }

    static Map<String, String> query(String text) {
        text.split('&').collectEntries { part -> part.split('=', 2).collect { URLDecoder.decode(it, 'UTF-8') } }
    }

    /** What a browser does here: signs in, and is sent back with a code. */
    Map<String, String> signIn(String address) {
        def asked = query(URI.create(address).rawQuery)
        assert asked.client_id == CLIENT && asked.response_type == 'code' && asked.code_challenge_method == 'S256'
        def code = UUID.randomUUID().toString()
        codes[code] = asked
        [code: code, state: asked.state, callback: asked.redirect_uri]
    }

    private Map token(HttpExchange call) {
        tokens++
        def form = query(call.requestBody.text)
        def asked = codes.remove(form.code)
        def expected = 'Basic ' + Base64.encoder.encodeToString("$CLIENT:${URLEncoder.encode(SECRET, 'UTF-8')}".bytes)
        if (call.requestHeaders.getFirst('Authorization') != expected) {
            return [error: 'invalid_client']
        }
        def challenge = Base64.urlEncoder.withoutPadding().encodeToString(MessageDigest.getInstance('SHA-256').digest((form.code_verifier ?: '').bytes))
        if (asked == null || asked.code_challenge != challenge || asked.redirect_uri != form.redirect_uri) {
            return [error: 'invalid_grant']
        }
        def now = System.currentTimeMillis().intdiv(1000)
        Map all = forge([iss: issuer, aud: CLIENT, iat: now, exp: now + 300, nonce: asked.nonce] + claims)
        [access_token: 'opaque', token_type: 'Bearer', expires_in: 300, id_token: sign(all)]
    }

    private String sign(Map all) {
        def set = JWTClaimsSet.parse(all)
        if (signing == 'none') {
            return new PlainJWT(set).serialize()
        }
        boolean shared = signing == 'HS256'
        def jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.parse(signing)).keyID(key.keyID).build(), set)
        jwt.sign(shared ? new MACSigner(key.toPublicJWK().toString().bytes) : new RSASSASigner(key))
        jwt.serialize()
    }

    @Override
    void close() {
        http.stop(0)
    }
}
