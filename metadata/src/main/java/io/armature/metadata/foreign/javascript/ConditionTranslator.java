package io.armature.metadata.foreign.javascript;

import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Translates JavaScript conditions on a record: {@code doc.status == "Open" && !doc.closed}. The outcome is an expression of
 * ours that is true exactly where JavaScript's is truthy, and never null. The rules are those of ECMAScript's ToBoolean and
 * IsLooselyEqual.
 */
public final class ConditionTranslator {

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");

    private final Names names;
    private final Calls calls;

    public ConditionTranslator(Names names) {
        this.names = names;
        this.calls = new Calls(this, names);
    }

    /**
     * The condition as an expression; {@code true} or {@code false} where it always is.
     *
     * @throws Untranslatable when some of it has no counterpart
     */
    public String translate(String javascript) throws Untranslatable {
        return truth(JsParser.parse(javascript)).text();
    }

    /** Whether a field by itself is truthy, which for a list means that it has rows. */
    public String present(Value value) {
        return value.sort() == Sort.ROWS
                ? "any(" + value.text() + ")"
                : truth(value).text();
    }

    Condition truth(Js node) throws Untranslatable {
        return switch (node) {
            case Js.Unary(var operator, var operand)
            when operator.equals("!") -> truth(operand).not();
            case Js.Binary(var operator, var left, var right)
            when operator.equals("&&") -> truth(left).and(truth(right));
            case Js.Binary(var operator, var left, var right)
            when operator.equals("||") -> truth(left).or(truth(right));
            case Js.Binary(var operator, var left, var right)
            when equality(operator).isPresent() -> {
                Optional<Condition> within = calls.position(operator, left, right);
                yield within.isPresent() ? within.get() : equality(operator, left, right);
            }
            case Js.Binary(var operator, var left, var right)
            when COMPARISONS.contains(operator) -> order(operator, left, right);
            case Js.Choice(var condition, var yes, var no) -> choice(truth(condition), truth(yes), truth(no));
            case Js.Call call
            when calls.condition(call).isPresent() -> calls.condition(call).orElseThrow();
            default -> truth(value(node));
        };
    }

    private Condition equality(String operator, Js left, Js right) throws Untranslatable {
        Condition equal = equality(operator).orElseThrow().equal(value(left), value(right));
        return operator.startsWith("!") ? equal.not() : equal;
    }

    private static Optional<Equality> equality(String operator) {
        return switch (operator) {
            case "==", "!=" -> Optional.of(new Equality(false));
            case "===", "!==" -> Optional.of(new Equality(true));
            default -> Optional.empty();
        };
    }

    private static Condition choice(Condition condition, Condition yes, Condition no) {
        if (condition.constant().isPresent()) {
            return condition.constant().get() ? yes : no;
        }
        return condition.and(yes).or(condition.not().and(no));
    }

    private static Condition truth(Value value) {
        if (value.isConstant()) {
            return Condition.constant(Literals.truth(value));
        }
        return switch (value.sort()) {
            case TICK -> Condition.of(value.text() + " == true", value.text() + " != true");
            case TEXT, NUMBER -> Condition.of("isSet(" + value.text() + ")", "!isSet(" + value.text() + ")");
            case LINK, DAY, TIME, MOMENT, OPAQUE -> Condition.of(value.text() + " != null", value.text() + " == null");
            case CONDITION -> Condition.of("(" + value.text() + ")", "!(" + value.text() + ")");
            case ROWS -> Condition.constant(true);
            case NOTHING -> Condition.constant(false);
        };
    }

    private Condition order(String operator, Js left, Js right) throws Untranslatable {
        // `list.indexOf(x) > -1` asks whether it is in the list.
        Optional<Condition> within = calls.position(operator, left, right);
        if (within.isPresent()) {
            return within.get();
        }
        Value one = value(left);
        Value other = value(right);
        if (isUndefined(left, one) || isUndefined(right, other)) {
            return Condition.constant(false);
        }
        if (one.sort() == other.sort() && isTime(one)) {
            String compared = "coalesce(" + one.text() + " " + operator + " " + other.text() + ", false)";
            return Condition.of(compared, "!" + compared);
        }
        Optional<Value> first = Equality.written(one, other);
        Optional<Value> second = Equality.written(other, one);
        if (first.isPresent() || second.isPresent()) {
            String days = "coalesce(" + first.orElse(one).text() + " " + operator + " "
                    + second.orElse(other).text() + ", false)";
            return Condition.of(days, "!" + days);
        }
        String compared = number(one) + " " + operator + " " + number(other);
        return Condition.of(compared, "!(" + compared + ")");
    }

    /** A name that means nothing, which is no number; {@code null} is 0. */
    private static boolean isUndefined(Js node, Value value) {
        return value.sort() == Sort.NOTHING && !(node instanceof Js.Nothing);
    }

    private static boolean isTime(Value value) {
        return value.sort() == Sort.DAY || value.sort() == Sort.TIME || value.sort() == Sort.MOMENT;
    }

    /** A value where a number is asked for. */
    static String number(Value value) throws Untranslatable {
        if (value.isConstant()) {
            return value.literal()
                    .flatMap(Literals::toNumber)
                    .map(Literals::plain)
                    .orElse("0");
        }
        if (!Equality.isNumber(value)) {
            throw new Untranslatable("`" + value.text() + "` as a number");
        }
        return Equality.counted(value);
    }

    Value value(Js node) throws Untranslatable {
        return switch (node) {
            case Js.Text(var text) -> Literals.text(text);
            case Js.Number(var number) -> Literals.number(number);
            case Js.Flag(var flag) -> Literals.flag(flag);
            case Js.Nothing() -> Value.NOTHING;
            case Js.Items _ -> throw new Untranslatable("a list of its own");
            case Js.Name name -> throw new Untranslatable("`" + name.name() + "`");
            case Js.Member member -> member(member);
            case Js.Call call -> call(call);
            case Js.Unary(var operator, var operand)
            when operator.equals("!") -> Value.of(Sort.CONDITION, truth(node).text());
            case Js.Unary(var operator, var operand) -> negative(operator, value(operand));
            case Js.Binary binary -> binary(binary);
            case Js.Choice(var condition, var yes, var no) -> either(truth(condition), value(yes), value(no));
        };
    }

    private Value call(Js.Call call) throws Untranslatable {
        Optional<Condition> condition = calls.condition(call);
        return condition.isPresent() ? Value.of(Sort.CONDITION, condition.get().text()) : calls.value(call);
    }

    private Value member(Js.Member member) throws Untranslatable {
        String path = member.path();
        if (member.name().equals("length")) {
            Value of = value(member.of());
            return switch (of.sort()) {
                case ROWS -> Value.of(Sort.NUMBER, "count(" + of.text() + ")");
                case TEXT -> Value.of(Sort.NUMBER, "size(" + of.text() + ")");
                case NUMBER, TICK, CONDITION, LINK, DAY, TIME, MOMENT, OPAQUE, NOTHING ->
                    throw new Untranslatable("the length of `" + path + "`");
            };
        }
        for (String record : List.of("doc.", "frm.doc.", "cur_frm.doc.", "locals.doc.")) {
            if (path.startsWith(record) && path.indexOf('.', record.length()) < 0) {
                return field(path.substring(record.length()));
            }
        }
        if (path.startsWith("parent.") && path.indexOf('.', "parent.".length()) < 0) {
            return names.parentField(member.name()).orElse(Value.NOTHING);
        }
        if (path.equals("frappe.boot.developer_mode")) {
            return Literals.flag(false);
        }
        if (path.equals("frappe.session.user")) {
            return Value.of(Sort.TEXT, "user.email");
        }
        throw new Untranslatable(path.isEmpty() ? "`." + member.name() + "`" : "`" + path + "`");
    }

    private Value field(String name) throws Untranslatable {
        Optional<Value> value = names.field(name);
        if (value.isEmpty() && name.startsWith("__")) {
            throw new Untranslatable("`" + name + "`");
        }
        return value.orElse(Value.NOTHING);
    }

    private static Value negative(String operator, Value operand) throws Untranslatable {
        if (operand.isConstant()) {
            return operand.literal()
                    .flatMap(Literals::toNumber)
                    .map(number -> Literals.number(operator.equals("-") ? number.negate() : number))
                    .orElseThrow(() -> new Untranslatable("`" + operator + "` before " + operand.text()));
        }
        return Value.of(Sort.NUMBER, operator.equals("-") ? "-" + number(operand) : number(operand));
    }

    private Value binary(Js.Binary binary) throws Untranslatable {
        return switch (binary.operator()) {
            case "&&" -> either(truth(binary.left()), value(binary.right()), value(binary.left()));
            case "||" -> either(truth(binary.left()), value(binary.left()), value(binary.right()));
            case "+", "-", "*", "/", "%" -> {
                Value left = value(binary.left());
                Value right = value(binary.right());
                yield Value.of(Sort.NUMBER, "(" + number(left) + " " + binary.operator() + " " + number(right) + ")");
            }
            case "&", "|", "??" -> throw new Untranslatable("`" + binary.operator() + "`");
            default -> Value.of(Sort.CONDITION, truth(binary).text());
        };
    }

    private static Value either(Condition condition, Value yes, Value no) throws Untranslatable {
        if (condition.constant().isPresent()) {
            return condition.constant().get() ? yes : no;
        }
        if (yes.sort() == Sort.NOTHING || no.sort() == Sort.NOTHING || yes.sort() == no.sort()) {
            Sort sort = yes.sort() == Sort.NOTHING ? no.sort() : yes.sort();
            String text = "(" + condition.text() + " ? " + yes.text() + " : " + no.text() + ")";
            return sort == Sort.LINK || sort == Sort.ROWS ? refuse(text) : Value.of(sort, text);
        }
        return refuse(yes.text() + "` or `" + no.text());
    }

    private static Value refuse(String what) throws Untranslatable {
        throw new Untranslatable("`" + what + "`");
    }

    /** Whether a value is one of some. */
    Condition within(Value value, List<Js> items, boolean strict) throws Untranslatable {
        List<Value> options = new ArrayList<>();
        for (Js item : items) {
            options.add(value(item));
        }
        Optional<String> text = value.sort() == Sort.TEXT ? Optional.of(value.text()) : value.key();
        boolean texts = options.stream()
                .allMatch(option ->
                        option.literal().filter(String.class::isInstance).isPresent());
        if (text.isPresent() && texts && !options.isEmpty() && !value.isConstant()) {
            String list = options.stream().map(Value::text).collect(Collectors.joining(", ", "[", "]"));
            return Condition.of(text.get() + " in " + list, "!(" + text.get() + " in " + list + ")");
        }
        Condition any = Condition.constant(false);
        for (Value option : options) {
            any = any.or(new Equality(strict).equal(value, option));
        }
        return any;
    }
}
