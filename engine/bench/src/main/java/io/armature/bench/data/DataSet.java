package io.armature.bench.data;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Which records there are, as {@code shape.sql} makes them: customers and invoices are numbered from 1.
 *
 * @param customers how many
 * @param invoices how many, each with three lines
 */
public record DataSet(int customers, int invoices) {
    public static final List<String> SYLLABLES = List.of(
            "bar", "len", "mi", "tor", "ka", "vis", "ron", "del", "sa", "qui", "for", "gan", "hel", "jo", "nax", "pem",
            "wil", "zor", "yen", "uth");
    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    public static final int DAYS = 1096;

    private static final int FULL_CUSTOMERS = 100_000;
    private static final int FULL_INVOICES = 1_000_000;
    private static final long STRIDE = 104_729;

    public DataSet {
        if (customers < 1 || invoices < customers) {
            throw new IllegalArgumentException("A data set needs customers, and at least as many invoices");
        }
    }

    /** @param scale 1 for 100,000 customers, 1,000,000 invoices and 3,000,000 lines */
    public static DataSet ofScale(double scale) {
        return new DataSet(Math.max(1, (int) (FULL_CUSTOMERS * scale)), Math.max(1, (int) (FULL_INVOICES * scale)));
    }

    public LocalDate dateOfInvoice(int number) {
        return FIRST_DAY.plusDays(number * STRIDE % DAYS);
    }

    /** In Armature's tables. */
    public static UUID customerId(int number) {
        return id("0c", number);
    }

    /** In Armature's tables. */
    public static UUID invoiceId(int number) {
        return id("01", number);
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString("019000%s-0000-7000-8000-%012x".formatted(kind, number));
    }
}
