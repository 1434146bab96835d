package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.javascript.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps a field's default: a value, or one of Frappe's words for a value of the moment. */
final class DefaultMapping {

    private static final String KEY = "default";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");
    private static final Set<String> ANY_TEXT =
            Set.of("text", "longText", "html", "markdown", "code", "barcode", "email", "phone", "url", "color");

    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(:\\d{2})?)(\\.\\d+)?");
    private static final Pattern ANY = Pattern.compile(".*");

    /** More digits than these, before or after the point, no column holds; a whole number has 18. */
    private static final int DIGITS = 18;

    private final Site site;
    private final Site.Member member;

    DefaultMapping(Site site, Site.Member member) {
        this.site = site;
        this.member = member;
    }

    void map(Mapped mapped) {
        Doc field = mapped.field();
        ObjectNode tree = mapped.tree();
        if (mapped.isSettled(KEY)) {
            return;
        }
        if (mapped.type().equals("boolean")) {
            tree.put(KEY, field.flag(KEY));
            return;
        }
        Optional<String> value = field.text(KEY);
        if (value.isEmpty()) {
            return;
        }
        String text = value.get();
        boolean understood = moment(mapped, text.toLowerCase(Locale.ROOT))
                || new LinkedDefault(site, member).map(mapped, text.strip())
                || link(mapped, text.strip())
                || !isLinked(mapped, text) && constant(mapped, text);
        if (!understood) {
            tree.remove(KEY);
            mapped.differs("its default `" + text + "` is no value here");
        }
    }

    /** A text may begin with a colon; the name of a DocType behind it is no text. */
    private boolean isLinked(Mapped mapped, String text) {
        return text.startsWith(":")
                && !mapped.type().equals("choice")
                && site.find(member.type().app(), text.substring(1).strip()).isPresent();
    }

    private static boolean moment(Mapped mapped, String word) {
        String expression = switch (mapped.type() + " " + word) {
            case "date today", "date now" -> "today()";
            case "dateTime now", "dateTime today" -> "now()";
            case "time now" -> "time(now())";
            case "user __user", "user user" -> "user.id";
            default -> "";
        };
        if (!expression.isEmpty()) {
            mapped.tree().put(KEY, expression);
        }
        return !expression.isEmpty();
    }

    /** A record by its name: by the field that holds the name, or by its key in the foreign system. */
    private boolean link(Mapped mapped, String name) {
        if (!mapped.type().equals("link") || name.startsWith(":")) {
            return false;
        }
        String doctype = mapped.field().text("options", "");
        String word = name.toLowerCase(Locale.ROOT);
        if (doctype.equals("User") && (word.equals("__user") || word.equals("user"))) {
            mapped.tree().putObject(KEY).put(email(), "=user.email");
            return true;
        }
        String key = site.target(member.type().app(), doctype)
                .flatMap(Target::key)
                .filter(path -> !path.contains("."))
                .orElse("external_id");
        mapped.tree().putObject(KEY).put(key, quoted(name));
        return true;
    }

    /** The field of an imported User by which the one who signs in is found: Frappe calls users by their address. */
    private String email() {
        return site.find(member.type().app(), "User")
                .flatMap(user -> user.type().field("email").filter(field -> field.flag("unique")))
                .map(Doc::fieldname)
                .orElse("external_id");
    }

    /** A text as it stands, though it begins as an expression does. */
    private static String quoted(String text) {
        return text.startsWith("=") ? "=" + Value.text(text).text() : text;
    }

    private static boolean tree(ObjectNode tree, String text) {
        try {
            JsonNode value = ForeignJson.read(text);
            if (value.isContainerNode()) {
                tree.set(KEY, value);
            }
            return value.isContainerNode();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static boolean constant(Mapped mapped, String text) {
        ObjectNode tree = mapped.tree();
        switch (mapped.type()) {
            case "integer", "decimal", "money", "percent" -> {
                Optional<BigDecimal> number = Doc.parse(text);
                boolean whole = number.isPresent()
                        && isWithin(tree, number.get())
                        && (!mapped.type().equals("integer")
                                || number.get().stripTrailingZeros().scale() <= 0);
                number.filter(any -> whole).ifPresent(found -> tree.put(KEY, plain(found)));
                return whole;
            }
            case "choice" -> {
                return option(tree, text);
            }
            case "date" -> {
                return matches(tree, text, DAY, LocalDate::parse);
            }
            case "time" -> {
                return matches(tree, text, TIME, LocalTime::parse);
            }
            case "dateTime" -> {
                Matcher moment = MOMENT.matcher(text.strip());
                return moment.matches()
                        && matches(tree, moment.group(1) + "T" + moment.group(2), ANY, LocalDateTime::parse)
                        && put(tree, moment.group(1) + "T" + moment.group(2) + "Z");
            }
            case "json" -> {
                return tree(tree, text);
            }
            case "text" -> {
                boolean fits = text.length() <= tree.path("max").asInt();
                return fits && put(tree, text);
            }
            default -> {
                return ANY_TEXT.contains(mapped.type()) && put(tree, text);
            }
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static boolean option(ObjectNode tree, String text) {
        for (JsonNode option : tree.path("options")) {
            if (option.asText().equals(text.strip())) {
                return put(tree, text.strip());
            }
        }
        return false;
    }

    private static boolean matches(ObjectNode tree, String text, Pattern form, Function<String, Temporal> parse) {
        try {
            return form.matcher(text).matches() && parse.apply(text) != null && put(tree, text);
        } catch (DateTimeParseException noSuchDay) {
            return false;
        }
    }

    /** Whether the number is one that a column holds, and the field allows. */
    private static boolean isWithin(ObjectNode tree, BigDecimal number) {
        boolean small = Math.abs(number.scale()) <= DIGITS && number.precision() - number.scale() <= DIGITS;
        return small
                && (!tree.has("min") || number.compareTo(tree.get("min").decimalValue()) >= 0)
                && (!tree.has("max") || number.compareTo(tree.get("max").decimalValue()) <= 0);
    }

    private static boolean put(ObjectNode tree, String text) {
        tree.put(KEY, quoted(text));
        return true;
    }
}
