package io.armature.metadata.foreign.frappe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the records of a DocType get their names.
 *
 * @param kind what the name is made of
 * @param field for {@link Kind#FIELD} the foreign field; for {@link Kind#SERIES} the field that chooses the series, or empty
 * @param pattern for numbers and formats: our pattern, with foreign names of fields in braces
 */
record Naming(Kind kind, String field, String pattern) {

    enum Kind {
        /** Random characters, or a single: the id is enough. */
        NONE,
        /** Code that is not imported. */
        CODE,
        FIELD,
        /** People type it. */
        PROMPT,
        /** A pattern with a counter. */
        SERIES,
        /** A pattern without a counter. */
        FORMAT
    }

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final String COUNTER = "{#####}";

    static Naming of(DocType type) {
        if (type.isSingle() || type.isChild() || type.isVirtual()) {
            return new Naming(Kind.NONE, "", "");
        }
        String rule = type.doc().text("autoname", "").strip();
        String lower = rule.toLowerCase(Locale.ROOT);
        if (rule.isEmpty()) {
            return type.field("naming_series").isPresent()
                    ? series(type, "naming_series")
                    : new Naming(Kind.NONE, "", "");
        }
        if (lower.startsWith("field:")) {
            return field(type, rule.substring("field:".length()).strip());
        }
        if (lower.startsWith("naming_series")) {
            return series(type, "naming_series");
        }
        return switch (lower) {
            case "hash", "uuid" -> new Naming(Kind.NONE, "", "");
            case "prompt" -> new Naming(Kind.PROMPT, "", "");
            case "autoincrement" -> new Naming(Kind.SERIES, "", "{#}");
            default -> pattern(type, rule);
        };
    }

    private static Naming field(DocType type, String name) {
        return type.field(name).filter(field -> !DocType.isLayout(field)).isPresent()
                ? new Naming(Kind.FIELD, name, "")
                : new Naming(Kind.CODE, "", "");
    }

    private static Naming series(DocType type, String field) {
        List<String> templates =
                type.field(field).map(found -> found.lines("options")).orElse(List.of());
        return new Naming(Kind.SERIES, field, templates.isEmpty() ? COUNTER : dotted(templates.getFirst()));
    }

    private static Naming pattern(DocType type, String rule) {
        if (rule.toLowerCase(Locale.ROOT).startsWith("format:")) {
            String pattern = braces(rule.substring("format:".length()));
            if (!pattern.contains("{")) {
                return new Naming(pattern.isBlank() ? Kind.NONE : Kind.CODE, "", "");
            }
            return new Naming(pattern.contains("{#") ? Kind.SERIES : Kind.FORMAT, "", pattern);
        }
        return rule.contains("#") ? new Naming(Kind.SERIES, "", dotted(rule)) : field(type, rule);
    }

    /** {@code SINV-.YYYY.-.#####}: parts between dots. */
    static String dotted(String template) {
        StringBuilder pattern = new StringBuilder();
        boolean counted = false;
        for (String part : template.split("\\.", -1)) {
            if (part.matches("#+")) {
                pattern.append(counted ? "" : "{" + part + "}");
                counted = true;
            } else if (part.matches(".*[^#]#+")) {
                int first = part.indexOf('#');
                pattern.append(plain(part.substring(0, first)));
                pattern.append(counted ? "" : "{" + part.substring(first) + "}");
                counted = true;
            } else {
                pattern.append(
                        BRACES.matcher(part).matches() ? part : date(part).orElseGet(() -> plain(part)));
            }
        }
        return counted ? pattern.toString() : pattern + COUNTER;
    }

    /** {@code format:AUT-{YYYY}-{#####}}: parts in braces, of which one counts. */
    private static String braces(String template) {
        Matcher parts = BRACES.matcher(template);
        StringBuilder pattern = new StringBuilder();
        boolean counted = false;
        while (parts.find()) {
            String part = parts.group(1).strip();
            boolean counter = part.matches("#+");
            String ours = counter && counted ? "" : date(part).orElse("{" + part + "}");
            counted |= counter;
            parts.appendReplacement(pattern, Matcher.quoteReplacement(ours));
        }
        return parts.appendTail(pattern).toString();
    }

    private static Optional<String> date(String part) {
        return switch (part) {
            case "YYYY", "FY" -> Optional.of("{yyyy}");
            case "YY" -> Optional.of("{yy}");
            case "MM" -> Optional.of("{MM}");
            case "DD" -> Optional.of("{dd}");
            default -> Optional.empty();
        };
    }

    private static String plain(String text) {
        return text.replace("{", "").replace("}", "");
    }
}
