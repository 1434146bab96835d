package io.armature.engine.print;

import io.armature.engine.access.AccessPolicy;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.PrintDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Finds what a caller can print of an entity. */
final class SheetFinder {

    private final Model model;
    private final AccessPolicy policy;
    private final LookBook looks;

    SheetFinder(Model model, AccessPolicy policy, LookBook looks) {
        this.model = model;
        this.policy = policy;
        this.looks = looks;
    }

    /** The sheets of one record: those of packs, then those that are made; a pack's takes the place of one that is made. */
    List<Sheet> of(Entity entity) {
        List<Sheet> sheets = new ArrayList<>();
        model.definitions(Kind.PRINT).values().forEach(definition -> {
            if (definition instanceof PrintDefinition print && entity.lineage().contains(entity(print)) && may(print)) {
                sheets.add(sheet(print));
            }
        });
        List<String> names = sheets.stream().map(Sheet::name).toList();
        policy.visible()
                .entity(entity.fullName())
                .ifPresent(visible -> new GeneratedSheets(policy.visible(), looks)
                        .of(visible).stream()
                                .filter(sheet -> !names.contains(sheet.name()))
                                .forEach(sheets::add));
        return sheets;
    }

    /** The full name of the entity that a print is of. */
    static String entity(PrintDefinition print) {
        return print.origin().fullName(print.entity());
    }

    private boolean may(PrintDefinition print) {
        return print.roles().isEmpty()
                || policy.isEverything()
                || policy.hasAny(
                        print.roles().stream().map(print.origin()::fullName).toList());
    }

    private Sheet sheet(PrintDefinition print) {
        return new Sheet(
                print.name(),
                print.title().map(title -> looks.of(print.origin(), title)).orElse(print.name()),
                entity(print),
                print.landscape() ? print.paper() + " landscape" : print.paper(),
                print.html(),
                print.pictures(),
                print.fileName(),
                print.when(),
                print.roles(),
                false);
    }
}
