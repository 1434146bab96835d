package io.armature.metadata.foreign.javascript;

import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates what a template shows: a text, in which our expressions stand between double braces. Texts that are to be
 * translated stand there as they are; what only says how a value looks says nothing here, where readers' languages say it.
 */
public final class Pieces {

    /** Functions that show their first argument. */
    private static final Set<String> SHOWN = Set.of(
            "frappe.format",
            "frappe.format_value",
            "frappe.format_date",
            "frappe.utils.format_date",
            "frappe.utils.formatdate",
            "frappe.utils.format_datetime",
            "frappe.utils.format_time",
            "frappe.utils.fmt_money",
            "frappe.utils.cstr",
            "frappe.utils.flt",
            "frappe.utils.cint",
            "frappe.utils.escape_html",
            "format_date",
            "formatdate",
            "format_value",
            "fmt_money",
            "cstr",
            "flt",
            "cint");

    private static final Set<String> SAME =
            Set.of("safe", "e", "escape", "string", "trim", "striptags", "int", "float");
    private static final Map<String, String> FUNCTIONS = Map.of("upper", "upper", "lower", "lower");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d{0,3})}");

    private final ConditionTranslator translator;

    public Pieces(Names names) {
        this.translator = new ConditionTranslator(names);
    }

    /**
     * The text that an expression shows.
     *
     * @throws Untranslatable when some of it has no counterpart
     */
    public String of(String javascript) throws Untranslatable {
        return text(JsParser.parse(javascript));
    }

    private String text(Js node) throws Untranslatable {
        return switch (node) {
            case Js.Text(var text) -> text;
            case Js.Call call -> call(call);
            case Js.Binary(var operator, var left, Js.Name(var filter))
            when operator.equals("|") -> filter(left, filter);
            case Js.Binary(var operator, var left, Js.Call(Js.Name(var filter), var arguments))
            when operator.equals("|") && filter.equals("default") && arguments.size() == 1 ->
                either(left, arguments.getFirst());
            case Js.Binary(var operator, var left, Js.Call(Js.Name(var filter), var _))
            when operator.equals("|") -> filter(left, filter);
            case Js.Binary(var operator, var left, var right) when operator.equals("||") -> either(left, right);
            case Js.Binary(var operator, var left, var right)
            when operator.equals("+") && (left instanceof Js.Text || right instanceof Js.Text) ->
                text(left) + text(right);
            case Js.Choice(var condition, var yes, var no) ->
                "{{" + translator.truth(condition).text() + " ? " + shown(yes) + " : " + shown(no) + "}}";
            default -> value(node);
        };
    }

    private String value(Js node) throws Untranslatable {
        return "{{" + shown(node) + "}}";
    }

    /** The expression of what is shown: of a link, the name of the record that it leads to. */
    private String shown(Js node) throws Untranslatable {
        if (node instanceof Js.Call(Js.Name(var function), var arguments)
                && function.equals("_")
                && !arguments.isEmpty()
                && arguments.getFirst() instanceof Js.Text(var text)) {
            return Literals.text(text).text();
        }
        Value value = translator.value(node);
        return switch (value.sort()) {
            case LINK -> value.key().orElse(value.text());
            case TEXT, NUMBER, DAY, TIME, MOMENT, TICK -> value.text();
            case CONDITION, ROWS, OPAQUE, NOTHING -> throw new Untranslatable("the value `" + value.text() + "`");
        };
    }

    private String filter(Js of, String name) throws Untranslatable {
        if (SAME.contains(name) || name.equals("round") || name.equals("title") || name.equals("capitalize")) {
            return text(of);
        }
        if (FUNCTIONS.containsKey(name)) {
            return "{{" + FUNCTIONS.get(name) + "(" + shown(of) + ")}}";
        }
        if (name.equals("length")) {
            Value value = translator.value(of);
            if (value.sort() == Sort.ROWS) {
                return "{{count(" + value.text() + ")}}";
            }
        }
        throw new Untranslatable("the filter `" + name + "`");
    }

    private String either(Js left, Js right) throws Untranslatable {
        if (right instanceof Js.Text(var text) && text.isEmpty()) {
            return text(left);
        }
        return "{{" + translator.truth(left).text() + " ? " + shown(left) + " : " + shown(right) + "}}";
    }

    private String call(Js.Call call) throws Untranslatable {
        String path = call.callee().path();
        List<Js> arguments = call.arguments();
        if (path.equals("_") && !arguments.isEmpty()) {
            return text(arguments.getFirst());
        }
        if (SHOWN.contains(path) && !arguments.isEmpty()) {
            return text(arguments.getFirst());
        }
        if (call.callee() instanceof Js.Member(var of, var method) && method.equals("format")) {
            return filled(text(of), arguments);
        }
        if (call.callee() instanceof Js.Member(var of, var method)
                && arguments.isEmpty()
                && FUNCTIONS.containsKey(method)) {
            return filter(of, method);
        }
        return value(call);
    }

    /** {@code "Hey {0}".format(name)}. */
    private String filled(String text, List<Js> arguments) throws Untranslatable {
        List<String> values = new ArrayList<>();
        for (Js argument : arguments) {
            values.add(text(argument));
        }
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int next = 0;
        while (place.find()) {
            int index = place.group(1).isEmpty() ? next++ : Integer.parseInt(place.group(1));
            if (index >= values.size()) {
                throw new Untranslatable("`" + text + "` with too few values");
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(values.get(index)));
        }
        return place.appendTail(filled).toString();
    }
}
