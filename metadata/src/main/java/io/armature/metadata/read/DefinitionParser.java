package io.armature.metadata.read;

import io.armature.metadata.definition.Definition;

/** Makes the record of one kind from the tree of a file. */
interface DefinitionParser {

    /**
     * @param name the file's name without folder and ending
     * @param entries the whole file
     */
    Definition parse(String name, Entries entries);
}
