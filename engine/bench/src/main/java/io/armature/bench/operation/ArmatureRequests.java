package io.armature.bench.operation;

import io.armature.bench.data.DataSet;
import io.armature.bench.operation.Samples.Range;
import io.armature.bench.service.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What the engine is asked: the same things as the hand-written service, in the engine's own words. */
public final class ArmatureRequests implements Requests {
    /** The order of lists. */
    public static final String INVOICES = "/api/bench/invoice?limit=50&sort=-date,-id&fields="
            + encoded("id,number,customer,date,due_date,status,currency,total,reference,notes,created_at,updated_at");

    private static final String WITH_ALL = "?fields="
            + encoded("id,number,date,due_date,status,currency,total,reference,notes,created_at,updated_at,"
                    + "customer(id,code,name,email,country,created_at,updated_at),"
                    + "lines(id,description,qty,price,amount)");
    private static final String STATISTICS = """
            {"groupBy":["status","month: startOf(date, 'month')"],"measures":["total: sum(total)","number: count()"],"limit":1000}""";

    private final DataSet data;
    private final List<String> cursors;

    /** @param cursors of pages deep inside the list of all invoices */
    public ArmatureRequests(DataSet data, List<String> cursors) {
        this.data = data;
        this.cursors = List.copyOf(cursors);
    }

    @Override
    public Call next(Operation operation, RandomGenerator random, int turn) {
        Samples samples = new Samples(data, random);
        return switch (operation) {
            case GET -> Call.get(one(samples) + WITH_ALL);
            case LIST -> Call.get(list(samples.range()));
            case LIST_COUNT -> Call.get(list(samples.range()) + "&count=exact");
            case KEYSET -> Call.get(INVOICES + "&cursor=" + cursors.get(random.nextInt(cursors.size())));
            case OFFSET -> Call.get(INVOICES + "&offset=" + samples.offset());
            case CREATE -> Call.post("/api/bench/invoice", invoice(samples));
            case UPDATE -> Call.patchSilently(one(samples), "{\"reference\":\"PO-" + turn + "\"}");
            case STATS -> Call.post("/api/bench/invoice/query", STATISTICS);
            case SEARCH ->
                Call.get("/api/bench/customer?limit=50&sort=name&fields="
                        + encoded("id,code,name,email,country,created_at,updated_at") + "&q=" + samples.letters());
        };
    }

    private static String one(Samples samples) {
        return "/api/bench/invoice/" + DataSet.invoiceId(samples.invoice());
    }

    private static String list(Range range) {
        return INVOICES + "&filter="
                + encoded("status == '%s' && date >= date('%s') && date <= date('%s')"
                        .formatted(range.status(), range.from(), range.to()));
    }

    private static String invoice(Samples samples) {
        String lines = samples.lines().stream()
                .map(line -> "{\"description\":\"%s\",\"qty\":%d,\"price\":%s}"
                        .formatted(line.description(), line.qty(), line.price()))
                .collect(Collectors.joining(","));
        return """
                {"customer":"%s","date":"2026-01-15","due_date":"2026-02-14","status":"draft","currency":"EUR","lines":[%s]}""".formatted(DataSet.customerId(samples.customer()), lines);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
