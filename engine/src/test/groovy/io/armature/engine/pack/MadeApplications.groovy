package io.armature.engine.pack

import groovy.json.JsonOutput
import java.nio.file.Files
import java.nio.file.Path

/** Applications in the form of Frappe's files, made by chance from a seed: every type of field, way of naming and oddity. */
final class MadeApplications {
    static final List<String> TYPES = [
        'Data', 'Data Email', 'Data Phone', 'Data URL', 'Small Text', 'Text', 'Long Text', 'Text Editor', 'Markdown Editor', 'HTML Editor', 'Code',
        'Int', 'Float', 'Currency', 'Percent', 'Check', 'Date', 'Datetime', 'Time', 'Duration', 'Rating', 'Select', 'Autocomplete', 'Read Only',
        'Color', 'Barcode', 'Phone', 'Icon', 'JSON', 'Geolocation', 'Password', 'Link', 'Dynamic Link', 'Table', 'Attach', 'Attach Image',
    ]
    static final List<String> NAMES = [
        'order', 'user', 'default', 'end', 'limit', 'from', 'references', '2_add_edit', 'الحقل', 'idx', 'version', 'owner', 'Mixed_Case', 'name1',
        'a_name_that_is_exactly_as_long_as_postgresql_allows_for_a_column',
    ]
    static final List<String> LABELS = ['Größe & "Maß"', "L'été: 100%", 'المدينة', 'Happy 😀', '{0} <b>bold</b>', '#hash', 'yes', 'null', '- dash', '']
    static final List<String> RULES = ['', 'hash', 'prompt', 'field:key', 'naming_series:', 'M-.YYYY.-.####', 'format:F-{MM}-{####}', 'autoincrement']

    final Random random
    final List<Map> doctypes = []
    private int number = 0

    MadeApplications(long seed, List<String> apps, int each) {
        random = new Random(seed)
        apps.each { app -> (1..each).each { doctypes << doctype(app, it) } }
    }

    /** Flags of a DocType go around, so that each is there whatever chance does. */
    private Map doctype(String app, int i) {
        def kind = ['entity', 'child', 'entity', 'single', 'tree', 'entity', 'document'][i % 7]
        def name = i % 5 ? "$app Ding $i" : "Größe – $app $i"
        def fields = [[fieldname: 'key', fieldtype: 'Data', label: 'Key', reqd: 1, unique: 1]]
        def rule = kind in ['entity', 'document'] ? RULES[i % RULES.size()] : kind == 'tree' ? 'field:key' : ''
        if (rule == 'naming_series:') {
            fields << [fieldname: 'naming_series', fieldtype: 'Select', options: 'A-.####\nB-.YYYY.-', label: 'Series', reqd: 1]
        }
        TYPES.findAll { kind != 'child' || it != 'Table' }.eachWithIndex { type, n -> field(app, type, n, i)?.with { fields << it } }
        if (kind == 'child') {
            fields << [fieldname: 'r', fieldtype: 'Data', label: 'R'] << [fieldname: 'o', fieldtype: 'Int', label: 'O']
        }
        def parent = name.toLowerCase().replaceAll('[ -]', '_')
        if (kind == 'tree') {
            fields << [fieldname: "parent_$parent" as String, fieldtype: 'Link', options: name, label: 'Parent']
        }
        [doctype: 'DocType', name: name, module: 'Main', app: app, autoname: rule, title_field: 'key', fields: fields, field_order: fields*.fieldname,
         istable: kind == 'child' ? 1 : 0, issingle: kind == 'single' ? 1 : 0, is_tree: kind == 'tree' ? 1 : 0, is_submittable: kind == 'document' ? 1 : 0,
         track_changes: i % 2, sort_field: 'modified', sort_order: 'DESC',
         permissions: [[role: 'System Manager', read: 1, write: 1, create: 1, delete: 1], [role: "$app User" as String, read: 1, if_owner: 1, write: 1]]]
    }

    private Map field(String app, String type, int n, int i) {
        def words = type.split(' ', 2)
        def odd = random.nextInt(4) == 0 ? NAMES[random.nextInt(NAMES.size())] : ''
        def field = [fieldname: odd && !(odd in used(i)) ? odd : "f_$n" as String, fieldtype: type, label: LABELS[random.nextInt(LABELS.size())],
                     in_list_view: random.nextInt(2), search_index: random.nextInt(2), bold: random.nextInt(2), width: '120px', description: "Zeile 1\n'Zeile' 2"]
        used(i) << field.fieldname
        switch (type) {
            case ~/Data .*/: return field + [fieldtype: 'Data', options: words[1]]
            case 'Select': return field + [options: '\nErste\n"Zweite"\nثالث\n100%\n-']
            case 'Code': return field + [options: 'Python']
            case 'Int': return field + [default: '3', non_negative: 1]
            case 'Float': return field + [precision: '6', depends_on: 'eval:doc.key && doc.docstatus < 2']
            case 'Check': return field + [default: '1']
            case 'Date': return field + [default: 'Today', mandatory_depends_on: 'eval:doc.key == "never"']
            case 'Link':
                def targets = doctypes.findAll { !it.istable && !it.issingle && !it.is_tree }
                def target = targets ? targets[random.nextInt(targets.size())] : null
                return target ? field + [options: target.name] + (target.autoname == 'prompt' ? [default: "Name of for links $target.name" as String] : [:]) : null
            case 'Dynamic Link': return field + [options: 'key']
            case 'Table':
                def children = doctypes.findAll { it.istable && it.app == app }
                return children ? field + [options: children[random.nextInt(children.size())].name] : null
            default: return field
        }
    }

    private final Map<Integer, Set<String>> taken = [:].withDefault { ['key', 'naming_series'] as Set }

    private Set<String> used(int i) { taken[doctypes.size() * 1000 + i] }

    /** Writes the files below a folder. */
    MadeApplications write(Path folder) {
        doctypes.each { type ->
            def plain = type.name.toLowerCase().replaceAll('[ -]', '_')
            def file = folder.resolve("${type.app}/main/doctype/$plain/${plain}.json")
            Files.createDirectories(file.parent)
            Files.writeString(file, JsonOutput.toJson(type.findAll { it.key != 'app' }))
        }
        this
    }

    Map named(String name) { doctypes.find { it.name == name } }

    /** Values for all fields of a DocType, by Frappe's names. {@code made} makes what a link leads to, {@code upload} a file. */
    Map<String, Object> sample(Map type, Closure made, Closure upload) {
        number++
        type.fields.collectEntries { field ->
            def value = value(field, made, upload)
            value == null ? [:] : [field.fieldname, value]
        }
    }

    private Object value(Map field, Closure made, Closure upload) {
        switch (field.fieldtype) {
            case 'Data':
                return field.options == 'Email' ? "u$number@example.org" as String : field.options == 'Phone' ? '+33 1 23 45 67 89'
                    : field.options == 'URL' ? "https://example.org/ä?$number" as String : "نص عربي 😀 <b>x</b> '\"\\ $number" as String
            case 'Phone': return '+33 1 23 45 67 89'
            case ['Small Text', 'Text', 'Long Text']: return "Zeile 1\nسطر 😀 $number" as String
            case ['Text Editor']: return '<p>نص <strong>😀</strong></p>'
            case ['Markdown Editor', 'HTML Editor', 'Code', 'Autocomplete', 'Read Only', 'Icon', 'Barcode']: return "x = 'é' $number" as String
            case 'Int': return 9007199254740
            case ['Float', 'Currency']: return 12345678.654321
            case 'Percent': return 12.5
            case 'Check': return false
            case 'Date': return '2024-02-29'
            case 'Datetime': return '2024-02-29T23:59:58Z'
            case 'Time': return '10:11:12'
            case 'Duration': return 86400
            case 'Rating': return 0.6
            case 'Select': return field.fieldname == 'naming_series' ? 'B-.YYYY.-' : 'ثالث'
            case 'Color': return '#AABBCC'
            case 'JSON': return [k: [1, 'v 😀']]
            case 'Geolocation': return [type: 'FeatureCollection', features: []]
            case 'Password': return 'geheim'
            case ['Attach', 'Attach Image']: return upload()
            case 'Link': return named(field.options).is_tree ? null : made(field.options)
            case 'Table': return [sample(named(field.options), made, upload), sample(named(field.options), made, upload)]
            default: return null
        }
    }
}
