package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.ConditionTranslator;
import io.armature.metadata.foreign.javascript.Pieces;
import io.armature.metadata.foreign.javascript.Untranslatable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of a template mean at one place of it, and what its expressions are in our language. */
final class TemplateScope {

    private static final Set<String> RICH = Set.of("Text Editor", "HTML Editor", "HTML");
    private static final Pattern ASKED =
            Pattern.compile("frappe\\.(?:db\\.)?get_(?:cached_)?value\\(\\s*(['\"])([^'\"]+)\\1\\s*,"
                    + "\\s*(\\w+)\\.(\\w+)\\s*,\\s*(['\"])(\\w+)\\5\\s*\\)");
    private static final Pattern RECORD = Pattern.compile(
            "frappe\\.(?:db\\.)?get_(?:cached_)?(?:value|doc)\\(\\s*(['\"])([^'\"]+)\\1\\s*,\\s*(\\w+)\\.(\\w+)\\s*"
                    + "(?:,\\s*\\[[^\\]]*])?\\s*\\)");
    private static final Pattern NAMED = Pattern.compile(",\\s*\\w+\\s*=(?!=)\\s*(?:'[^']*'|\"[^\"]*\"|[\\w.]+)");
    private static final Pattern GET =
            Pattern.compile("\\b(\\w+)\\.get(?:_formatted)?\\(\\s*['\"](\\w+)['\"][^()]*\\)");
    private static final Pattern NAMES =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w.$])([A-Za-z_]\\w*)(\\.[\\w$]+)?");

    private final TemplatePlaces places;
    /** What names stand for, as paths with {@code $}. */
    private final Map<String, String> aliases;

    private TemplateScope(TemplatePlaces places, Map<String, String> aliases) {
        this.places = places;
        this.aliases = new LinkedHashMap<>(aliases);
    }

    /** The scope of a template about records of a DocType. */
    static TemplateScope of(AppContext context, Site.Member member) {
        return new TemplateScope(TemplatePlaces.of(context, member), Map.of("doc", "doc"));
    }

    /** Remembers what a name stands for; what has no counterpart is not known from then on. */
    void assign(String name, String python) {
        aliases.remove(name);
        Matcher record = RECORD.matcher(NAMED.matcher(python).replaceAll(""));
        String path = record.matches() && aliases.containsKey(record.group(3))
                ? aliases.get(record.group(3)) + TemplatePlaces.BETWEEN + record.group(4)
                : path(python).orElse("");
        if (!path.isEmpty()) {
            aliases.put(name, path);
        }
    }

    /**
     * The scope inside of a loop.
     *
     * @throws Untranslatable when the list is no list of rows of the record at hand
     */
    TemplateScope inside(String name, String python) throws Untranslatable {
        String path = path(python).orElse("");
        Doc field = places.definition(path)
                .filter(list -> list.fieldtype().startsWith("Table"))
                .orElseThrow(() -> new Untranslatable("the list `" + python + "`"));
        TemplatePlaces.Place place = places.place(path.substring(0, path.lastIndexOf(TemplatePlaces.BETWEEN)))
                .filter(here -> here.before().isEmpty())
                .orElseThrow(() -> new Untranslatable("the list `" + python + "`"));
        Site.Member parent = place.member().orElseThrow();
        Site.Member child = places.context()
                .member(field.text("options", ""))
                .orElseThrow(() -> new Untranslatable("the rows of `" + python + "`"));
        TemplateScope inner = new TemplateScope(places.inside(name, new Site.Owner(parent, field), child), aliases);
        inner.aliases.put(name, name);
        return inner;
    }

    /** What a list is called here. */
    String list(String python) {
        String path = path(python).orElse("");
        String name = path.substring(path.lastIndexOf(TemplatePlaces.BETWEEN) + 1);
        return places.place(path.substring(0, Math.max(0, path.lastIndexOf(TemplatePlaces.BETWEEN))))
                .flatMap(TemplatePlaces.Place::member)
                .map(member -> member.fields().getOrDefault(name, name))
                .orElse(name);
    }

    /** The field of rich text that an expression shows and nothing else, as an expression of ours. */
    Optional<String> rich(String python) {
        return path(python.replaceAll("\\|\\s*safe\\s*$", ""))
                .filter(path -> places.definition(path)
                        .filter(field -> RICH.contains(field.fieldtype()))
                        .isPresent())
                .flatMap(places::field)
                .map(value -> value.text());
    }

    /** The text that an expression shows, with expressions of ours between double braces. */
    String text(String python) throws Untranslatable {
        return new Pieces(places).of(javascript(python));
    }

    /** A condition, true or false and never null. */
    String condition(String python) throws Untranslatable {
        return new ConditionTranslator(places).translate(javascript(python));
    }

    /** The path, where an expression is nothing but one. */
    private Optional<String> path(String python) {
        String javascript = javascript(python);
        return javascript.matches("doc\\.[\\w$]+")
                ? Optional.of(javascript.substring("doc.".length()))
                : Optional.empty();
    }

    private String javascript(String python) {
        String plain = NAMED.matcher(python).replaceAll("");
        plain = ASKED.matcher(plain).replaceAll(TemplateScope::linked);
        plain = GET.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "." + found.group(2)));
        return NAMES.matcher(PythonCondition.javascript(plain)).replaceAll(this::named);
    }

    private static String linked(MatchResult asked) {
        return Matcher.quoteReplacement(
                asked.group(3) + "." + asked.group(4) + TemplatePlaces.BETWEEN + asked.group(6));
    }

    private String named(MatchResult found) {
        String alias = found.group(1) == null ? null : aliases.get(found.group(1));
        if (alias == null) {
            return Matcher.quoteReplacement(found.group());
        }
        String rest = found.group(2) == null
                ? ""
                : TemplatePlaces.BETWEEN + found.group(2).substring(1);
        return Matcher.quoteReplacement("doc." + alias + rest);
    }
}
