package io.armature.engine.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The TrueType fonts with which a text can be set: one that comes along, and those of the machine, which are looked at
 * only for a text that needs them. What a font has is looked up once. Safe for many threads.
 */
public final class Fonts {

    /** The name of the font that comes along: Latin, Greek, Cyrillic, Hebrew and many signs. */
    static final String WIDE = "Liberation Sans";

    private static final String WIDE_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Plain faces of fonts with many scripts, the better ones first. */
    private static final List<String> KNOWN =
            List.of("noto", "dejavusans.", "droid", "wqy", "unifont", "freesans", "arial");

    private static final Pattern ODD =
            Pattern.compile("bold|italic|oblique|light|thin|black|mono|serif|condensed|narrow|emoji|medium|math");
    private static final int MOST_FILES = 2_000;
    private static final int DEEP = 6;
    private static final int LAST = 0x3FFFF;

    /** Joined forms, which fonts for Arabic have besides the letters: the last form of alef stands for them. */
    private static final int JOINED = 0xFE8E;

    private final List<Path> folders;
    private final Map<Path, BitSet> known = new ConcurrentHashMap<>();

    /** @param folders where fonts are, the first ones first; those that are not there count for nothing */
    public Fonts(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The folders in which systems keep fonts, behind one of the operator's own. */
    public static Fonts of(Path own) {
        String home = System.getProperty("user.home", ".");
        return new Fonts(List.of(
                own,
                Path.of("/usr/local/share/fonts"),
                Path.of("/usr/share/fonts"),
                Path.of(home, ".local/share/fonts"),
                Path.of(home, ".fonts"),
                Path.of("/Library/Fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("C:/Windows/Fonts")));
    }

    /**
     * Fonts for a text.
     *
     * @param fonts files, besides the font that comes along
     * @param missing scripts that no font has, by their Unicode names
     */
    record Choice(List<Path> fonts, Set<String> missing) {}

    Choice forText(String text) {
        BitSet wanted = new BitSet();
        text.codePoints().filter(Character::isLetter).forEach(wanted::set);
        wanted.andNot(known.computeIfAbsent(Path.of(WIDE), _ -> characters(Fonts::wideFont)));
        List<Path> fonts = new ArrayList<>();
        if (!wanted.isEmpty()) {
            for (Path file : files()) {
                BitSet has = known.computeIfAbsent(file, path -> characters(() -> font(path)));
                if (has.intersects(wanted)) {
                    fonts.add(file);
                    wanted.andNot(has);
                }
                if (wanted.isEmpty()) {
                    break;
                }
            }
        }
        return new Choice(List.copyOf(fonts), scripts(wanted));
    }

    static InputStream wide() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(WIDE_FILE), WIDE_FILE);
    }

    private static TrueTypeFont wideFont() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(wide()));
    }

    private static TrueTypeFont font(Path file) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    }

    private static Set<String> scripts(BitSet characters) {
        return characters.stream()
                .mapToObj(Character.UnicodeScript::of)
                .map(script ->
                        script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Path> files() {
        return folders.stream().flatMap(Fonts::filesIn).limit(MOST_FILES).toList();
    }

    private static Stream<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder, DEEP)) {
            return all
                    .filter(file -> name(file).endsWith(".ttf"))
                    .filter(file -> !ODD.matcher(name(file)).find())
                    .sorted(Comparator.comparingInt(Fonts::rank).thenComparing(Comparator.naturalOrder()))
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException closed) {
            return Stream.empty();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static int rank(Path file) {
        Optional<String> found =
                KNOWN.stream().filter(word -> name(file).startsWith(word)).findFirst();
        return found.map(KNOWN::indexOf).orElse(KNOWN.size());
    }

    /** Opens a font. */
    private interface Source {
        TrueTypeFont open() throws IOException;
    }

    /** The letters that a font can set; none of a file that cannot be read or be put into a PDF. */
    private static BitSet characters(Source source) {
        BitSet characters = new BitSet();
        try (TrueTypeFont font = source.open()) {
            CmapLookup glyphs = font.getUnicodeCmapLookup(false);
            if (glyphs == null || font.getGlyph() == null) {
                return characters;
            }
            boolean joins = glyphs.getGlyphId(JOINED) > 0;
            for (int character = 0; character <= LAST; character++) {
                if (Character.isLetter(character)
                        && glyphs.getGlyphId(character) > 0
                        && (joins || Character.UnicodeScript.of(character) != Character.UnicodeScript.ARABIC)) {
                    characters.set(character);
                }
            }
        } catch (IOException unreadable) {
            return new BitSet();
        }
        return characters;
    }
}
