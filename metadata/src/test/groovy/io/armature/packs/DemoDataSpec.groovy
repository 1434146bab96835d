package io.armature.packs

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The demo records are what their makers make. With -Darmature.rewrite=true the files are written anew. */
class DemoDataSpec extends Specification {

    static final Path PACKS = Path.of('../module-packs')

    @Shared DemoCore core = new DemoCore()
    @Shared DemoCrm crm = new DemoCrm(core)

    def "the demo data of #pack is as made"() {
        given:
        def folder = PACKS.resolve("$pack/data/demo")
        if (Boolean.getBoolean('armature.rewrite')) {
            Files.createDirectories(folder)
            made.each { name, text -> Files.writeString(folder.resolve(name), text) }
        }

        expect:
        Files.list(folder).collect { it.fileName as String }.toSorted() == made.keySet().toSorted()
        made.every { name, text -> Files.readString(folder.resolve(name)) == text }

        where:
        pack   || made
        'core' || core.files()
        'crm'  || crm.files()
    }

    def "it is the same each time"() {
        expect:
        new DemoCrm(new DemoCore()).files() == crm.files()
    }

    def "it is a few thousand records of several countries"() {
        given:
        def rows = crm.files().collectEntries { name, text -> [name, text.readLines().size() - 1] }

        expect:
        rows.values().sum() in 4000..8000
        rows['customer.csv'] == 420
        rows['opportunity.csv'] == 700
        crm.files()['customer.csv'].readLines().drop(1).collect { it.find(/,([A-Z]{2}),[^,]*,HM,/) { all, code -> code } }.toSet().size() >= 12
    }

    def "no amount is below zero"() {
        expect:
        crm.files().values().every { !(it =~ /,-\d/) }
    }

    def "names keep their marks: #name"() {
        expect:
        crm.files().values().any { it.contains(name) }

        where:
        name << ['Müller', 'Lefèvre', 'Łódź', 'Đà Nẵng', 'Göteborg', 'Muñoz', 'Dvořák', 'Gonçalves']
    }
}
