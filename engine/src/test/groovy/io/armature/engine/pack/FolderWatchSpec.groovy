package io.armature.engine.pack

import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class FolderWatchSpec extends ServerSpecification {
    @TempDir Path folder
    List<String> told = [].asSynchronized()
    FolderWatch watch

    private Tenant main() {
        bean(Tenants).named(Tenant.MAIN).get()
    }

    private Set<String> fields() {
        bean(CurrentModels).of(main()).entity('shop.article').map { it.fields().keySet() }.orElse([] as Set)
    }

    private void save(int minor) {
        ShopPack.files(minor).each { path, bytes ->
            Files.createDirectories(folder.resolve(path).parent)
            Files.write(folder.resolve(path), bytes)
        }
    }

    def cleanup() {
        watch?.close()
    }

    def 'what is saved is live, what is wrong is told with its place and the old model stays'() {
        given:
        save(0)
        watch = new FolderWatch(folder, main(), bean(PackPlanner), bean(PackInstaller), { String line -> told << line })
        def soon = new PollingConditions(timeout: 10, delay: 0.05)

        when:
        watch.start()

        then:
        soon.eventually { assert fields().contains('code') }

        when:
        save(1)

        then:
        soon.eventually { assert fields().contains('extra_0') }

        when:
        Files.writeString(folder.resolve('entities/bad.yaml'), 'title: Bad\nfields:\n  a: { type: link, to: shop.nix }\n')

        then:
        soon.eventually { assert told.any { it.contains('entities/bad.yaml:3:') && it.contains('AR-210') } }
        fields().contains('extra_0')

        when:
        Files.delete(folder.resolve('entities/bad.yaml'))
        save(2)

        then:
        soon.eventually { assert fields().contains('extra_1') }
        told.any { it.contains('live after') }
    }
}
