package io.armature.bench.operation;

import io.armature.bench.data.DataSet;
import io.armature.bench.operation.Samples.Range;
import io.armature.bench.service.Call;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What the hand-written service is asked. */
public final class FloorRequests implements Requests {
    private final DataSet data;

    public FloorRequests(DataSet data) {
        this.data = data;
    }

    @Override
    public Call next(Operation operation, RandomGenerator random, int turn) {
        Samples samples = new Samples(data, random);
        return switch (operation) {
            case GET -> Call.get("/invoices/" + samples.invoice());
            case LIST -> Call.get(list(samples.range()));
            case LIST_COUNT -> Call.get(list(samples.range()) + "&count=true");
            case KEYSET -> {
                int after = samples.invoice();
                yield Call.get("/invoices/after/" + data.dateOfInvoice(after) + "/" + after);
            }
            case OFFSET -> Call.get("/invoices/offset/" + samples.offset());
            case CREATE -> Call.post("/invoices", invoice(samples));
            case UPDATE -> Call.patch("/invoices/" + samples.invoice(), "{\"reference\":\"PO-" + turn + "\"}");
            case STATS -> Call.get("/statistics");
            case SEARCH -> Call.get("/customers?q=" + samples.letters());
        };
    }

    private static String list(Range range) {
        return "/invoices?status=" + range.status() + "&from=" + range.from() + "&to=" + range.to();
    }

    private static String invoice(Samples samples) {
        String lines = samples.lines().stream()
                .map(line -> "{\"description\":\"%s\",\"qty\":%d,\"price\":%s}"
                        .formatted(line.description(), line.qty(), line.price()))
                .collect(Collectors.joining(","));
        return """
                {"customerId":%d,"date":"2026-01-15","dueDate":"2026-02-14","status":"draft","currency":"EUR","lines":[%s]}""".formatted(samples.customer(), lines);
    }
}
