package io.armature.engine.web.page

import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

class PageFilesSpec extends Specification {
    @TempDir Path folder
    PageFiles files

    void setup() {
        Files.createDirectories(folder.resolve('web/assets'))
        Files.writeString(folder.resolve('web/index.html'), 'start')
        Files.writeString(folder.resolve('web/assets/main-1a2b.js'), 'plain')
        Files.writeString(folder.resolve('web/assets/main-1a2b.js.gz'), 'packed')
        Files.writeString(folder.resolve('web/assets/odd.exe'), 'odd')
        Files.writeString(folder.resolve('secret.json'), 'secret')
        files = new PageFiles(Optional.of(folder.resolve('web')))
    }

    def 'the address #path is the start page'() {
        expect:
        def page = files.at(path, '').get()
        new String(page.bytes()) == 'start'
        page.type().startsWith('text/html')
        !page.lasting()

        where:
        path << ['/', '/crm/customer', '/crm/customer/01890a5d-ac96-774b-bcce-b302099a8057', '/account/reset', '/dashboards/crm.sales']
    }

    def 'a file is sent packed to whoever takes that (#accepted)'() {
        expect:
        def page = files.at('/assets/main-1a2b.js', accepted).get()
        new String(page.bytes()) == body
        page.packing().orElse(null) == packing
        page.lasting()

        where:
        accepted            | body     | packing
        ''                  | 'plain'  | null
        'gzip, deflate, br' | 'packed' | 'gzip'
    }

    def 'there is nothing at #path'() {
        expect:
        files.at(path, '').empty

        where:
        path << ['/assets/missing.js', '/../secret.json', '/assets/../../secret.json', '/assets/odd.exe', '/assets/.html']
    }
}
