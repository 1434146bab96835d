package io.armature.engine.identity;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Which addresses of other systems a tenant's administrator may name. Inside the operator's network there is much that answers
 * to whoever asks, so private addresses and plain connections are for operators to allow.
 *
 * @param allowPrivate whether the operator allows them
 */
public record PeerAddresses(boolean allowPrivate) {

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int IPV6_BYTES = 16;
    private static final int SHARED_FIRST = 100;
    private static final int SHARED_SECOND = 64;
    private static final int SHARED_MASK = 0xc0;
    private static final int BYTE = 0xff;

    /** Whether an address may be called.
     *
     * @param schemes those that are good anywhere, such as {@code https}
     */
    public boolean allow(URI address, Set<String> schemes) {
        if (address.getHost() == null) {
            return false;
        }
        return allowPrivate || schemes.contains(address.getScheme()) && isPublic(address.getHost());
    }

    /** Whether a single address, which a name was looked up to be, may be called. */
    public boolean allow(InetAddress address) {
        return allowPrivate || !isPrivate(address);
    }

    private static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).noneMatch(PeerAddresses::isPrivate);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Whether an address leads into some network's inside, to this machine, or to many at once. */
    public static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == IPV6_BYTES && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        boolean shared = bytes.length != IPV6_BYTES
                && (bytes[0] & BYTE) == SHARED_FIRST
                && (bytes[1] & SHARED_MASK) == SHARED_SECOND;
        return uniqueLocal
                || shared
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
