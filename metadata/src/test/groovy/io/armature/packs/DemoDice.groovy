package io.armature.packs

import groovy.transform.CompileStatic
import java.text.Normalizer
import java.time.LocalDate

/** Chance that falls the same way each time. */
@CompileStatic
class DemoDice {
    private final Random random

    DemoDice(long seed) {
        random = new Random(seed)
    }

    def <T> T of(List<T> values) {
        values[random.nextInt(values.size())]
    }

    /** A value of a text such as `web:5 event:2`, where the numbers weigh. */
    String weighted(String weights) {
        def pairs = weights.split(' ').collect { String it -> it.split(':').toList() }
        int point = random.nextInt(pairs.sum { List<String> it -> it[1] as int } as int)
        for (pair in pairs) {
            point -= pair[1] as int
            if (point < 0) {
                return pair[0]
            }
        }
        throw new IllegalStateException(weights)
    }

    /** True so many times of a hundred. */
    boolean chance(int percent) {
        random.nextInt(100) < percent
    }

    int between(int low, int high) {
        low + random.nextInt(high - low + 1)
    }

    /** An amount as people ask for: few large, many small, round. */
    int amount(int low, int high) {
        def value = low * Math.pow(high / (double) low, random.nextDouble())
        int step = value < 5_000 ? 50 : value < 50_000 ? 500 : 5_000
        (Math.round(value / step) * step) as int
    }

    LocalDate day(LocalDate from, LocalDate to) {
        from.plusDays(random.nextInt((to.toEpochDay() - from.toEpochDay() + 1) as int))
    }

    /** A day on which offices are open. */
    LocalDate workday(LocalDate from, LocalDate to) {
        def day = day(from, to)
        day.dayOfWeek.value > 5 ? day.minusDays(2) : day
    }

    String digits(int count) {
        (1..count).collect { random.nextInt(10) }.join('')
    }

    /** Without marks and spaces, for addresses of mail and web. */
    static String plain(String text) {
        Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D').replace('ł', 'l').replace('Ł', 'L').replace('ß', 'ss').replace('ø', 'o'),
                Normalizer.Form.NFD).replaceAll(/\p{M}/, '').toLowerCase(Locale.ROOT).replaceAll(/[^a-z0-9]+/, '-').replaceAll(/^-|-$/, '')
    }
}
