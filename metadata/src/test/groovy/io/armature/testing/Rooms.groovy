package io.armature.testing

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition
import groovy.transform.CompileStatic

/** The packages of one module as rooms in an order: a room may use only rooms to its left. */
@CompileStatic
final class Rooms {
    private final String root
    private final List<String> order
    private final JavaClasses classes

    /** @param root the module's package; @param order its rooms, lowest first */
    Rooms(String root, List<String> order) {
        this(root, order, new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root))
    }

    Rooms(String root, List<String> order, JavaClasses classes) {
        this.root = root
        this.order = order
        this.classes = classes
    }

    /** Uses of a room further right, as sentences. */
    List<String> wrongUses(String room) {
        int place = order.indexOf(room)
        (List<String>) classes.findAll { roomOf(it) == room }.collectMany { JavaClass type ->
            type.directDependenciesFromSelf
                .findAll { order.indexOf(roomOf(it.targetClass)) > place }
                .collect { it.description }
        }
    }

    /** Rooms of the table in which nothing lives. */
    List<String> empty() {
        order - classes.collect { roomOf(it) }
    }

    /** Classes that live in no room of the table. */
    List<String> homeless() {
        classes.findAll { !order.contains(roomOf(it)) }*.name
    }

    /** Fails if packages, however deep inside a room, use each other in a circle. */
    void checkCircles() {
        SlicesRuleDefinition.slices().matching("${root}.(**)").should().beFreeOfCycles()
            .allowEmptyShould(true).check(classes)
    }

    private String roomOf(JavaClass type) {
        JavaClass own = type.baseComponentType
        own.packageName.startsWith(root + '.') ? own.packageName.substring(root.length() + 1).tokenize('.').first() : null
    }
}
