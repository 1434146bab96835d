package io.armature.engine.identity.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.armature.engine.tenant.Tenant;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What OpenID providers tell of themselves, and whether what they sign is theirs. Their descriptions are remembered for an hour,
 * their keys by Nimbus, which asks again for a key that it does not know. Safe for many threads.
 */
final class OpenId {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MOST = 1_000;
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    /** With a key that only the provider has: neither {@code none}, nor one that we share. */
    private static final Set<JWSAlgorithm> ALGORITHMS = new LinkedHashSet<>(JWSAlgorithm.Family.SIGNATURE);

    private final Peer peer;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    OpenId(Peer peer, Clock clock) {
        this.peer = peer;
        this.clock = clock;
    }

    private record Key(String tenant, String issuer) {}

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

    OIDCProviderMetadata metadata(Tenant tenant, String issuer) throws OauthFailure {
        return known(tenant, issuer).metadata();
    }

    private Known known(Tenant tenant, String issuer) throws OauthFailure {
        Key key = new Key(tenant.schema(), issuer);
        Known remembered = known.get(key);
        if (remembered != null && remembered.until().isAfter(clock.instant())) {
            return remembered;
        }
        Known read = read(issuer);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(key, read);
        return read;
    }

    private Known read(String issuer) throws OauthFailure {
        try {
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(
                    peer.get(URI.create(base + DISCOVERY)).getBody());
            if (!metadata.getIssuer().equals(new Issuer(issuer))) {
                throw new OauthFailure("it calls itself otherwise");
            }
            peer.require(metadata.getTokenEndpointURI());
            peer.require(metadata.getJWKSetURI());
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(), peer)
                    .build();
            return new Known(metadata, keys, clock.instant().plus(LIFETIME));
        } catch (ParseException | MalformedURLException | IllegalArgumentException | NullPointerException nonsense) {
            throw new OauthFailure("its description cannot be read", nonsense);
        }
    }

    /** What a token says that the provider signed for us and for this sign-in. */
    IDTokenClaimsSet verify(Tenant tenant, Provider provider, String issuer, JWT token, String nonce)
            throws OauthFailure {
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(issuer),
                new ClientID(provider.clientId()),
                new JWSVerificationKeySelector<>(
                        ALGORITHMS, known(tenant, issuer).keys()),
                null);
        try {
            return validator.validate(token, new Nonce(nonce));
        } catch (BadJOSEException | JOSEException forged) {
            throw new OauthFailure("its token is not good", forged);
        }
    }
}
