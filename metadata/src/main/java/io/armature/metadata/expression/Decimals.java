package io.armature.metadata.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact arithmetic, the same as what the SQL beside it in {@link NumberFunctions} computes. */
final class Decimals {

    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private Decimals() {}

    /** The number if it is a whole number of 64 bits, else null. */
    static @Nullable Long whole(BigInteger number) {
        return number.compareTo(SMALLEST) < 0 || number.compareTo(LARGEST) > 0 ? null : number.longValue();
    }

    /** The number within the digits that are kept, null if it is larger. */
    static @Nullable BigDecimal limited(BigDecimal number) {
        if (number.precision() - number.scale() > Limits.DIGITS) {
            return null;
        }
        return number.scale() > Limits.DIGITS ? number.setScale(Limits.DIGITS, RoundingMode.HALF_UP) : number;
    }

    /** The quotient, rounded half up; null when divided by zero. */
    static @Nullable BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            return null;
        }
        return limited(dividend.divide(divisor, Limits.DIVISION_SCALE, RoundingMode.HALF_UP));
    }

    /** What is left of a division to a whole quotient towards zero; null when divided by zero. */
    static @Nullable BigDecimal remainder(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : dividend.remainder(divisor);
    }

    /** Rounded half away from zero; null when the digits are out of reach. */
    static @Nullable BigDecimal round(BigDecimal number, long digits) {
        if (digits > Limits.FIELD_DIGITS || digits < -Limits.FIELD_DIGITS) {
            return null;
        }
        BigDecimal rounded = number.setScale((int) digits, RoundingMode.HALF_UP);
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Without exponent, and without zeros at the end. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
