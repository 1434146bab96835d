package io.armature.engine.screen

import io.armature.engine.current.Translations
import groovy.json.JsonSlurper
import io.armature.metadata.definition.ViewKind
import io.armature.metadata.model.Model
import io.armature.packs.ShippedPacks
import io.armature.testing.Models
import spock.lang.Shared
import spock.lang.Specification

/** Screens of the shipped packs, and of entities that no view describes. */
class ScreenSpec extends Specification {

    @Shared Model model = ShippedPacks.model()

    private Map screen(String entity, String view, Locale locale = Locale.ENGLISH, Model model = this.model) {
        def texts = new Texts(Translations.of(model), locale)
        def found = model.require(entity)
        def finder = new ViewFinder(model, found, texts, { true })
        def definition = finder.find(view).orElseThrow()
        new JsonSlurper().parse(Json.bytes(new ScreenWriter(Painting.of(model, found, texts)).write(definition, finder.names()))) as Map
    }

    private ViewFinder finder(String entity) {
        new ViewFinder(model, model.require(entity), new Texts(Translations.of(model), Locale.ENGLISH), { true })
    }

    def "the screens' own texts come in the languages that packs bring, the nearer one first"() {
        given:
        def translations = Translations.of(Models.of('crm', [
            'i18n/ar.yaml': 'interface: { action.save: حفظ, action.back: رجوع }',
            'i18n/ar-EG.yaml': 'interface: { action.save: احفظ }',
            'i18n/de.yaml': 'texts: { Save: Sichern }']))

        expect:
        translations.languages('interface.') == ['ar', 'ar-eg']
        translations.below(Locale.forLanguageTag(tag), 'interface.') == texts

        where:
        tag     | texts
        'ar'    | ['action.save': 'حفظ', 'action.back': 'رجوع']
        'ar-EG' | ['action.save': 'احفظ', 'action.back': 'رجوع']
        'de'    | [:]
        ''      | [:]
    }

    def "a form of a view has its tabs, sections, columns and fields"() {
        when:
        def form = screen('crm.opportunity', 'form')

        then:
        form.kind == 'form'
        form.title == 'Opportunity'
        form.tabs*.title == ['Overview', 'Lines']
        form.tabs[0].sections*.title == ['What it is about', 'Amount', 'Dates', null]
        form.tabs[0].sections[0].columns*.field == [['name', 'code', 'customer', 'contact'], ['kind', 'stage', 'status', 'team']]
        form.fields.name.required == true
        form.fields.code.readOnly == true
        form.fields.status.options*.key == ['open', 'won', 'lost']
        form.fields.customer.to == [entity: 'crm.customer', title: 'Customer', label: 'name', icon: 'customer']
    }

    def "an entity tells all its fields and views, whatever view shows them"() {
        given:
        def texts = new Texts(Translations.of(model), Locale.FRENCH)
        def entity = model.require('crm.opportunity')

        when:
        def told = new JsonSlurper().parse(Json.bytes(new EntityWriter(Painting.of(model, entity, texts)).write(finder('crm.opportunity').all()))) as Map

        then:
        told.plural == 'Opportunités'
        told.fields.keySet().containsAll(['name', 'lead', 'country', 'created_at', 'owner', 'id'])
        told.fields.status.options*.key == ['open', 'won', 'lost']
        told.views.find { it.name == 'opportunity_calendar' }.kind == 'calendar'
        told.views*.kind.containsAll(['form', 'list', 'kanban', 'pivot', 'gantt', 'chart'])
    }

    def "conditions and formulas come as trees"() {
        when:
        def form = screen('crm.opportunity', 'opportunity_form')

        then:
        form.fields.expected_amount.readOnly == true
        form.fields.expected_amount.formula.call
        form.fields.closed_on.visible.call
        form.tabs[0].sections[1].columns[0].find { it.field == 'exchange_rate' }.visible.call
        form.fields.lines.fields.keySet() as List == ['description', 'quantity', 'unit', 'unit_price', 'discount', 'amount']
    }

    def "a list has columns, filters, colours and actions"() {
        when:
        def list = screen('crm.lead', 'list')

        then:
        list.columns*.field.containsAll(['code', 'name', 'status'])
        list.filters.find { it.name == 'hot' } == [name: 'hot', title: 'Promising', filter: 'rating >= 4', default: false]
        list.filters.find { it.default }.name == 'open'
        list.colors[0].when.call
        list.actions*.transition == ['contact', 'qualify', 'lose']
        list.views.containsAll(['lead_list', 'lead_form', 'lead_kanban'])
    }

    def "it speaks #locale"() {
        when:
        def form = screen('crm.customer', 'form', locale)

        then:
        form.title == title
        form.tabs[0].title == tab
        form.fields.status.title == status
        form.fields.status.options[0].title == lead
        form.fields.phone.title == phone

        where:
        locale                     || title      | tab        | status   | lead       | phone
        Locale.ENGLISH             || 'Customer' | 'Overview' | 'Status' | 'Lead'     | 'Phone'
        Locale.FRENCH              || 'Client'   | 'Aperçu'   | 'Statut' | 'Prospect' | 'Téléphone'
        Locale.CANADA_FRENCH       || 'Client'   | 'Aperçu'   | 'Statut' | 'Prospect' | 'Téléphone'
        Locale.forLanguageTag('sv') || 'Customer' | 'Overview' | 'Status' | 'Lead'    | 'Phone'
    }

    def "every installed entity has a form and a list that name only its fields"() {
        expect:
        model.entities().values().findAll { it.stored() }.every { entity ->
            ['form', 'list'].every { view ->
                def screen = screen(entity.fullName(), view)
                def named = view == 'form' ? screen.tabs*.sections.flatten()*.columns.flatten()*.field : screen.columns*.field
                !named.empty && named.every { screen.fields[it]?.title }
            }
        }
    }

    def "an entity without views gets a generated form: lines in tabs, long fields below, the record last"() {
        when:
        def form = screen('core.unit_category', 'form')

        then:
        form.tabs*.name == ['overview', 'units', 'record']
        form.tabs[0].sections[0].columns*.field == [['code'], ['name']]
        form.tabs[2].sections[0].columns.flatten()*.field.containsAll(['created_at', 'updated_by'])
    }

    def "a #kind of #entity #can"() {
        when:
        boolean found = finder(entity).find(kind).present

        then:
        found == possible

        where:
        entity          | kind       || possible
        'crm.activity'  | 'calendar' || true
        'core.category' | 'tree'     || true
        'core.country'  | 'tree'     || false
        'core.tag'      | 'calendar' || false
        'core.address'  | 'map'      || true
        'crm.mandate'   | 'gantt'    || true
        'core.country'  | 'nonsense' || false

        can = possible ? 'can be made' : 'cannot be made'
    }

    def "a field tells what its editor needs: #property"() {
        given:
        def shop = Models.of('shop', ['entities/item.yaml': """
            title: Item
            label: name
            fields:
              name: text
              code: { type: barcode, format: ean13 }
              about: { type: linkAny, to: [shop.item] }
              anything: linkAny
              terms: { type: longText, rows: 12 }
            """.stripIndent()])

        expect:
        screen('shop.item', 'form', Locale.ENGLISH, shop).fields[field][property] == value

        where:
        field      | property  || value
        'code'     | 'format'  || 'ean13'
        'about'    | 'targets' || ['shop.item']
        'anything' | 'targets' || null
        'terms'    | 'rows'    || 12
    }

    def "a view is one of its entity, by whichever name it calls it, with its records and numbers"() {
        given:
        def shop = Models.of('shop', [
            'entities/item.yaml': 'title: Item\nlabel: name\nfields: { name: text, kind: { type: choice, options: [a, b] }, price: decimal }\n',
            'views/prices.yaml' : "kind: chart\nentity: $name\ndimensions: [kind]\nmeasures: ['sum(price)']\nchart: pie\nfilter: price > 0\n".toString()])

        when:
        def chart = screen('shop.item', 'chart', Locale.ENGLISH, shop)

        then:
        chart.view == 'prices'
        chart.uses == [dimensions: ['kind'], measures: ['sum(price)'], chart: ['pie']]
        chart.filter == 'price > 0'

        where:
        name << ['item', 'shop.item']
    }

    def "a view says how many records show at first, and has an icon of its own"() {
        given:
        def shop = Models.of('shop', [
            'entities/item.yaml': 'title: Item\nicon: product\nlabel: name\nfields: { name: text, kind: { type: choice, options: [a, b] } }\n',
            'views/board.yaml'  : 'kind: kanban\nentity: item\nicon: flag\ncolumn: kind\nlimit: 7\n'])

        when:
        def board = screen('shop.item', 'board', Locale.ENGLISH, shop)

        then:
        board.limit == 7
        board.icon == 'flag'
        screen('shop.item', 'list', Locale.ENGLISH, shop).limit == null
        screen('shop.item', 'list', Locale.ENGLISH, shop).icon == 'product'
    }

    def "passwords are not in lists"() {
        expect:
        !screen('sys.user', 'list').columns*.field.contains('password')
    }

    def "all kinds of view can be asked for everywhere without failing"() {
        expect:
        model.entities().keySet().every { entity ->
            def found = model.require(entity)
            def texts = new Texts(Translations.of(model), Locale.FRENCH)
            def finder = new ViewFinder(model, found, texts, { true })
            ViewKind.values().every { kind ->
                finder.find(kind.word()).map { new ScreenWriter(Painting.of(model, found, texts)).write(it, finder.names()) }.map { it.size() > 0 }.orElse(true)
            }
        }
    }
}
