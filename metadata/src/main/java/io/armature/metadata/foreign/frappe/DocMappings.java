package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All mappings of documents, and what becomes of documents that have none. */
final class DocMappings {

    private static final List<DocMapping> ALL = List.of(
            new RoleMapping(),
            new WorkflowMapping(),
            new ReportMapping(),
            new ChartMapping(),
            new NumberCardMapping(),
            new DashboardMapping(),
            new WorkspaceMapping(),
            new SidebarMapping(),
            new WebFormMapping(),
            new NotificationMapping(),
            new PrintFormatMapping());

    private static final Map<String, DocMapping> BY_DOCTYPE =
            ALL.stream().collect(Collectors.toMap(DocMapping::doctype, Function.identity()));

    /** Documents that are dealt with elsewhere. */
    private static final Set<String> ELSEWHERE = Set.of(
            "DocType", "Custom Field", "Property Setter", "Custom DocPerm", "Workflow State", "Workflow Action Master");

    private static final Map<String, String> WHY = Map.of(
            "Page", "code draws it",
            "Server Script", "code is not imported",
            "Client Script", "code is not imported",
            "Web Template", "its text is a template of Jinja",
            "Print Style", "it is style alone",
            "Website Theme", "it is style alone");

    private DocMappings() {}

    /** Maps all documents of an application but DocTypes. */
    static void map(AppContext context) {
        FixtureMapping fixtures = new FixtureMapping(context);
        for (Doc doc : context.app().documents()) {
            String doctype = doc.doctype();
            DocMapping mapping = BY_DOCTYPE.get(doctype);
            if (mapping != null) {
                mapping.map(doc, context);
            } else if (ELSEWHERE.contains(doctype)) {
                continue;
            } else if (WHY.containsKey(doctype)) {
                context.told(Outcome.LEFT_OUT, doc, WHY.getOrDefault(doctype, ""));
            } else {
                fixtures.add(doc);
            }
        }
        fixtures.write();
    }
}
