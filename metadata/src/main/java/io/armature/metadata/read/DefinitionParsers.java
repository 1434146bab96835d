package io.armature.metadata.read;

import io.armature.metadata.definition.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The parser of each kind that is written as a tree. */
final class DefinitionParsers {

    private final Map<Kind, DefinitionParser> byKind = new EnumMap<>(Kind.class);

    DefinitionParsers() {
        byKind.put(Kind.PACK, new ManifestParser());
        byKind.put(Kind.ENTITY, new EntityParser());
        byKind.put(Kind.EXTENSION, new ExtensionParser());
        byKind.put(Kind.CHOICES, new ChoicesParser());
        byKind.put(Kind.VIEW, new ViewParser());
        byKind.put(Kind.MENU, new MenuParser());
        byKind.put(Kind.WORKFLOW, new WorkflowParser());
        byKind.put(Kind.ROLE, new RoleParser());
        byKind.put(Kind.JOB, new JobParser());
        byKind.put(Kind.REPORT, new ReportParser());
        byKind.put(Kind.DASHBOARD, new DashboardParser());
        byKind.put(Kind.PRINT, new PrintParser());
        byKind.put(Kind.MAIL, new MailParser());
        byKind.put(Kind.ASSIGNMENT, new AssignmentParser());
        byKind.put(Kind.TRANSLATION, new TranslationParser());
        byKind.put(Kind.DATA, new DataParser());
        byKind.put(Kind.TEST, new ScenarioParser());
        byKind.put(Kind.CONNECTOR, new ConnectorParser());
        byKind.put(Kind.PAGE, new PageParser());
    }

    Optional<DefinitionParser> find(Kind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
