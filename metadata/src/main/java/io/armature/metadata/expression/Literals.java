package io.armature.metadata.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.AnyReference;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values written in expressions. */
final class Literals {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DURATION =
            Pattern.compile("-?P(\\d{1,7}D)?(T(\\d{1,9}H)?(\\d{1,10}M)?(\\d{1,12}(\\.\\d{1,6})?S)?)?");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Literals() {}

    /** The value of a constant in the text. */
    static Ir of(CelExpr node, Source source) {
        CelConstant constant = node.constant();
        return switch (constant.getKind()) {
            case NULL_VALUE -> new Ir.Nothing();
            case BOOLEAN_VALUE -> new Ir.Literal(constant.booleanValue(), Scalar.BOOLEAN);
            case INT64_VALUE -> new Ir.Literal(constant.int64Value(), Scalar.INTEGER);
            case DOUBLE_VALUE -> decimal(node, source);
            case STRING_VALUE -> text(node, source);
            default -> throw new Refusal(ProblemCode.EXPRESSION_UNSUPPORTED, source.offset(node), "b'…', 1u");
        };
    }

    /** The digits as they are written: a detour by binary floating point would change them. */
    private static Ir decimal(CelExpr node, Source source) {
        String written = source.number(node);
        int exponent = Math.max(written.indexOf('e'), written.indexOf('E'));
        boolean endless = exponent >= 0 && written.length() - exponent > 5;
        if (endless || written.length() > 2 * Limits.FIELD_DIGITS) {
            throw new Refusal(ProblemCode.EXPRESSION_NUMBER, source.offset(node), written);
        }
        var number = new BigDecimal(written);
        if (number.precision() - number.scale() > Limits.FIELD_DIGITS || number.scale() > Limits.FIELD_DIGITS) {
            throw new Refusal(ProblemCode.EXPRESSION_NUMBER, source.offset(node), written);
        }
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        boolean negative = Double.compare(node.constant().doubleValue(), 0.0) < 0;
        return new Ir.Literal(negative ? plain.negate() : plain, Scalar.DECIMAL);
    }

    private static Ir text(CelExpr node, Source source) {
        String text = node.constant().stringValue();
        boolean storable = text.indexOf('\0') < 0 && text.codePoints().noneMatch(Literals::isHalf);
        if (!storable) {
            throw new Refusal(ProblemCode.EXPRESSION_SYNTAX, source.offset(node), "\\0");
        }
        return new Ir.Literal(text, Scalar.TEXT);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** Reads a text as a value of another type; empty when it is none. */
    static Optional<Ir> read(String text, ValueType type) {
        try {
            return value(text, type).map(value -> new Ir.Literal(value, type));
        } catch (DateTimeException | ArithmeticException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Object> value(String text, ValueType type) {
        return switch (type) {
            case Scalar.DATE ->
                matching(DATE, text)
                        .map(LocalDate::parse)
                        .filter(date -> date.getYear() > 0)
                        .map(date -> date);
            case Scalar.TIME -> matching(TIME, text).map(LocalTime::parse);
            case Scalar.DATE_TIME -> matching(DATE_TIME, text).flatMap(Literals::instant);
            case Scalar.DURATION -> duration(text);
            case Reference _, AnyReference _ -> matching(ID, text).map(UUID::fromString);
            case Scalar.TEXT, Scalar.INTEGER, Scalar.DECIMAL, Scalar.BOOLEAN, Scalar.JSON, Scalar.NULL ->
                Optional.empty();
            case Rows _, ListOf _ -> Optional.empty();
        };
    }

    private static Optional<Object> instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        return Optional.ofNullable(Dates.limited(instant));
    }

    private static Optional<Object> duration(String text) {
        boolean empty = text.endsWith("P") || text.endsWith("T");
        return matching(DURATION, text)
                .filter(_ -> !empty)
                .map(Duration::parse)
                .map(duration -> duration.truncatedTo(ChronoUnit.MICROS))
                .filter(duration -> Dates.plus(duration, Duration.ZERO) != null)
                .map(duration -> duration);
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return Optional.of(text).filter(it -> pattern.matcher(it).matches());
    }
}
