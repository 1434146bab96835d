package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.PlainNames;
import io.armature.metadata.foreign.javascript.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** One application while its documents are mapped: what is there, what becomes of it, and what it is called. */
final class AppContext {

    private static final int LONGEST = 60;

    private final Site site;
    private final AppFolder app;
    private final RoleBook roles;
    private final ImportReport report;
    private final List<Draft> drafts = new ArrayList<>();
    private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    private final Map<Kind, PlainNames> names = new EnumMap<>(Kind.class);
    private final Map<String, String> given = new HashMap<>();

    AppContext(Site site, AppFolder app, RoleBook roles, ImportReport report) {
        this.site = site;
        this.app = app;
        this.roles = roles;
        this.report = report;
    }

    Site site() {
        return site;
    }

    AppFolder app() {
        return app;
    }

    RoleBook roles() {
        return roles;
    }

    ImportReport report() {
        return report;
    }

    String pack() {
        return site.pack(app.name());
    }

    List<Draft> drafts() {
        return drafts;
    }

    SequencedMap<String, byte[]> files() {
        return files;
    }

    Optional<Site.Member> member(String doctype) {
        return site.find(app.name(), doctype);
    }

    /** What names mean in conditions on a DocType's records. */
    ConditionNames names(Site.Member member) {
        return new ConditionNames(site, member, roles::find);
    }

    /** What a field holds, in an expression. */
    Optional<Value> field(Site.Member member, String name) {
        return names(member).field(name);
    }

    /** Adds a definition under a name like that of the document. */
    void add(Kind kind, Doc doc, ObjectNode tree) {
        drafts.add(new Draft(kind, name(kind, doc.doctype(), doc.name()), tree, doc.file()));
    }

    /** What a document is called here, as a definition of a kind; the same each time it is asked. */
    String name(Kind kind, String doctype, String name) {
        return given.computeIfAbsent(
                kind + " " + doctype + " " + name,
                any -> names.computeIfAbsent(kind, fresh -> new PlainNames(LONGEST))
                        .give(name));
    }

    /** Where a document of the application stands, if it is there. */
    Optional<Doc> document(String doctype, String name) {
        return app.of(doctype).stream().filter(doc -> doc.name().equals(name)).findFirst();
    }

    private static String kind(Doc doc) {
        return doc.doctype().toLowerCase(Locale.ROOT);
    }

    void imported(Doc doc) {
        report.imported(pack(), kind(doc), doc.file(), doc.name());
    }

    void told(Outcome outcome, Doc doc, String reason) {
        report.add(outcome, pack(), kind(doc), doc.file(), doc.name(), reason);
    }

    /** Imported, or with differences where there are some. */
    void told(Doc doc, List<String> differences) {
        if (differences.isEmpty()) {
            imported(doc);
        } else {
            told(Outcome.CHANGED, doc, String.join("; ", differences));
        }
    }
}
