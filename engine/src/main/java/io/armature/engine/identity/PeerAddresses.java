package io.armature.engine.identity;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
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
    private static final int FUTURE = 240;
    private static final int SHARED_MASK_OF_TESTS = 0xfe;
    private static final int IPV4_BYTES = 4;
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

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

    /** What RFC 6890 keeps for networks themselves, for tests and for later. */
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        return bytes.length != IPV6_BYTES
                && (first == 0
                        || first >= FUTURE
                        || first == 192 && second == 0 && bytes[2] == 0
                        || first == 198 && (second & SHARED_MASK_OF_TESTS) == 18);
    }

    /** The address of the old kind that one of the new kind stands for: translated (RFC 6052), tunnelled (RFC 3056), or plain. */
    private static Optional<InetAddress> inner(byte[] bytes) {
        if (bytes.length != IPV6_BYTES) {
            return Optional.empty();
        }
        boolean tunnelled = bytes[0] == 0x20 && bytes[1] == 0x02;
        byte[] prefix = Arrays.copyOf(bytes, IPV6_BYTES - IPV4_BYTES);
        boolean embedded = Arrays.equals(prefix, TRANSLATED) || Arrays.equals(prefix, new byte[prefix.length]);
        try {
            return tunnelled
                    ? Optional.of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 2, 2 + IPV4_BYTES)))
                    : embedded
                            ? Optional.of(
                                    InetAddress.getByAddress(Arrays.copyOfRange(bytes, prefix.length, IPV6_BYTES)))
                            : Optional.empty();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address", impossible);
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
                || isReserved(bytes)
                || inner(bytes).filter(PeerAddresses::isPrivate).isPresent()
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
