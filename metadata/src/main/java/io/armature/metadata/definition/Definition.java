package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;

/** One parsed file of a pack, of one kind. */
public sealed interface Definition
        permits PackManifest,
                EntityDefinition,
                ExtensionDefinition,
                ChoicesDefinition,
                ViewDefinition,
                MenuDefinition,
                WorkflowDefinition,
                RoleDefinition,
                JobDefinition,
                ReportDefinition,
                DashboardDefinition,
                HookDefinition,
                PrintDefinition,
                MailDefinition,
                AssignmentDefinition,
                TranslationDefinition,
                DataDefinition,
                MigrationDefinition,
                ScenarioDefinition,
                TestScriptDefinition,
                ConnectorDefinition,
                PageDefinition {

    Kind kind();

    /** The file's name without folder and ending. */
    String name();

    Origin origin();

    /** The tree it was read from; what a writer writes back. */
    MapNode source();
}
