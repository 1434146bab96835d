package io.armature.bench.floor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes on the wire. */
interface Wire {
    record Customer(
            int id,
            String code,
            String name,
            @Nullable String email,
            @Nullable String country,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt) {}

    record Line(int id, int position, String description, BigDecimal qty, BigDecimal price, BigDecimal amount) {}

    record Row(
            int id,
            String number,
            int customerId,
            LocalDate date,
            @Nullable LocalDate dueDate,
            String status,
            String currency,
            BigDecimal total,
            @Nullable String reference,
            @Nullable String notes,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt) {}

    record Invoice(
            int id,
            String number,
            LocalDate date,
            @Nullable LocalDate dueDate,
            String status,
            String currency,
            BigDecimal total,
            @Nullable String reference,
            @Nullable String notes,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            @Nullable Customer customer,
            List<Line> lines) {}

    record Page<T>(List<T> data, @Nullable Long count) {}

    record NewLine(String description, BigDecimal qty, BigDecimal price) {}

    record NewInvoice(
            int customerId,
            LocalDate date,
            @Nullable LocalDate dueDate,
            String status,
            String currency,
            List<NewLine> lines) {}

    record Reference(String reference) {}

    record Bucket(String status, LocalDate month, BigDecimal sum, long count) {}
}
