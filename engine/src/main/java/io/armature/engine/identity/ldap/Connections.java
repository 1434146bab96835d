package io.armature.engine.identity.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.identity.PeerNames;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Opens connections to directories: only where the operator allows, with TLS, and not for long. */
final class Connections {

    private static final int MILLISECONDS = 5_000;
    private static final int PORT = 389;
    private static final int TLS_PORT = 636;
    private static final String TLS = "ldaps";

    private final PeerAddresses addresses;

    Connections(PeerAddresses addresses) {
        this.addresses = addresses;
    }

    LDAPConnection open(Directory directory) throws LDAPException {
        URI url = directory.url();
        boolean encrypted = url.getScheme().equals(TLS) || directory.startTls();
        if (!addresses.allow(url, encrypted ? Set.of("ldap", TLS) : Set.of())) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "The address is not one that may be called");
        }
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(MILLISECONDS);
        options.setResponseTimeoutMillis(MILLISECONDS);
        options.setFollowReferrals(false);
        options.setNameResolver(new CheckedNames(new PeerNames(addresses)));
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return url.getScheme().equals(TLS)
                ? new LDAPConnection(context(directory).getSocketFactory(), options, url.getHost(), port(url, TLS_PORT))
                : plain(directory, options);
    }

    private static LDAPConnection plain(Directory directory, LDAPConnectionOptions options) throws LDAPException {
        URI url = directory.url();
        LDAPConnection connection = new LDAPConnection(options, url.getHost(), port(url, PORT));
        if (directory.startTls()) {
            try {
                ResultCode code = connection
                        .processExtendedOperation(new StartTLSExtendedRequest(context(directory)))
                        .getResultCode();
                if (code != ResultCode.SUCCESS) {
                    throw new LDAPException(code, "The directory does not turn to TLS");
                }
            } catch (LDAPException refused) {
                connection.close();
                throw refused;
            }
        }
        return connection;
    }

    private static SSLContext context(Directory directory) throws LDAPException {
        try {
            return Trust.context(directory.certificates());
        } catch (GeneralSecurityException unreadable) {
            throw new LDAPException(ResultCode.PARAM_ERROR, "The certificates cannot be read", unreadable);
        }
    }

    private static int port(URI url, int usual) {
        return url.getPort() > 0 ? url.getPort() : usual;
    }
}
