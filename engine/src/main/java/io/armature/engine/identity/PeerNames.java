package io.armature.engine.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names of other systems up, and gives only addresses that may be called. The connection is made to one of these: no
 * second answer of the name service can lead elsewhere.
 */
public record PeerNames(PeerAddresses allowed) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(allowed::allow)) {
            throw new UnknownHostException("it is at an address that may not be called");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
