package io.armature.metadata.foreign.javascript

import io.armature.metadata.foreign.javascript.Value.Sort
import spock.lang.Specification

class ConditionTranslatorSpec extends Specification {
    static final Map<String, Value> FIELDS = [
        status : Value.of(Sort.TEXT, 'status'),
        closed : Value.of(Sort.TICK, 'closed'),
        count  : Value.of(Sort.NUMBER, 'count'),
        due    : Value.of(Sort.DAY, 'due'),
        start  : Value.of(Sort.DAY, 'start'),
        items  : Value.of(Sort.ROWS, 'items'),
        country: Value.link('country', Optional.of('country.code')),
        letter : Value.link('letter', Optional.empty()),
        isNew  : Value.of(Sort.CONDITION, 'created_at == null'),
    ]

    def translator = new ConditionTranslator(new Names() {
        Optional<Value> field(String name) { Optional.ofNullable(FIELDS[name]) }

        Optional<Value> parentField(String name) { Optional.ofNullable(FIELDS[name]).map { Value.of(it.sort(), "parent.$name") } }

        Optional<String> role(String name) { name == 'Cook' ? Optional.of('kitchen.cook') : Optional.empty() }
    })

    def '#javascript is #expression'() {
        expect:
        translator.translate(javascript) == expression

        where:
        javascript                                   || expression
        'doc.closed'                                 || 'closed == true'
        '!doc.closed'                                || 'closed != true'
        'doc.closed == 1'                            || 'closed == true'
        'doc.closed === 0'                           || 'closed == false'
        'doc.closed === true'                        || 'false'
        'doc.closed == true'                         || 'closed == true'
        'doc.status'                                 || 'isSet(status)'
        'doc.status == "Open"'                       || "status == 'Open'"
        "doc.status != 'It\\'s'"                     || "status != 'It\\'s'"
        'doc.status === 1'                           || 'false'
        'doc.status == 1'                            || "coalesce(matches(trim(status), '^[+]?0*1([.]0*)?\$'), false)"
        'doc.count'                                  || 'isSet(count)'
        'doc.count > 2'                              || 'coalesce(count, 0) > 2'
        'doc.count == "2"'                           || 'count == 2'
        'doc.count == ""'                            || 'count == 0'
        'doc.count == null'                          || 'count == null'
        'doc.country'                                || 'country != null'
        'doc.country == "FR"'                        || "country.code == 'FR'"
        'doc.country == doc.status'                  || 'country.code == status'
        'doc.due > doc.start'                        || 'coalesce(due > start, false)'
        '!(doc.due > doc.start)'                     || '!coalesce(due > start, false)'
        'doc.due == "2026-01-31"'                    || "due == date('2026-01-31')"
        'doc.due >= "2026-01-31"'                    || "coalesce(due >= date('2026-01-31'), false)"
        'doc.due < frappe.datetime.add_days(frappe.datetime.get_today(), -3)' || 'coalesce(due < addDays(today(), -3), false)'
        'doc.due > frappe.datetime.month_start()'    || "coalesce(due > startOf(today(), 'month'), false)"
        'frappe.utils.cint(doc.count) > 2'           || 'coalesce(int(coalesce(count, 0)), 0) > 2'
        'doc.status == frappe.defaults.get_user_default("Company")' || 'status == user.company.name'
        'doc.items'                                  || 'true'
        'doc.items && doc.items.length'              || 'isSet(count(items))'
        'doc.items.length > 1;'                      || 'coalesce(count(items), 0) > 1'
        'doc.a_field_that_is_not_there'              || 'false'
        '["A", "B"].includes(doc.status)'            || "status in ['A', 'B']"
        '["A"].indexOf(doc.status) == -1'            || "!(status in ['A'])"
        'in_list(["A", "B"], doc.status)'            || "status in ['A', 'B']"
        'in_list([1, 2], doc.count)'                 || 'count == 1 || count == 2'
        'doc.status.includes("x")'                   || "coalesce(contains(status, 'x'), false)"
        '(doc.status || doc.closed) && doc.count'    || '(isSet(status) || closed == true) && isSet(count)'
        '!(doc.status && doc.closed)'                || '!(isSet(status) && closed == true)'
        'doc.status == "A" || "B"'                   || 'true'
        'doc.closed ? doc.count : doc.due'           || 'closed == true && isSet(count) || closed != true && due != null'
        'parent.closed'                              || 'parent.closed == true'
        'frappe.user.has_role("Cook")'               || "hasRole('kitchen.cook')"
        '!doc.isNew'                                 || '!(created_at == null)'
        'doc?.status'                                || 'isSet(status)'
        'true;'                                      || 'true'
        'frappe.boot.developer_mode || doc.closed'   || 'closed == true'
    }

    def '#javascript has no counterpart'() {
        when:
        translator.translate(javascript)

        then:
        thrown(Untranslatable)

        where:
        javascript << [
            'frappe.boot.versions', 'doc.items.some(row => row.x)', 'doc.letter == "A"', 'doc.status.match(/x/)',
            'doc.status ==', 'cur_frm.is_new()', 'doc["status" + 1]', '(' * 500, '!' * 500, 'doc.__onload', 'eval("1")', '"open',
            'frappe.user.has_role("Nobody")', 'doc.status = "A"', '`${doc.status}`',
        ]
    }
}
