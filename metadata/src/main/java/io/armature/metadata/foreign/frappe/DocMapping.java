package io.armature.metadata.foreign.frappe;

/** Maps the documents of one DocType of the framework to definitions. A new one is a class and a line in {@link DocMappings}. */
interface DocMapping {

    String doctype();

    /** Adds definitions to the context, and says in its report what became of the document. */
    void map(Doc doc, AppContext context);
}
