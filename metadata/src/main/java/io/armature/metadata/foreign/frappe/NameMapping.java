package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.javascript.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps what records are called: a field of its own where Frappe makes the name, the key where a field gives it. */
final class NameMapping {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST = 140;

    private final Site site;
    private final Site.Member member;

    NameMapping(Site site, Site.Member member) {
        this.site = site;
        this.member = member;
    }

    private Naming naming() {
        return member.naming();
    }

    /** The field that holds the name, where no other does. */
    Optional<ObjectNode> field(Consumer<String> told) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        field.put("type", "text").put("title", "ID").put("max", LONGEST);
        return switch (naming().kind()) {
            case NONE, FIELD -> Optional.empty();
            case CODE -> {
                told.accept("code gives its records their names: they have ids here");
                yield Optional.empty();
            }
            case PROMPT -> Optional.of(field.put("required", true));
            case SERIES -> Optional.of(field.put("readOnly", true));
            case FORMAT -> Optional.of(format(field));
        };
    }

    private ObjectNode format(ObjectNode field) {
        Matcher parts = BRACES.matcher(naming().pattern());
        StringBuilder pattern = new StringBuilder();
        List<String> values = new ArrayList<>();
        while (parts.find()) {
            parts.appendReplacement(pattern, Matcher.quoteReplacement("{" + values.size() + "}"));
            values.add(value(parts.group(1)));
        }
        parts.appendTail(pattern);
        String formula = "format(" + Value.text(pattern.toString()).text() + ", " + String.join(", ", values) + ")";
        field.put("formula", formula);
        field.put("stored", true);
        return field;
    }

    /** What stands between braces, as a text. */
    private String value(String part) {
        switch (part) {
            case "yyyy":
                return "text(year(today()))";
            case "MM":
                return "text(month(today()))";
            case "dd":
                return "text(day(today()))";
            default:
                break;
        }
        Optional<Value> value = new ConditionNames(site, member, any -> Optional.empty()).field(part);
        if (value.isEmpty()) {
            return "''";
        }
        return switch (value.get().sort()) {
            case TEXT -> value.get().text();
            case LINK -> value.get().key().orElse("''");
            case NUMBER, TICK, DAY, TIME, MOMENT, CONDITION ->
                "text(" + value.get().text() + ")";
            case ROWS, OPAQUE, NOTHING -> "''";
        };
    }

    /** The fields of the natural key. */
    List<String> key() {
        return switch (naming().kind()) {
            case NONE, CODE -> List.of();
            case PROMPT, SERIES, FORMAT -> List.of("name");
            case FIELD -> List.of(member.fields().getOrDefault(naming().field(), naming().field()));
        };
    }

    /** The number, for names with a counter. */
    Optional<ObjectNode> number(Consumer<String> told) {
        if (naming().kind() != Naming.Kind.SERIES) {
            return Optional.empty();
        }
        ObjectNode number = JsonNodeFactory.instance.objectNode();
        number.put("field", "name").put("pattern", pattern(naming().pattern(), told));
        List<String> templates = member.type()
                .field(naming().field())
                .map(field -> field.lines("options"))
                .orElse(List.of());
        if (templates.size() > 1) {
            number.put("by", member.fields().getOrDefault(naming().field(), naming().field()));
            ObjectNode patterns = number.putObject("patterns");
            templates.forEach(template -> patterns.put(template, pattern(Naming.dotted(template), told)));
        }
        return Optional.of(number);
    }

    /** With names of ours in braces; what names nothing here is left out. */
    private String pattern(String foreign, Consumer<String> told) {
        Matcher parts = BRACES.matcher(foreign);
        StringBuilder pattern = new StringBuilder();
        while (parts.find()) {
            String part = parts.group(1);
            boolean known = part.matches("#+|yyyy|yy|MM|dd");
            Optional<Value> value =
                    known ? Optional.empty() : new ConditionNames(site, member, any -> Optional.empty()).field(part);
            String path = value.map(found -> found.key().orElse(found.text())).orElse("");
            if (!known && path.isEmpty()) {
                told.accept("`{" + part + "}` in the names of records means nothing here");
            }
            String braces = known || !path.isEmpty() ? "{" + (known ? part : path) + "}" : "";
            parts.appendReplacement(pattern, Matcher.quoteReplacement(braces));
        }
        return parts.appendTail(pattern).toString();
    }
}
