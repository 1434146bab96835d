package io.armature.bench.operation;

import io.armature.bench.data.DataSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws what the requests are about, equally for every service. */
final class Samples {
    private static final List<String> RARE_STATUS = List.of("sent", "draft", "overdue");
    private static final int RANGE = 90;
    private static final int LINES = 5;
    private static final int PAGE = 50;

    private final DataSet data;
    private final RandomGenerator random;

    Samples(DataSet data, RandomGenerator random) {
        this.data = data;
        this.random = random;
    }

    record Range(String status, LocalDate from, LocalDate to) {}

    record NewLine(String description, int qty, BigDecimal price) {}

    int invoice() {
        return 1 + random.nextInt(data.invoices());
    }

    int customer() {
        return 1 + random.nextInt(data.customers());
    }

    Range range() {
        LocalDate from = DataSet.FIRST_DAY.plusDays(random.nextInt(DataSet.DAYS - RANGE));
        return new Range(RARE_STATUS.get(random.nextInt(RARE_STATUS.size())), from, from.plusDays(RANGE));
    }

    /** Two syllables, four to six letters that names contain. */
    String letters() {
        return syllable() + syllable();
    }

    /** How many to skip for a page in the middle: at full scale some page near the ten thousandth. */
    int offset() {
        int middle = data.invoices() / 2 / PAGE;
        return PAGE * (middle - Math.min(middle, 10) + random.nextInt(20));
    }

    List<NewLine> lines() {
        return IntStream.range(0, LINES)
                .mapToObj(i -> new NewLine(
                        "Item " + (1 + random.nextInt(5000)) + " - standard delivery",
                        1 + random.nextInt(9),
                        BigDecimal.valueOf(100 + random.nextInt(90_000), 2)))
                .toList();
    }

    private String syllable() {
        return DataSet.SYLLABLES.get(random.nextInt(DataSet.SYLLABLES.size()));
    }
}
