package io.armature.testing

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** What the README says of the rooms of the parts. */
@CompileStatic
final class CodeMap {
    private CodeMap() {}

    /** The rooms of a part in the order in which they are told. */
    static List<String> rooms(String part) {
        def lines = Files.readString(Path.of('../README.md')).readLines()
        def start = lines.findIndexOf { it.startsWith("- $part: ") }
        def told = [lines[start]] + lines.drop(start + 1).takeWhile { it.startsWith('  ') }
        (told.join(' ') =~ /`(\w+)`/).collect { List found -> found[1] as String }
    }
}
