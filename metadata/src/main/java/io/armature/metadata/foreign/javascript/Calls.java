package io.armature.metadata.foreign.javascript;

import io.armature.metadata.foreign.javascript.Value.Sort;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The functions that conditions call. */
final class Calls {

    private static final String UTILS = "frappe.utils.";
    private static final Set<String> ROLE_TESTS = Set.of("frappe.user.has_role", "has_role");

    private final ConditionTranslator translator;
    private final Names names;

    Calls(ConditionTranslator translator, Names names) {
        this.translator = translator;
        this.names = names;
    }

    /** A call that answers yes or no; nothing for others. */
    Optional<Condition> condition(Js.Call call) throws Untranslatable {
        List<Js> arguments = call.arguments();
        String path = call.callee().path();
        if ((path.equals("in_list") || path.equals("frappe.utils.in_list"))
                && arguments.size() == 2
                && arguments.getFirst() instanceof Js.Items(var items)) {
            return Optional.of(translator.within(translator.value(arguments.get(1)), items, false));
        }
        if (ROLE_TESTS.contains(path) && arguments.size() == 1) {
            return Optional.of(role(arguments.getFirst()));
        }
        if (!(call.callee() instanceof Js.Member(var of, var method)) || arguments.size() != 1) {
            return Optional.empty();
        }
        if (method.equals("includes") && of.path().equals("frappe.user_roles")) {
            return Optional.of(role(arguments.getFirst()));
        }
        if (method.equals("includes") && of instanceof Js.Items(var items)) {
            return Optional.of(translator.within(translator.value(arguments.getFirst()), items, true));
        }
        return switch (method) {
            case "includes" -> Optional.of(piece("contains", of, arguments.getFirst()));
            case "startsWith" -> Optional.of(piece("startsWith", of, arguments.getFirst()));
            case "endsWith" -> Optional.of(piece("endsWith", of, arguments.getFirst()));
            default -> Optional.empty();
        };
    }

    private Condition role(Js name) throws Untranslatable {
        if (!(name instanceof Js.Text(var role))) {
            throw new Untranslatable("a role that is computed");
        }
        String ours = names.role(role).orElseThrow(() -> new Untranslatable("the role " + role));
        return Condition.of("hasRole('" + ours + "')", "!hasRole('" + ours + "')");
    }

    private Condition piece(String function, Js text, Js piece) throws Untranslatable {
        Value whole = translator.value(text);
        Value part = translator.value(piece);
        Optional<String> readable = whole.sort() == Sort.TEXT ? Optional.of(whole.text()) : whole.key();
        if (readable.isEmpty() || part.sort() != Sort.TEXT) {
            throw new Untranslatable("`" + function + "` of `" + whole.text() + "`");
        }
        String test = "coalesce(" + function + "(" + readable.get() + ", " + part.text() + "), false)";
        return Condition.of(test, "!" + test);
    }

    /** {@code list.indexOf(x)} compared with -1 or 0; nothing where it is not that. */
    Optional<Condition> position(String operator, Js left, Js right) throws Untranslatable {
        if (!(left instanceof Js.Call(Js.Member(var list, var method), var arguments))
                || !method.equals("indexOf")
                || arguments.size() != 1) {
            return Optional.empty();
        }
        Condition within = list instanceof Js.Items(var items)
                ? translator.within(translator.value(arguments.getFirst()), items, true)
                : piece("contains", list, arguments.getFirst());
        BigDecimal bound = translator
                .value(right)
                .literal()
                .flatMap(Literals::toNumber)
                .orElseThrow(() -> new Untranslatable("a position that is computed"));
        int number = bound.intValue();
        return switch (operator + number) {
            case ">-1", ">=0", "!=-1", "!==-1" -> Optional.of(within);
            case "<0", "==-1", "===-1", "<=-1" -> Optional.of(within.not());
            default -> throw new Untranslatable("a position in a list");
        };
    }

    /** A call that answers with a value. */
    Value value(Js.Call call) throws Untranslatable {
        String path = call.callee().path();
        return switch (path.startsWith(UTILS) ? path.substring(UTILS.length()) : path) {
            case "cint" -> Value.of(Sort.NUMBER, whole(only(call)));
            case "flt" -> Value.of(Sort.NUMBER, ConditionTranslator.number(only(call)));
            case "cstr" -> only(call);
            case "frappe.datetime.get_today", "frappe.datetime.now_date", "frappe.datetime.nowdate" ->
                Value.of(Sort.DAY, "today()");
            case "frappe.datetime.now_datetime" -> Value.of(Sort.MOMENT, "now()");
            case "frappe.datetime.add_days" -> shifted("addDays", call);
            case "frappe.datetime.add_months" -> shifted("addMonths", call);
            case "frappe.datetime.week_start" -> Value.of(Sort.DAY, "startOf(today(), 'week')");
            case "frappe.datetime.month_start" -> Value.of(Sort.DAY, "startOf(today(), 'month')");
            case "frappe.datetime.month_end" ->
                Value.of(Sort.DAY, "addDays(addMonths(startOf(today(), 'month'), 1), -1)");
            case "frappe.datetime.quarter_start" -> Value.of(Sort.DAY, "startOf(today(), 'quarter')");
            case "frappe.datetime.year_start" -> Value.of(Sort.DAY, "startOf(today(), 'year')");
            case "frappe.datetime.year_end" -> Value.of(Sort.DAY, "addDays(addYears(startOf(today(), 'year'), 1), -1)");
            case "frappe.defaults.get_user_default",
                    "frappe.defaults.get_default",
                    "frappe.defaults.get_global_default" -> company(call);
            default -> throw new Untranslatable(path.isEmpty() ? "a function" : "`" + path + "()`");
        };
    }

    /** A day so many days or months from another. */
    private Value shifted(String function, Js.Call call) throws Untranslatable {
        if (call.arguments().size() != 2) {
            throw new Untranslatable("`" + call.callee().path() + "()`");
        }
        Value day = translator.value(call.arguments().getFirst());
        Value number = translator.value(call.arguments().get(1));
        if (day.sort() != Sort.DAY || !number.isConstant()) {
            throw new Untranslatable("`" + call.callee().path() + "()` of `" + day.text() + "`");
        }
        return Value.of(Sort.DAY, function + "(" + day.text() + ", " + ConditionTranslator.number(number) + ")");
    }

    /** The only default that users have here: the company they work in. */
    private static Value company(Js.Call call) throws Untranslatable {
        if (call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Js.Text(var name)
                && name.equalsIgnoreCase("company")) {
            return Value.of(Sort.TEXT, "user.company.name");
        }
        throw new Untranslatable("`" + call.callee().path() + "()`");
    }

    private Value only(Js.Call call) throws Untranslatable {
        if (call.arguments().isEmpty()) {
            throw new Untranslatable("`" + call.callee().path() + "()`");
        }
        return translator.value(call.arguments().getFirst());
    }

    private static String whole(Value value) throws Untranslatable {
        String number = ConditionTranslator.number(value);
        return value.sort() == Sort.NUMBER && !value.isConstant() ? "int(" + number + ")" : number;
    }
}
