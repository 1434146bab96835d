package io.armature.packs

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.IgnoreIf
import spock.lang.Specification

/** The codes that core ships are the JDK's. With -Darmature.rewrite=true the files are written anew. */
class StandardCodesSpec extends Specification {

    static final Path DATA = Path.of('../module-packs/core/data')

    @IgnoreIf(value = { Runtime.version().feature() != 25 }, reason = 'names follow the CLDR of JDK 25')
    def "core's #file is what the JDK says"() {
        given:
        def path = DATA.resolve(file)
        if (Boolean.getBoolean('armature.rewrite')) {
            Files.writeString(path, expected)
        }

        expect:
        Files.readString(path) == expected

        where:
        file           || expected
        'country.csv'  || StandardCodes.countries()
        'currency.csv' || StandardCodes.currencies()
    }

    def "every country has three codes, two names and, if inhabited, a currency"() {
        given:
        def rows = Files.readAllLines(DATA.resolve('country.csv')).drop(1)

        expect:
        rows.size() == 249
        rows.every { it ==~ /[A-Z]{2},[A-Z]{3},[0-9]{3},("[^"]+"|[^,]+),("[^"]+"|[^,]+),([A-Z]{3})?/ }
        rows.findAll { it.endsWith(',') }*.take(2) == ['AQ']
    }
}
