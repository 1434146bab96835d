package io.armature.engine.query.read;

import io.armature.engine.query.sql.Encoding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Writes out ids, dates and times that PostgreSQL sent in its binary form: here that costs less than there. */
final class PackedText {
    /** The most bytes that one value takes. */
    static final int LONGEST = 48;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** From 1970-01-01 to 2000-01-01, where PostgreSQL begins to count. */
    private static final int DAYS_BEFORE = 10_957;

    private static final long MICROS_A_SECOND = 1_000_000L;
    private static final long MICROS_A_DAY = 86_400L * MICROS_A_SECOND;
    private static final int FRACTION_DIGITS = 6;
    private static final int LAST_PLAIN_YEAR = 9999;

    private PackedText() {}

    /** The text of a value; what is text already stays. */
    static byte[] of(Encoding encoding, byte[] value) {
        return switch (encoding) {
            case RAW, QUOTED, TEXT, MOMENT -> value;
            case PACKED_ID, PACKED_DATE, PACKED_MOMENT -> {
                byte[] text = new byte[LONGEST];
                yield Arrays.copyOf(text, write(encoding, value, text, 0));
            }
        };
    }

    /**
     * Writes the text of a packed value.
     *
     * @param at where it begins
     * @return where it ends
     */
    static int write(Encoding encoding, byte[] value, byte[] target, int at) {
        return switch (encoding) {
            case PACKED_ID -> id(value, target, at);
            case PACKED_DATE -> date((int) INT.get(value, 0), target, at);
            case PACKED_MOMENT -> moment((long) LONG.get(value, 0), target, at);
            case RAW, QUOTED, TEXT, MOMENT -> throw new IllegalArgumentException("Not packed: " + encoding);
        };
    }

    private static int id(byte[] value, byte[] target, int at) {
        int end = at;
        for (int i = 0; i < value.length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                target[end++] = '-';
            }
            target[end++] = HEX[(value[i] >> 4) & 15];
            target[end++] = HEX[value[i] & 15];
        }
        return end;
    }

    private static int date(int days, byte[] target, int at) {
        if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
            return infinity(days > 0, target, at);
        }
        return day(LocalDate.ofEpochDay((long) days + DAYS_BEFORE), target, at);
    }

    private static int moment(long micros, byte[] target, int at) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            return infinity(micros > 0, target, at);
        }
        long days = Math.floorDiv(micros, MICROS_A_DAY);
        long rest = micros - days * MICROS_A_DAY;
        int seconds = (int) (rest / MICROS_A_SECOND);
        int end = day(LocalDate.ofEpochDay(days + DAYS_BEFORE), target, at);
        target[end++] = 'T';
        end = two(seconds / 3600, target, end);
        target[end++] = ':';
        end = two(seconds / 60 % 60, target, end);
        target[end++] = ':';
        end = two(seconds % 60, target, end);
        end = fraction((int) (rest % MICROS_A_SECOND), target, end);
        target[end++] = 'Z';
        return end;
    }

    /** A fraction of a second without zeros at its end. */
    private static int fraction(int micros, byte[] target, int at) {
        if (micros == 0) {
            return at;
        }
        target[at] = '.';
        int rest = micros;
        for (int digit = FRACTION_DIGITS; digit > 0; digit--) {
            target[at + digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        int end = at + FRACTION_DIGITS + 1;
        while (target[end - 1] == '0') {
            end--;
        }
        return end;
    }

    private static int day(LocalDate day, byte[] target, int at) {
        int year = day.getYear();
        if (year < 1 || year > LAST_PLAIN_YEAR) {
            return ascii(day.toString(), target, at);
        }
        int end = two(year % 100, target, two(year / 100, target, at));
        target[end++] = '-';
        end = two(day.getMonthValue(), target, end);
        target[end++] = '-';
        return two(day.getDayOfMonth(), target, end);
    }

    private static int two(int number, byte[] target, int at) {
        target[at] = (byte) ('0' + number / 10);
        target[at + 1] = (byte) ('0' + number % 10);
        return at + 2;
    }

    private static int infinity(boolean later, byte[] target, int at) {
        return ascii(later ? "infinity" : "-infinity", target, at);
    }

    private static int ascii(String text, byte[] target, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
    }
}
