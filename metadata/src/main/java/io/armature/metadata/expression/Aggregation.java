package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the values of many rows together. Nulls do not take part. */
final class Aggregation {

    private final String function;
    private final ValueType type;
    private final List<Object> values = new ArrayList<>();
    private int rows;

    Aggregation(Ir.Aggregate aggregate) {
        this.function = aggregate.function();
        this.type = aggregate.type();
    }

    void add(@Nullable Object value) {
        rows++;
        if (value != null) {
            values.add(value);
        }
    }

    @Nullable
    Object result() {
        return switch (function) {
            case "count" -> (long) trues();
            case "any" -> trues() > 0;
            case "all" -> trues() == rows;
            case "sum" -> sum();
            case "avg" -> average();
            case "min" -> extreme(1);
            case "max" -> extreme(-1);
            default -> throw new IllegalArgumentException("No aggregate " + function);
        };
    }

    private int trues() {
        return (int) values.stream().filter(Boolean.TRUE::equals).count();
    }

    /** The sum of nothing is zero. */
    private @Nullable Object sum() {
        if (type == Scalar.INTEGER) {
            return Decimals.whole(
                    values.stream().map(it -> BigInteger.valueOf((Long) it)).reduce(BigInteger.ZERO, BigInteger::add));
        }
        if (type == Scalar.DECIMAL) {
            return decimals();
        }
        return Dates.plus(
                values.stream().map(Duration.class::cast).reduce(Duration.ZERO, Duration::plus), Duration.ZERO);
    }

    private BigDecimal decimals() {
        return values.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable BigDecimal average() {
        return Decimals.divide(decimals(), BigDecimal.valueOf(values.size()));
    }

    private @Nullable Object extreme(int direction) {
        return values.stream()
                .min((left, right) -> direction * ComparisonFunctions.compare(left, right))
                .orElse(null);
    }
}
