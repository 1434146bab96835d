package io.armature.engine.identity.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.armature.engine.db.Database;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.identity.Place;
import io.armature.engine.identity.ProvidedUsers;
import io.armature.engine.identity.PublicAddress;
import io.armature.engine.identity.SignIn;
import io.armature.engine.identity.SignedIn;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs in by a provider: authorization code with PKCE, state and nonce, all bound to the browser by a sealed cookie. Safe for
 * many threads.
 */
public final class OauthSignIn {

    /** How long somebody may take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(OauthSignIn.class);
    private static final String PURPOSE = "oauth-flow";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProviderStore providers;
    private final OpenId openId;
    private final Exchange exchange;
    private final ProvidedUsers users;
    private final SignIn signIn;
    private final Peers peers;

    /** What it needs of the node. */
    public record Peers(Vault vault, PublicAddress address, PeerAddresses allowed, Clock clock) {}

    public OauthSignIn(Database database, ProvidedUsers users, SignIn signIn, Peers peers) {
        Peer peer = new Peer(peers.allowed());
        this.providers = new ProviderStore(database, peers.vault());
        this.openId = new OpenId(peer, peers.clock());
        this.exchange = new Exchange(peer, openId);
        this.users = users;
        this.signIn = signIn;
        this.peers = peers;
    }

    /** A provider for the sign-in page. */
    public record Listed(String name, String title, String url) {}

    /**
     * A sign-in that begins.
     *
     * @param address where to send the browser
     * @param cookie what the browser keeps meanwhile
     */
    public record Begun(URI address, String cookie) {}

    /** @param redirect a path of this site */
    public record Ended(SignedIn signedIn, String redirect) {}

    public List<Listed> list(Tenant tenant) {
        return providers.list(tenant);
    }

    /**
     * Begins a sign-in.
     *
     * @param redirect a path of this site to go to afterwards
     * @throws ProblemException when there is no such provider, or it cannot be reached
     */
    public Begun begin(Tenant tenant, String name, String redirect) {
        Provider provider = provider(tenant, name);
        CodeVerifier verifier = new CodeVerifier();
        Flow flow = new Flow(
                name,
                new State().getValue(),
                new Nonce().getValue(),
                verifier.getValue(),
                redirect,
                peers.clock().instant().plus(PATIENCE).getEpochSecond());
        try {
            AuthorizationRequest request = provider.issuer().isPresent()
                    ? openId(tenant, provider, provider.issuer().get(), flow, verifier)
                    : oauth(tenant, provider, flow, verifier);
            return new Begun(request.toURI(), peers.vault().seal(tenant, PURPOSE, JSON.writeValueAsString(flow)));
        } catch (OauthFailure failed) {
            throw failed(tenant, name, failed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A flow is texts and a number", impossible);
        }
    }

    /**
     * Ends a sign-in.
     *
     * @param cookie what the browser kept
     * @throws ProblemException when what came back does not belong to what began, or the user has no account
     */
    public Ended end(
            Tenant tenant,
            String name,
            Optional<String> code,
            Optional<String> state,
            Optional<String> cookie,
            Place place) {
        Provider provider = provider(tenant, name);
        try {
            Flow flow = cookie.flatMap(kept -> open(tenant, kept))
                    .filter(known -> known.provider().equals(name))
                    .filter(known -> known.until() > peers.clock().instant().getEpochSecond())
                    .filter(known -> state.isPresent() && same(known.state(), state.get()))
                    .orElseThrow(() -> new OauthFailure("what came back does not belong to what this browser began"));
            String given = code.orElseThrow(() -> new OauthFailure("it gave no code"));
            UUID user = users.resolve(
                            tenant,
                            ClaimReader.read(
                                    provider, exchange.claims(tenant, provider, flow, given, callback(tenant, name))),
                            provider.admission(),
                            place.origin())
                    .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.NO_ACCOUNT, "")));
            return new Ended(signIn.begin(tenant, user, provider.key(), place), flow.redirect());
        } catch (OauthFailure failed) {
            throw failed(tenant, name, failed);
        }
    }

    private Optional<Flow> open(Tenant tenant, String sealed) {
        if (!Vault.isSealed(sealed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(peers.vault().open(tenant, PURPOSE, sealed), Flow.class));
        } catch (ProblemException | JsonProcessingException notOurs) {
            LOG.debug("A flow of tenant {} cannot be opened: {}", tenant.name(), notOurs.getMessage());
            return Optional.empty();
        }
    }

    private Provider provider(Tenant tenant, String name) {
        return providers
                .find(tenant, name)
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.NOT_FOUND, "", "sign-in provider " + name, "")));
    }

    private AuthorizationRequest openId(
            Tenant tenant, Provider provider, String issuer, Flow flow, CodeVerifier verifier) throws OauthFailure {
        Scope scopes = Scope.parse(provider.scopes());
        scopes.add("openid");
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        scopes,
                        new ClientID(provider.clientId()),
                        callback(tenant, provider.name()))
                .endpointURI(openId.metadata(tenant, issuer).getAuthorizationEndpointURI())
                .state(new State(flow.state()))
                .nonce(new Nonce(flow.nonce()))
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
    }

    private AuthorizationRequest oauth(Tenant tenant, Provider provider, Flow flow, CodeVerifier verifier)
            throws OauthFailure {
        URI address = provider.endpoints()
                .map(Provider.Endpoints::authorization)
                .orElseThrow(() -> new OauthFailure("it has neither issuer nor addresses"));
        return new AuthorizationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), new ClientID(provider.clientId()))
                .endpointURI(address)
                .redirectionURI(callback(tenant, provider.name()))
                .scope(Scope.parse(provider.scopes()))
                .state(new State(flow.state()))
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
    }

    private URI callback(Tenant tenant, String name) {
        return URI.create(peers.address().of(tenant) + "/api/auth/oauth/" + name + "/callback");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException failed(Tenant tenant, String name, OauthFailure failure) {
        LOG.warn(
                "A sign-in of tenant {} by {} failed: {} ({})",
                tenant.name(),
                name,
                failure.getMessage(),
                Optional.ofNullable(failure.getCause())
                        .map(Throwable::getMessage)
                        .orElse(""));
        return new ProblemException(
                Problem.inValue(ProblemCode.PROVIDER_FAILED, "", String.valueOf(failure.getMessage())));
    }
}
