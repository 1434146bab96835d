package io.armature.packs

import groovy.transform.CompileStatic
import java.math.RoundingMode
import java.time.LocalDate

/** The CRM's demo data: two years of a firm that advises others, told from its first of November 2026. */
@CompileStatic
class DemoCrm {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1)
    static final LocalDate BEGIN = LocalDate.of(2024, 11, 4)

    private static final int CUSTOMERS = 420
    private static final int LEADS = 520
    private static final int OPPORTUNITIES = 700
    private static final int MANDATES = 240
    private static final int ACTIVITIES = 1400

    private static final Map<String, Integer> STAGES = [
            new: 10, qualified: 25, proposal: 50, negotiation: 75, closing: 90]
    private static final List<String> INDUSTRIES = ('agriculture automotive construction consulting education energy finance food healthcare ' +
            'hospitality manufacturing media public_sector real_estate retail technology telecommunications transport').split(' ').toList()
    private static final List<String> JOBS = ['Managing director', 'Head of purchasing', 'Finance director', 'Plant manager', 'IT manager',
                                              'Marketing manager', 'Office manager', 'Head of human resources', 'Legal counsel', 'Project lead']
    private static final List<String> WISHES = ['Market study', 'Sales training', 'Succession advice', 'Digital roadmap', 'Site search', 'Cost review',
                                                'Energy audit', 'Export licence', 'Rebranding', 'Supplier tender', 'Merger support', 'Grant application']

    private final DemoDice dice = new DemoDice(20261101L)
    private final DemoCore core
    private final DemoTable teams = new DemoTable('code,name,company.code,business_unit.code,currency.code,yearly_target')
    private final DemoTable customers = new DemoTable('external_id,name,email,phone,website,language,country.code,tags.code,company.code,status,segment,' +
            'industry,customer_since,team.code,currency.code,credit_limit,payment_days')
    private final DemoTable addresses = new DemoTable('external_id,party.external_id,kind,main,street,postcode,city,country.code')
    private final DemoTable contacts = new DemoTable('external_id,customer.external_id,name,job_title,part,email,phone,main')
    private final DemoTable people = new DemoTable('external_id,name,first_name,last_name,job_title,email,language,country.code')
    private final DemoTable partyLinks = new DemoTable('external_id,party.external_id,role.code,related.external_id,since,until')
    private final DemoTable leads = new DemoTable('external_id,name,organisation_name,contact_name,job_title,email,phone,city,country.code,language,industry,' +
            'source,status,rating,currency.code,expected_amount,team.code,company.code,contacted_on,customer.external_id,converted_at,lost_reason.code,description')
    private final DemoTable opportunities = new DemoTable('external_id,name,customer.external_id,contact.external_id,kind,stage,amount,' +
            'currency.code,exchange_rate,probability,expected_close,closed_on,source,team.code,company.code,lost_reason.code,description')
    private final DemoTable lines = new DemoTable('external_id,opportunity.external_id,description,quantity,unit.code,unit_price,discount')
    private final DemoTable mandates = new DemoTable('external_id,name,customer.external_id,opportunity.external_id,kind,status,exclusive,starts_on,ends_on,' +
            'notice_days,fee_kind,currency.code,fee,share,business_unit.code,company.code,signed_on')
    private final DemoTable activities = new DemoTable('external_id,subject,kind,status,priority,record.entity,record.external_id,customer.external_id,' +
            'company.code,starts_at,ends_at,due_on,location,outcome,done_at')

    private final Map<String, DemoCountry> countryOf = [:]
    private final Set<String> takenNames = [] as Set

    DemoCrm(DemoCore core) {
        this.core = core
        team('FR', 'France', 'SALES-FR', 1_800_000)
        team('EU', 'Europe', 'SALES-EU', 2_400_000)
        team('OS', 'Overseas', 'SALES-OS', 600_000)
        (1..CUSTOMERS).each { int it -> customer(it) }
        (1..LEADS).each { int it -> lead(it) }
        (1..OPPORTUNITIES).each { int it -> opportunity(it) }
        (1..MANDATES).each { int it -> mandate(it) }
        (1..ACTIVITIES).each { int it -> activity(it) }
    }

    Map<String, String> files() {
        ['team.csv'            : teams.csv(), 'customer.csv': customers.csv(), 'core.address.csv': addresses.csv(),
         'customer_contact.csv': contacts.csv(), 'core.person.csv': people.csv(), 'core.party_link.csv': partyLinks.csv(),
         'lead.csv'            : leads.csv(), 'opportunity.csv': opportunities.csv(), 'opportunity_line.csv': lines.csv(),
         'mandate.csv'         : mandates.csv(), 'activity.csv': activities.csv()]
    }

    private void team(String code, String name, String unit, int target) {
        teams.add(code: code, name: name, 'company.code': DemoCore.COMPANY, 'business_unit.code': unit, 'currency.code': 'EUR', yearly_target: target)
    }

    private void customer(int number) {
        def country = country()
        def id = id('customer', number)
        def name = firm(country)
        def host = DemoDice.plain(name) + '.example'
        def status = dice.weighted('active:70 lead:16 dormant:14')
        def segment = dice.weighted('small:50 medium:30 large:15 key:5')
        countryOf[id] = country
        customers.add('external_id': id, name: name, email: "info@$host", phone: phone(country), website: "https://$host", language: country.language,
                'country.code': country.code, 'tags.code': tags(segment), 'company.code': DemoCore.COMPANY, status: status, segment: segment,
                industry: dice.of(INDUSTRIES), 'customer_since': status == 'lead' ? null : dice.day(LocalDate.of(2012, 1, 1), TODAY.minusMonths(5)),
                'team.code': teamOf(country), 'currency.code': country.currency, 'credit_limit': dice.chance(60) ? dice.amount(5_000, 200_000) * scale(country) : null,
                'payment_days': dice.of([14, 30, 30, 30, 45, 60]))
        address(id, country, 'office', 1, true)
        if (dice.chance(25)) {
            address(id, country, 'delivery', 2, false)
        }
        (1..dice.of([1, 1, 2, 2, 3])).each { int it -> contact(id, country, host, it) }
    }

    private void address(String party, DemoCountry country, String kind, int number, boolean main) {
        def place = DemoCountry.split(dice.of(country.cities))
        addresses.add('external_id': "$party-address-$number" as String, 'party.external_id': party, kind: kind, main: main,
                street: dice.of(country.streets).replace('{}', dice.between(1, 120) as String), postcode: place[0], city: place[1], 'country.code': country.code)
    }

    private void contact(String customer, DemoCountry country, String host, int number) {
        def first = dice.of(country.firstNames)
        def last = dice.of(country.lastNames)
        def job = dice.of(JOBS)
        def email = "${DemoDice.plain(first)}.${DemoDice.plain(last)}${number > 1 ? number : ''}@$host" as String
        contacts.add('external_id': "$customer-contact-$number" as String, 'customer.external_id': customer, name: full(country, first, last), 'job_title': job,
                part: dice.weighted('decides:3 influences:4 uses:3 pays:2 blocks:1'), email: email, phone: phone(country), main: number == 1)
        if (number == 1 && dice.chance(35)) {
            person(customer, country, first, last, job, email)
        }
    }

    private void person(String customer, DemoCountry country, String first, String last, String job, String email) {
        def id = customer.replace('customer', 'person')
        def since = dice.day(LocalDate.of(2008, 1, 1), TODAY.minusMonths(3))
        people.add('external_id': id, name: full(country, first, last), 'first_name': first, 'last_name': last, 'job_title': job, email: email,
                language: country.language, 'country.code': country.code)
        partyLinks.add('external_id': "$id-employee" as String, 'party.external_id': id, 'role.code': job == 'Managing director' ? 'director' : 'employee',
                'related.external_id': customer, since: since, until: dice.chance(8) ? dice.day(since, TODAY) : null)
    }

    private void lead(int number) {
        def country = country()
        def status = dice.weighted('new:25 contacted:25 qualified:18 converted:17 lost:15')
        def converted = status == 'converted' ? dice.of(customers.rows) : null
        if (converted) {
            country = countryOf[converted.external_id as String]
        }
        def name = (converted?.name ?: firm(country)) as String
        def first = dice.of(country.firstNames)
        def last = dice.of(country.lastNames)
        def day = dice.workday(BEGIN, TODAY.minusDays(1))
        leads.add('external_id': id('lead', number), name: dice.of(WISHES), 'organisation_name': name, 'contact_name': full(country, first, last),
                'job_title': dice.of(JOBS), email: "${DemoDice.plain(last)}@${DemoDice.plain(name)}.example", phone: dice.chance(60) ? phone(country) : null,
                city: DemoCountry.split(dice.of(country.cities))[1], 'country.code': country.code, language: country.language, industry: dice.of(INDUSTRIES),
                source: dice.weighted('web:35 referral:20 event:15 campaign:12 cold_call:10 partner:8'), status: status, rating: dice.between(1, 5),
                'currency.code': country.currency, 'expected_amount': dice.amount(1_500, 90_000) * scale(country), 'team.code': teamOf(country),
                'company.code': DemoCore.COMPANY, 'contacted_on': status == 'new' ? null : day, 'customer.external_id': converted?.external_id,
                'converted_at': converted ? "${day}T09:30:00Z" : null, 'lost_reason.code': status == 'lost' ? reason() : null,
                description: dice.chance(30) ? 'Asked to be called back in the morning.' : null)
    }

    private void opportunity(int number) {
        def customer = dice.of(customers.rows)
        def country = countryOf[customer.external_id as String]
        def expected = dice.workday(BEGIN, TODAY.plusMonths(5))
        boolean renewal = dice.chance(12)
        def status = expected > TODAY.minusDays(10) ? dice.weighted('open:93 won:4 lost:3') : dice.weighted('open:6 won:52 lost:42')
        def stage = renewal ? dice.of(['qualified', 'proposal', 'closing']) : stage(status)
        def closed = status == 'open' ? null : [dice.workday(expected.minusDays(20), expected.plusDays(9)), TODAY.minusDays(1)].min()
        def id = id('opportunity', number)
        def wish = renewal ? 'Renewal' : dice.of(WISHES)
        long amount = dice.amount(2_000, 150_000) * scale(country)
        opportunities.add('external_id': id, name: "$wish – ${customer.name}" as String, 'customer.external_id': customer.external_id,
                'contact.external_id': "${customer.external_id}-contact-1" as String, kind: renewal ? 'renewal' : 'sale', stage: status == 'open' ? stage : status,
                amount: amount, 'currency.code': country.currency, 'exchange_rate': core.euros(country.currency, closed ?: TODAY),
                probability: status == 'won' ? 100 : status == 'lost' ? 0 : renewal ? 75 : STAGES[stage], 'expected_close': expected, 'closed_on': closed,
                source: renewal ? 'existing' : dice.weighted('web:25 referral:25 event:10 campaign:10 partner:10 existing:20'), 'team.code': teamOf(country),
                'company.code': DemoCore.COMPANY, 'lost_reason.code': status == 'lost' ? reason() : null)
        if (dice.chance(55)) {
            lines(id, wish, amount)
        }
    }

    /** Lines whose sum is the opportunity's amount. */
    private void lines(String opportunity, String wish, long amount) {
        int days = dice.between(2, 12)
        def price = (amount * 0.7G / days).setScale(2, RoundingMode.HALF_UP)
        line(opportunity, 1, wish, days, 'work_day', price)
        line(opportunity, 2, 'Report and presentation', 1, 'piece', amount - price * days)
    }

    private void line(String opportunity, int number, String description, int quantity, String unit, BigDecimal price) {
        lines.add('external_id': "$opportunity-line-$number" as String, 'opportunity.external_id': opportunity, description: description, quantity: quantity,
                'unit.code': unit, 'unit_price': price, discount: 0)
    }

    private void mandate(int number) {
        def won = opportunities.rows.findAll { it.stage == 'won' }
        def opportunity = dice.of(won)
        def country = countryOf[opportunity['customer.external_id'] as String]
        def starts = (opportunity.closed_on as LocalDate).plusDays(dice.between(5, 60)).withDayOfMonth(1)
        def ends = dice.chance(25) ? null : starts.plusMonths(dice.of([3, 6, 12, 12, 24])).minusDays(1)
        def status = starts > TODAY ? 'draft' : ends != null && ends < TODAY ? 'ended' : dice.weighted('active:92 suspended:8')
        def kind = dice.weighted('advice:35 support:25 management:15 audit:10 representation:10 brokerage:5')
        def feeKind = kind == 'brokerage' ? 'share' : dice.weighted('monthly:50 fixed:25 hourly:15 yearly:10')
        mandates.add('external_id': id('mandate', number), name: "${kind.capitalize()} ${starts.year} – ${(opportunity.name as String).split(' – ')[1]}" as String, 'customer.external_id': opportunity['customer.external_id'],
                'opportunity.external_id': opportunity.external_id, kind: kind, status: status, exclusive: dice.chance(20), 'starts_on': starts, 'ends_on': ends,
                'notice_days': dice.of([14, 30, 30, 60, 90]), 'fee_kind': feeKind, 'currency.code': country.currency, fee: fee(feeKind, country),
                share: feeKind == 'share' ? dice.of([2, 3, 5]) : null, 'business_unit.code': 'ADVICE', 'company.code': DemoCore.COMPANY,
                'signed_on': status == 'draft' ? null : starts.minusDays(dice.between(1, 20)))
    }

    private Long fee(String kind, DemoCountry country) {
        switch (kind) {
            case 'share': return null
            case 'hourly': return dice.between(12, 28) * 10 * scale(country)
            case 'monthly': return dice.amount(500, 9_000) * scale(country)
            default: return dice.amount(5_000, 80_000) * scale(country)
        }
    }

    private void activity(int number) {
        def kind = dice.weighted('call:40 meeting:25 mail:20 task:15')
        def day = dice.workday(BEGIN, TODAY.plusMonths(2))
        def status = day < TODAY ? dice.weighted('done:88 cancelled:8 planned:4') : 'planned'
        def about = dice.chance(60) ? ['crm.opportunity', dice.of(opportunities.rows)] : ['crm.lead', dice.of(leads.rows)]
        def record = about[1] as Map<String, Object>
        int hour = dice.between(8, 16)
        def starts = "${day}T${hour.toString().padLeft(2, '0')}:${dice.of(['00', '15', '30'])}:00Z" as String
        boolean timed = kind in ['call', 'meeting']
        activities.add('external_id': id('activity', number), subject: subject(kind), kind: kind, status: status, priority: dice.weighted('normal:80 high:12 low:8'),
                'record.entity': about[0], 'record.external_id': record.external_id, 'customer.external_id': record['customer.external_id'],
                'company.code': DemoCore.COMPANY, 'starts_at': timed ? starts : null, 'ends_at': kind == 'meeting' ? starts.replace("T${hour.toString().padLeft(2, '0')}", "T${(hour + 1).toString().padLeft(2, '0')}") : null,
                'due_on': day, location: kind == 'meeting' ? dice.of(['At the customer’s', 'Our office', 'By video']) : null,
                outcome: status == 'done' && dice.chance(50) ? dice.of(['Went well, sends numbers next week.', 'Wants a second offer.', 'Has to ask the board first.']) : null,
                'done_at': status == 'done' ? starts : null)
    }

    private String subject(String kind) {
        switch (kind) {
            case 'call': return dice.of(['Call back', 'First call', 'Ask for the budget', 'Clear open questions'])
            case 'meeting': return dice.of(['Kick-off', 'Present the offer', 'Visit on site', 'Quarterly review'])
            case 'mail': return dice.of(['Send the offer', 'Send references', 'Confirm the dates'])
            default: return dice.of(['Prepare the offer', 'Check the contract', 'Update the figures', 'Find a reference'])
        }
    }

    private String stage(String status) {
        status == 'won' ? 'closing' : dice.weighted('new:20 qualified:25 proposal:25 negotiation:20 closing:10')
    }

    private String reason() {
        dice.weighted('price:25 competitor:20 no_budget:15 no_decision:15 timing:10 no_answer:10 not_a_fit:5')
    }

    private String tags(String segment) {
        (segment == 'key' ? ['vip'] : []).plus(dice.chance(20) ? ['newsletter'] : []).plus(dice.chance(10) ? ['reference'] : []).join('|')
    }

    private DemoCountry country() {
        def code = dice.weighted(DemoCountry.ALL.collect { DemoCountry it -> "$it.code:$it.weight" }.join(' '))
        DemoCountry.ALL.find { it.code == code }
    }

    /** A firm's name that no other has. */
    private String firm(DemoCountry country) {
        for (int turn = 0; ; turn++) {
            def base = dice.of(country.firms).replace('{}', dice.of(country.lastNames)) + (turn > 40 ? " ${dice.between(2, 99)}" : '')
            if (takenNames.add(base)) {
                return "$base ${dice.of(country.legalForms)}"
            }
        }
        throw new IllegalStateException('No name is left')
    }

    private static String full(DemoCountry country, String first, String last) {
        country.code == 'VN' ? "$last $first" : "$first $last"
    }

    private String phone(DemoCountry country) {
        "$country.dial ${dice.digits(3)} ${dice.digits(4)}"
    }

    private static String teamOf(DemoCountry country) {
        country.code == 'FR' ? 'FR' : country.code in ['US', 'VN'] ? 'OS' : 'EU'
    }

    /** How many units of the currency are about a euro. */
    private static long scale(DemoCountry country) {
        [CZK: 25L, SEK: 11L, PLN: 4L, VND: 25_000L][country.currency] ?: 1L
    }

    private static String id(String what, int number) {
        "demo-$what-${(number as String).padLeft(4, '0')}"
    }
}
