package io.armature.engine.identity.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.armature.engine.identity.PeerAddresses;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** Calls providers: only where the operator allows, without following them elsewhere, and not for long. */
final class Peer {

    static final int MILLISECONDS = 5_000;
    static final int MOST_BYTES = 200_000;
    private static final Set<String> SCHEMES = Set.of("https");

    private final PeerAddresses addresses;

    Peer(PeerAddresses addresses) {
        this.addresses = addresses;
    }

    HTTPResponse get(URI address) throws OauthFailure {
        return send(new HTTPRequest(HTTPRequest.Method.GET, address));
    }

    HTTPResponse send(HTTPRequest request) throws OauthFailure {
        require(request.getURI());
        request.setConnectTimeout(MILLISECONDS);
        request.setReadTimeout(MILLISECONDS);
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException unreachable) {
            throw new OauthFailure("it cannot be reached", unreachable);
        }
    }

    void require(URI address) throws OauthFailure {
        if (!addresses.allow(address, SCHEMES)) {
            throw new OauthFailure("its address is not one that may be called");
        }
    }
}
