package io.armature.metadata.foreign.frappe;

import java.util.List;
import java.util.Map;

/**
 * A Frappe application as its files have it.
 *
 * @param name its own name, such as {@code erpnext}
 * @param license the text of its licence file, or empty
 * @param documents all documents of its JSON files
 * @param translations PO files by locale
 */
record AppFolder(String name, String license, List<Doc> documents, Map<String, String> translations) {

    AppFolder {
        documents = List.copyOf(documents);
        translations = Map.copyOf(translations);
    }

    List<Doc> of(String doctype) {
        return documents.stream().filter(doc -> doc.doctype().equals(doctype)).toList();
    }
}
