package io.armature.engine.schema

import groovy.transform.CompileStatic

/** Two models from one seed: a random one, and what somebody might make of it. */
@CompileStatic
final class RandomModels {
    private static final List<String> TYPES = [
        'text', 'longText', 'integer', 'decimal', 'money', 'boolean', 'date', 'dateTime', 'time', 'duration', 'choices', 'json',
        'email', 'link', 'link', 'links', 'linkAny', 'text', 'integer', 'decimal', 'date',
    ]
    private final Random random
    private int names

    RandomModels(long seed) {
        random = new Random(seed)
    }

    Map<String, Map<String, Object>> first() {
        def model = new LinkedHashMap<String, Map<String, Object>>()
        (1 + random.nextInt(4)).times { model[name('e')] = [:] }
        model.each { name, entity -> fill(name, entity, model) }
        model
    }

    Map<String, Map<String, Object>> changed(Map<String, Map<String, Object>> model) {
        def renamed = new LinkedHashMap<String, String>()
        def gone = model.keySet().findAll { chance(0.15) } as List<String>
        model.keySet().each { if (!(it in gone)) { renamed[it] = chance(0.2) ? newName('e', gone) : it } }
        def changed = new LinkedHashMap<String, Map<String, Object>>()
        renamed.each { old, now ->
            changed[now] = new LinkedHashMap<String, Object>(model[old])
            if (old != now) {
                changed[now].renamedFrom = [old]
            }
        }
        random.nextInt(2).times { changed[name('e')] = [:] }
        if (changed.isEmpty()) {
            changed[name('e')] = [:]
        }
        changed.each { name, entity ->
            entity.containsKey('fields') ? change(name, entity, renamed, changed) : fill(name, entity, changed)
        }
        changed
    }

    private void fill(String name, Map<String, Object> entity, Map<String, Map<String, Object>> model) {
        entity.features = [softDelete: chance(0.5)]
        def fields = new LinkedHashMap<String, Map<String, Object>>()
        random.nextInt(6).times { fields[this.name('f')] = field(model) }
        entity.fields = fields
        inherit(name, entity, model)
        index(entity)
    }

    /** Entities extend those before them, so that there is no circle. */
    private void inherit(String name, Map<String, Object> entity, Map<String, Map<String, Object>> model) {
        def before = model.keySet().toList().takeWhile { it != name }
        entity.remove('extends')
        if (before && chance(0.3)) {
            entity.extends = 'crm.' + pick(before)
        }
    }

    private void index(Map<String, Object> entity) {
        def plain = (entity.fields as Map<String, Map>).findAll { it.value.type != 'links' }.keySet().toList()
        entity.indexes = plain && chance(0.4) ? [plain.take(2)] : []
        entity.search = (entity.fields as Map<String, Map>)
            .findAll { it.value.type == 'text' && chance(0.3) }.collectEntries { [it.key, 'A'] }
        def texts = (entity.fields as Map<String, Map>).findAll { it.value.type == 'text' && it.value.max }.keySet().toList()
        entity.remove('label')
        if (texts) {
            entity.label = texts.first()
        }
    }

    private void change(
            String name, Map<String, Object> entity, Map<String, String> renamed, Map<String, Map<String, Object>> model) {
        def before = entity.fields as Map<String, Map<String, Object>>
        def gone = before.keySet().findAll { chance(0.2) } as List<String>
        def fields = new LinkedHashMap<String, Map<String, Object>>()
        before.each { fieldName, old ->
            if (!(fieldName in gone)) {
                def field = chance(0.25) ? this.field(model) : retarget(old, renamed, model)
                def now = chance(0.2) ? newName('f', gone) : fieldName
                if (now != fieldName) {
                    field.renamedFrom = [fieldName]
                }
                if (field.type == 'text' && chance(0.2)) {
                    field.translated = true
                }
                if (chance(0.2)) {
                    field.required = !field.required
                }
                fields[now] = field
            }
        }
        random.nextInt(3).times { fields[this.name('f')] = this.field(model) }
        entity.fields = fields
        if (chance(0.3)) {
            entity.features = [softDelete: chance(0.5)]
        }
        def parent = (entity.extends as String)?.substring(4)
        if (chance(0.15) || parent && renamed[parent] != parent) {
            inherit(name, entity, model)
        }
        index(entity)
    }

    private static Map<String, Object> retarget(
            Map<String, Object> old, Map<String, String> renamed, Map<String, Map<String, Object>> model) {
        def field = new LinkedHashMap<String, Object>(old)
        if (field.to) {
            field.to = 'crm.' + (renamed[(field.to as String).substring(4)] ?: model.keySet().first())
        }
        field
    }

    private Map<String, Object> field(Map<String, Map<String, Object>> model) {
        String type = pick(TYPES)
        def field = [type: type] as Map<String, Object>
        switch (type) {
            case ['link', 'links']: field.to = 'crm.' + pick(model.keySet().toList()); break
            case 'choices': field.options = [a: 'A', b: 'B', c: 'C']; break
            case ['integer', 'decimal', 'money']: number(field); break
            case 'text':
                if (chance(0.3)) { field.default = 'x' }
                if (chance(0.2)) { field.max = pick([2, 100]) }
        }
        if (type != 'links' && chance(0.2)) { field.required = true }
        if (type == 'link') { field.onDelete = pick(['restrict', 'clear', 'cascade']) }
        field
    }

    private void number(Map<String, Object> field) {
        if (chance(0.3)) { field.min = pick([-1000000, 0]) }
        if (chance(0.2)) { field.max = pick([10, 1000000]) }
        if (chance(0.3)) { field.default = 7 }
        if (chance(0.2)) { field.index = true }
    }

    private String name(String prefix) {
        prefix + ++names
    }

    /** A new name, or now and then that of something which goes. */
    private String newName(String prefix, List<String> gone) {
        gone && chance(0.2) ? gone.removeLast() : name(prefix)
    }

    private boolean chance(double of) {
        random.nextDouble() < of
    }

    private <T> T pick(List<T> from) {
        from[random.nextInt(from.size())]
    }
}
