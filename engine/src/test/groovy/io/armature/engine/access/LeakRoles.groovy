package io.armature.engine.access

import io.armature.metadata.model.Entity
import io.armature.metadata.model.Model
import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSources
import io.armature.packs.ShippedPacks
import io.armature.testing.Models

/** Random roles on the entities of the packs that ship. */
class LeakRoles {
    private final int count
    private final Random random
    private final Model shipped = ShippedPacks.compile().model()
    private final LeakConditions conditions

    LeakRoles(int count, Random random) {
        this.count = count
        this.random = random
        this.conditions = new LeakConditions(shipped, random)
    }

    /** The packs that ship, and one with random roles on their entities. */
    Model model() {
        def sources = ShippedPacks.read().values().collect { ModelSources.of(it) }
        def files = (0..<count).collectEntries { int number -> ["roles/r${number}.yaml".toString(), role(number)] }
        def leak = Models.read('leak', ['pack.yaml': 'pack: leak\nversion: 1.0.0\ntitle: Leak\nengine: ">=0.1"\nrequires: { core: ">=0", crm: ">=0" }\n'] + files)
        assert leak.problems().findAll { it.error } == []
        def compiled = ModelCompiler.compile(sources + [ModelSources.of(leak)])
        assert compiled.problems().findAll { it.error } == []
        compiled.model()
    }

    private String role(int number) {
        def lines = ["title: R$number"]
        if (number && random.nextInt(3) == 0) {
            lines << "inherits: [r${random.nextInt(number)}]"
        }
        lines << 'grants:'
        shipped.entities().values().findAll { it.managed() && it.stored() && random.nextInt(3) }.each { Entity entity ->
            def parts = ["read: ${right(entity)}"]
            if (random.nextBoolean()) {
                parts << "export: ${right(entity)}"
            }
            def names = entity.fields().values().findAll { it.name() != 'id' && !it.name().startsWith('_') }*.name()
            if (random.nextInt(3)) {
                parts << "hidden: [${names.findAll { random.nextInt(6) == 0 }.join(', ')}]"
            }
            if (random.nextInt(3) == 0) {
                parts << "mask: [${names.findAll { random.nextInt(8) == 0 }.join(', ')}]"
            }
            lines << "  ${entity.fullName()}: { ${parts.join(', ')} }"
        }
        lines.join('\n') + '\n'
    }

    private String right(Entity entity) {
        switch (random.nextInt(6)) {
            case 0..1: return 'true'
            case 2: return "\"hasRole('leak.r${random.nextInt(count)}') || ${conditions.condition(entity)}\""
            case 3: return "\"hasRole('leak.r${random.nextInt(count)}') && ${conditions.condition(entity)}\""
            default: return "\"${conditions.condition(entity)}\""
        }
    }
}
