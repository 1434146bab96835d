package io.armature.engine.identity.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.armature.engine.tenant.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the code that a browser brings back into what the provider says of its user. */
final class Exchange {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peer peer;
    private final OpenId openId;

    Exchange(Peer peer, OpenId openId) {
        this.peer = peer;
        this.openId = openId;
    }

    /** The claims about the user. */
    JsonNode claims(Tenant tenant, Provider provider, Flow flow, String code, URI callback) throws OauthFailure {
        try {
            return provider.issuer().isPresent()
                    ? openId(tenant, provider, provider.issuer().get(), flow, code, callback)
                    : oauth(provider, flow, code, callback);
        } catch (ParseException | JsonProcessingException nonsense) {
            throw new OauthFailure("its answer cannot be read", nonsense);
        }
    }

    private JsonNode openId(Tenant tenant, Provider provider, String issuer, Flow flow, String code, URI callback)
            throws OauthFailure, ParseException, JsonProcessingException {
        OIDCProviderMetadata metadata = openId.metadata(tenant, issuer);
        HTTPRequest request = request(
                metadata.getTokenEndpointURI(), provider, metadata.getTokenEndpointAuthMethods(), flow, code, callback);
        TokenResponse answer = OIDCTokenResponseParser.parse(peer.call(request));
        if (!(answer instanceof OIDCTokenResponse tokens)) {
            throw new OauthFailure("it does not accept the code");
        }
        IDTokenClaimsSet claims =
                openId.verify(tenant, provider, issuer, tokens.getOIDCTokens().getIDToken(), flow.nonce());
        JsonNode said = JSON.readTree(claims.toJSONString());
        if (metadata.getUserInfoEndpointURI() == null) {
            return said;
        }
        JsonNode more = userinfo(
                metadata.getUserInfoEndpointURI(), tokens.getOIDCTokens().getAccessToken());
        if (!more.path("sub").asText().equals(said.path("sub").asText())) {
            throw new OauthFailure("it speaks of two people");
        }
        ObjectNode all = more.deepCopy();
        said.properties().forEach(claim -> all.set(claim.getKey(), claim.getValue()));
        return all;
    }

    private JsonNode oauth(Provider provider, Flow flow, String code, URI callback)
            throws OauthFailure, ParseException, JsonProcessingException {
        Provider.Endpoints endpoints =
                provider.endpoints().orElseThrow(() -> new OauthFailure("it has neither issuer nor addresses"));
        HTTPRequest request = request(endpoints.token(), provider, null, flow, code, callback);
        request.setAccept("application/json");
        TokenResponse answer = TokenResponse.parse(peer.call(request));
        if (!answer.indicatesSuccess()) {
            throw new OauthFailure("it does not accept the code");
        }
        return userinfo(
                endpoints.userinfo(), answer.toSuccessResponse().getTokens().getAccessToken());
    }

    private JsonNode userinfo(URI address, AccessToken token) throws OauthFailure, JsonProcessingException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, address);
        request.setAuthorization(token.toAuthorizationHeader());
        request.setAccept("application/json");
        HTTPResponse answer = peer.call(request);
        JsonNode claims = answer.indicatesSuccess() ? JSON.readTree(answer.getBody()) : JSON.missingNode();
        if (!claims.isObject()) {
            throw new OauthFailure("it does not say who it is");
        }
        return claims;
    }

    private static HTTPRequest request(
            URI address,
            Provider provider,
            @Nullable List<ClientAuthenticationMethod> methods,
            Flow flow,
            String code,
            URI callback) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(flow.verifier()));
        ClientID client = new ClientID(provider.clientId());
        Optional<Secret> secret = provider.clientSecret().map(Secret::new);
        if (secret.isEmpty()) {
            return new TokenRequest.Builder(address, client, grant).build().toHTTPRequest();
        }
        boolean inBody = methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return new TokenRequest.Builder(
                        address,
                        inBody
                                ? new ClientSecretPost(client, secret.get())
                                : new ClientSecretBasic(client, secret.get()),
                        grant)
                .build()
                .toHTTPRequest();
    }
}
