package io.armature.engine.identity;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses of other systems a tenant's administrator may name. Inside the operator's network there is much that answers
 * to whoever asks, so private addresses and plain connections are for operators to allow.
 *
 * @param allowPrivate whether the operator allows them
 */
public record PeerAddresses(boolean allowPrivate) {

    private static final int IPV4_BYTES = 4;

    /** What the registries of RFC 6890 keep for machines, networks, tests and later; and the host that Azure's machines ask. */
    private static final List<Network> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "::ffff:0:0:0/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    /** Addresses of the new kind that stand for one of the old: translated (RFC 6052), and tunnelled (RFC 3056). */
    private static final Map<Network, Integer> STANDING_FOR =
            Map.of(Network.of("64:ff9b::/96"), 12, Network.of("2002::/16"), 2);

    /** The addresses that begin with the same bits. */
    private record Network(BigInteger prefix, int rest, int bytes) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            byte[] address = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            int rest = address.length * Byte.SIZE - Integer.parseInt(text.substring(slash + 1));
            return new Network(new BigInteger(1, address).shiftRight(rest), rest, address.length);
        }

        boolean has(byte[] address) {
            return address.length == bytes
                    && new BigInteger(1, address).shiftRight(rest).equals(prefix);
        }
    }

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
        return INSIDE.stream().anyMatch(network -> network.has(bytes))
                || inner(bytes).filter(PeerAddresses::isPrivate).isPresent();
    }

    private static Optional<InetAddress> inner(byte[] bytes) {
        return STANDING_FOR.entrySet().stream()
                .filter(network -> network.getKey().has(bytes))
                .map(network -> inner(bytes, network.getValue()))
                .findFirst();
    }

    private static InetAddress inner(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address", impossible);
        }
    }
}
