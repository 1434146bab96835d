package io.armature.metadata.type;

import java.util.Set;

/** The properties that every field may have, whatever its type. */
public final class CommonProperties {

    public static final Set<String> NAMES = Set.of(
            "type",
            // how it is called and explained; `label` is another word for `title`
            "title",
            "label",
            "help",
            "placeholder",
            // what it must hold
            "required",
            "unique",
            "index",
            "default",
            "formula",
            "stored",
            "copy",
            // who may write it, and when
            "readOnly",
            "setOnce",
            "afterSubmit",
            "sensitivity",
            // how it shows
            "hidden",
            "visible",
            "width",
            "inList",
            "widget",
            "translated",
            // how it relates to what was or leads here
            "renamedFrom",
            "inverse",
            // what an import keeps for an export
            "x-frappe");

    private CommonProperties() {}
}
