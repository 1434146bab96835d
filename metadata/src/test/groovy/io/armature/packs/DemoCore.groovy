package io.armature.packs

import groovy.transform.CompileStatic
import java.math.RoundingMode
import java.time.LocalDate
import java.time.MonthDay
import java.time.YearMonth

/** Core's demo data: a group of two companies, its units, calendars and two years of exchange rates. */
@CompileStatic
class DemoCore {
    static final String COMPANY = 'HM'

    /** What a euro was worth when the story begins, about. */
    private static final Map<String, BigDecimal> EURO = [
            CHF: 0.9385, CZK: 25.28, GBP: 0.8331, JPY: 163.2, PLN: 4.334, SEK: 11.55, USD: 1.0540, VND: 26755.0]

    private final DemoDice dice = new DemoDice(20241101L)
    private final DemoTable rates = new DemoTable('external_id,from.code,to.code,date,rate,source')

    DemoCore() {
        EURO.each { String currency, BigDecimal first -> walk(currency, first) }
    }

    /** What one unit of a currency is worth in euro on a day. */
    BigDecimal euros(String currency, LocalDate day) {
        if (currency == 'EUR') {
            return 1.0
        }
        def known = rates.rows.findAll { it['to.code'] == currency && (it.date as LocalDate) <= day }
        BigDecimal.ONE.divide((known ?: [rates.rows.find { it['to.code'] == currency }]).last().rate as BigDecimal, 10, RoundingMode.HALF_UP)
    }

    Map<String, String> files() {
        ['company.csv'      : companies(), 'cost_centre.csv': costCentres(), 'business_unit.csv': units(),
         'calendar.csv'     : calendars(), 'working_hours.csv': hours(), 'holiday.csv': holidays(),
         'exchange_rate.csv': rates.csv()]
    }

    private void walk(String currency, BigDecimal first) {
        def rate = first
        for (def month = YearMonth.of(2024, 11); month <= YearMonth.of(2026, 11); month = month.plusMonths(1)) {
            rates.add('external_id': "demo-rate-$currency-$month" as String, 'from.code': 'EUR', 'to.code': currency,
                    date: month.atDay(1), rate: rate.setScale(4, RoundingMode.HALF_UP), source: 'Demo')
            rate = rate * (1 + dice.between(-90, 90) / 10_000.0G)
        }
    }

    private static String companies() {
        def table = new DemoTable('code,name,legal_name,parent.code,country.code,currency.code,calendar.code,fiscal_year_start,registration,tax_number')
        table.add(code: COMPANY, name: 'Halden Moreau', legal_name: 'Halden Moreau SAS', 'country.code': 'FR', 'currency.code': 'EUR',
                'calendar.code': 'FR', fiscal_year_start: 'january', registration: '000 000 001', tax_number: 'FR00000000001')
        table.add(code: 'HMUK', name: 'Halden Moreau UK', legal_name: 'Halden Moreau UK Ltd', 'parent.code': COMPANY, 'country.code': 'GB',
                'currency.code': 'GBP', 'calendar.code': 'GB', fiscal_year_start: 'april', registration: '00000001', tax_number: 'GB000000001')
        table.csv()
    }

    private static String costCentres() {
        def table = new DemoTable('code,name,parent.code,company.code,valid_from')
        [['1000', 'Halden Moreau', ''], ['1100', 'Sales', '1000'], ['1110', 'Sales France', '1100'], ['1120', 'Sales Europe', '1100'],
         ['1130', 'Sales overseas', '1100'], ['1200', 'Marketing', '1000'], ['1300', 'Advice', '1000'], ['1400', 'Operations', '1000'],
         ['1900', 'Administration', '1000']].each { List<String> it ->
            table.add(code: it[0], name: it[1], 'parent.code': it[2], 'company.code': COMPANY, valid_from: '2020-01-01')
        }
        table.csv()
    }

    private static String units() {
        def table = new DemoTable('code,name,kind,parent.code,company.code,cost_centre.code')
        [['HM', 'Halden Moreau', 'division', '', '1000'], ['SALES', 'Sales', 'department', 'HM', '1100'],
         ['SALES-FR', 'Sales France', 'team', 'SALES', '1110'], ['SALES-EU', 'Sales Europe', 'team', 'SALES', '1120'],
         ['SALES-OS', 'Sales overseas', 'team', 'SALES', '1130'], ['MKT', 'Marketing', 'department', 'HM', '1200'],
         ['ADVICE', 'Advice', 'department', 'HM', '1300'], ['OPS', 'Operations', 'department', 'HM', '1400'],
         ['ADMIN', 'Administration', 'department', 'HM', '1900']].each { List<String> it ->
            table.add(code: it[0], name: it[1], kind: it[2], 'parent.code': it[3], 'company.code': COMPANY, 'cost_centre.code': it[4])
        }
        table.csv()
    }

    private static String calendars() {
        def table = new DemoTable('code,name,country.code,time_zone')
        table.add(code: 'FR', name: 'France', 'country.code': 'FR', time_zone: 'Europe/Paris')
        table.add(code: 'DE', name: 'Germany', 'country.code': 'DE', time_zone: 'Europe/Berlin')
        table.add(code: 'GB', name: 'England and Wales', 'country.code': 'GB', time_zone: 'Europe/London')
        table.csv()
    }

    private static String hours() {
        def table = new DemoTable('external_id,calendar.code,weekday,starts,ends,hours')
        for (calendar in ['FR', 'DE', 'GB']) {
            for (weekday in ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']) {
                def ends = weekday == 'friday' ? '16:00' : '17:30'
                table.add(external_id: "demo-hours-$calendar-$weekday" as String, 'calendar.code': calendar, weekday: weekday,
                        starts: '09:00', ends: ends, hours: weekday == 'friday' ? 6 : 7.5)
            }
        }
        table.csv()
    }

    private static String holidays() {
        def table = new DemoTable('external_id,calendar.code,date,name,name@fr,every_year')
        fixed().each { String calendar, Map<MonthDay, List<String>> days ->
            days.each { MonthDay day, List<String> names -> holiday(table, calendar, day.atYear(2026), names, true) }
        }
        for (year in 2025..2027) {
            def easter = easter(year)
            for (calendar in ['FR', 'DE', 'GB']) {
                holiday(table, calendar, easter.plusDays(1), ['Easter Monday', 'Lundi de Pâques'], false)
            }
            for (calendar in ['FR', 'DE']) {
                holiday(table, calendar, easter.plusDays(39), ['Ascension Day', 'Ascension'], false)
                holiday(table, calendar, easter.plusDays(50), ['Whit Monday', 'Lundi de Pentecôte'], false)
            }
            for (calendar in ['DE', 'GB']) {
                holiday(table, calendar, easter.minusDays(2), ['Good Friday', 'Vendredi saint'], false)
            }
        }
        table.csv()
    }

    private static Map<String, Map<MonthDay, List<String>>> fixed() {
        def everywhere = [(MonthDay.of(1, 1)): ['New Year’s Day', 'Jour de l’an'], (MonthDay.of(12, 25)): ['Christmas Day', 'Noël']]
        [FR: everywhere + [(MonthDay.of(5, 1)): ['Labour Day', 'Fête du Travail'], (MonthDay.of(5, 8)): ['Victory Day', 'Victoire 1945'],
                           (MonthDay.of(7, 14)): ['Bastille Day', 'Fête nationale'], (MonthDay.of(8, 15)): ['Assumption', 'Assomption'],
                           (MonthDay.of(11, 1)): ['All Saints’ Day', 'Toussaint'], (MonthDay.of(11, 11)): ['Armistice Day', 'Armistice 1918']],
         DE: everywhere + [(MonthDay.of(5, 1)): ['Labour Day', 'Fête du Travail'], (MonthDay.of(10, 3)): ['German Unity Day', 'Jour de l’unité allemande'],
                           (MonthDay.of(12, 26)): ['Second Day of Christmas', 'Lendemain de Noël']],
         GB: everywhere + [(MonthDay.of(12, 26)): ['Boxing Day', 'Lendemain de Noël']]]
    }

    private static void holiday(DemoTable table, String calendar, LocalDate date, List<String> names, boolean everyYear) {
        table.add('external_id': "demo-holiday-$calendar-$date" as String, 'calendar.code': calendar, date: date, name: names[0],
                'name@fr': names[1], 'every_year': everyYear)
    }

    /** Gauss's rule, for the Gregorian calendar. */
    private static LocalDate easter(int year) {
        int century = year.intdiv(100)
        int golden = year % 19
        int epact = (19 * golden + century - century.intdiv(4) - (century - (century + 8).intdiv(25) + 1).intdiv(3) + 15) % 30
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100).intdiv(4) - epact - (year % 100) % 4) % 7
        int shift = (golden + 11 * epact + 22 * weekday).intdiv(451)
        int days = epact + weekday - 7 * shift + 114
        LocalDate.of(year, days.intdiv(31), days % 31 + 1)
    }
}
