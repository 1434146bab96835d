package io.armature.engine.query

import java.sql.Date as SqlDate

class GroupingSpec extends ReadingSpec {
    def setupSpec() {
        def party = insert('shop$party', [name: 'Ann'])
        insert('shop$customer', [id: party])
        [['open', '2026-01-05', 10.20g, 1L, party], ['open', '2026-01-20', 5g, 2L, null], ['open', '2026-02-01', null, null, null],
         ['closed', '2026-02-03', 7.05g, 4L, party], [null, null, 1g, 5L, null]].eachWithIndex { row, i ->
            insert('shop$order', [number: "O$i" as String, status: row[0], placed: row[1]?.with { SqlDate.valueOf(it) }, total: row[2], score: row[3], customer: row[4]])
        }
    }

    def 'groups and measures of #asked are #expected'() {
        expect:
        list('shop.order', asked).data == expected

        where:
        asked                                                                              || expected
        [measures: 'count(),sum(total),n: count(total)']                                   || [[count: 5, sum_total: 23.25g, n: 4]]
        [groupBy: 'status', measures: 'count(),sum(total)']                                || [[status: 'closed', count: 1, sum_total: 7.05g], [status: 'open', count: 3, sum_total: 15.20g], [status: null, count: 1, sum_total: 1g]]
        [groupBy: 'month(placed)', measures: 'max(score),min(placed)']                     || [['month(placed)': 1, max_score: 2, min_placed: '2026-01-05'], ['month(placed)': 2, max_score: 4, min_placed: '2026-02-01'], ['month(placed)': null, max_score: 5, min_placed: null]]
        [groupBy: "m: startOf(placed, 'month')", measures: 'count()', sort: '-count,m', limit: 2] || [[m: '2026-01-01', count: 2], [m: '2026-02-01', count: 2]]
        [groupBy: 'customer.name', measures: 'revenue: sum(total * 2)', sort: '-revenue']  || [['customer.name': 'Ann', revenue: 34.50g], ['customer.name': null, revenue: 12.00g]]
        [groupBy: 'status', measures: 'count()', having: 'count() > 1']                    || [[status: 'open', count: 3]]
        [groupBy: 'status', measures: 'sum(total)', having: "sum_total > 5 && status != 'open'"] || [[status: 'closed', sum_total: 7.05g]]
        [groupBy: 'status', filter: 'score > 1']                                           || [[status: 'closed'], [status: 'open'], [status: null]]
        [measures: 'sum(total)', filter: 'false']                                          || [[sum_total: null]]
    }
}
