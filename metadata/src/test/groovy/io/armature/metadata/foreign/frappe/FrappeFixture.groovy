package io.armature.metadata.foreign.frappe

import groovy.json.JsonOutput
import io.armature.metadata.foreign.Application
import io.armature.metadata.foreign.Draft
import io.armature.metadata.foreign.ImportReport
import java.nio.file.Files
import java.nio.file.Path

/** Writes small applications as Frappe has them, and imports them. */
class FrappeFixture {
    final Path folder
    final ImportReport report = new ImportReport()
    List<Application> applications = []

    FrappeFixture(Path folder) { this.folder = folder }

    /** A DocType of an application; the fields are `[fieldname, fieldtype, properties]`. */
    FrappeFixture doctype(Map more = [:], String app, String name, List<List> fields) {
        def plain = name.toLowerCase().replace(' ', '_')
        def rows = fields.collect { [fieldname: it[0], fieldtype: it[1]] + (it.size() > 2 ? it[2] : [:]) }
        file("$app/main/doctype/$plain/${plain}.json",
            [doctype: 'DocType', name: name, module: 'Main', field_order: rows*.fieldname, fields: rows, permissions: []] + more)
    }

    FrappeFixture file(String path, Object content) {
        def file = folder.resolve(path)
        Files.createDirectories(file.parent)
        Files.writeString(file, content instanceof String ? content : JsonOutput.toJson(content))
        this
    }

    FrappeFixture read() {
        applications = new FrappeSource().read(folder, report)
        this
    }

    Application application(String pack) { applications.find { it.pack() == pack } }

    Draft draft(String pack, String path) { application(pack).drafts().find { it.path() == path } }

    /** A definition as maps and lists. */
    Object tree(String pack, String path) {
        new groovy.json.JsonSlurper().parseText(draft(pack, path).tree().toString())
    }

    Object entity(String pack, String name) { tree(pack, "entities/${name}.yaml") }

    Object field(String pack, String entity, String name) { this.entity(pack, entity).fields[name] }

    List<String> told(String part) { report.entries().findAll { it.part() == part }*.reason() }
}
