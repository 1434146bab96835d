package io.armature.metadata.foreign;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/** Makes names of ours from foreign ones: lower-case letters, digits and underscores, each given once. */
public final class PlainNames {

    private final int longest;
    private final Set<String> taken = new HashSet<>();

    /** @param longest how many characters a name may have; what is longer ends in a hash of the whole */
    public PlainNames(int longest) {
        this.longest = longest;
    }

    /** Keeps a name from being given. */
    public void reserve(String name) {
        taken.add(name);
    }

    /** A free name like this one; the same words in the same order give the same names. */
    public String give(String foreign) {
        String plain = of(foreign, longest);
        String free = plain;
        for (int i = 1; !taken.add(free); i++) {
            String ending = "_" + i;
            free = plain.substring(0, Math.min(plain.length(), longest - ending.length())) + ending;
        }
        return free;
    }

    /** The name that comes of foreign words by themselves. Letters of other scripts become a hash. */
    public static String of(String foreign, int longest) {
        String plain = Normalizer.normalize(foreign, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        if (plain.isEmpty()) {
            plain = "x_" + hash(foreign);
        }
        if (plain.charAt(0) <= '9') {
            plain = "n_" + plain;
        }
        return plain.length() <= longest
                ? plain
                : plain.substring(0, longest - 9).replaceAll("_+$", "") + "_" + hash(foreign);
    }

    private static String hash(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }
}
