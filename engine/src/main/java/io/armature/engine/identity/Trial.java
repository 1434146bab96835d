package io.armature.engine.identity;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Somebody or something whose failures are counted.
 *
 * @param key a hash: what people type into a name's field may be their password
 * @param once a hash too: further failures with the same do not count until the window is over; empty where each counts
 * @param free how many failures cost nothing
 * @param window after how long without a failure the count begins again
 * @param longest the longest wait
 */
public record Trial(byte[] key, byte[] once, int free, Duration window, Duration longest) {

    private static final int FREE_OF_A_NAME = 10;
    /** Many people share an address; a few mistype. */
    private static final int FREE_OF_AN_ADDRESS = 40;

    private static final int FREE_OF_A_REQUEST = 5;
    private static final int NETWORK_BYTES = 8;
    private static final byte[] EACH = {};
    /** Spaces, and what RFC 4518 has directories leave out. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\x{34f}\\x{180b}-\\x{180d}\\x{fe00}-\\x{fe0f}]");

    /** A name that somebody signs in with, whether there is a user of that name or not. */
    public static Trial name(String username) {
        return new Trial(
                Secrets.hash("name:" + folded(username)),
                EACH,
                FREE_OF_A_NAME,
                Duration.ofHours(6),
                Duration.ofHours(1));
    }

    /** A browser in which somebody has signed in before. */
    static Trial device(byte[] random) {
        return new Trial(
                Secrets.hash("device:" + HexFormat.of().formatHex(random)),
                EACH,
                FREE_OF_A_NAME,
                Duration.ofHours(6),
                Duration.ofHours(1));
    }

    /**
     * An address from which somebody tries; of IPv6 its network, since a host has as many addresses as it likes. A program in an
     * office that goes on with an old password counts once: the name waits, the others there do not.
     *
     * @param what what is tried, such as a name or a token
     */
    public static Trial address(String address, String what) {
        String network = network(address);
        return new Trial(
                Secrets.hash("address:" + network),
                Secrets.hash("address:" + network + ":" + folded(what)),
                FREE_OF_AN_ADDRESS,
                Duration.ofMinutes(15),
                Duration.ofMinutes(15));
    }

    /** Something that is done rarely, such as asking for a mail: each time counts. */
    public static Trial request(String what, String who) {
        return new Trial(
                Secrets.hash(what + ":" + folded(who)),
                EACH,
                FREE_OF_A_REQUEST,
                Duration.ofHours(1),
                Duration.ofHours(1));
    }

    /**
     * One spelling for all that lead to the same account: the database and directories take letters for the same that differ in
     * case, width or marks nobody sees, and each would be another name to guess at.
     */
    private static String folded(String name) {
        return UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return new BigInteger(1, Arrays.copyOf(bytes, Math.min(NETWORK_BYTES, bytes.length))).toString();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
