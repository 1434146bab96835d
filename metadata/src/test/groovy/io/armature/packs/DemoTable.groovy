package io.armature.packs

import groovy.transform.CompileStatic

/** Rows on their way into a CSV file. */
@CompileStatic
class DemoTable {
    private final List<String> columns
    private final List<Map<String, Object>> rows = []

    DemoTable(String columns) {
        this.columns = columns.split(',').toList()
    }

    /** Adds a row; absent and null values make empty cells. */
    Map<String, Object> add(Map<String, ?> row) {
        def unknown = row.keySet() - columns
        if (unknown) {
            throw new IllegalArgumentException("No such column: $unknown")
        }
        rows << (row as Map<String, Object>)
        row as Map<String, Object>
    }

    List<Map<String, Object>> getRows() {
        rows
    }

    String csv() {
        ([columns.join(',')] + rows.collect { Map<String, Object> row ->
            columns.collect { String it -> cell(row[it]) }.join(',')
        }).join('\n') + '\n'
    }

    private static String cell(Object value) {
        def text = value == null ? '' : value.toString()
        text =~ /[",\n]/ ? '"' + text.replace('"', '""') + '"' : text
    }
}
