package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.archive.EngineVersion;
import io.armature.metadata.foreign.ForeignSource;
import io.armature.metadata.foreign.frappe.FrappeSource;
import io.armature.metadata.foreign.table.TableSource;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command: alone it prints help. Status 0 is done, 1 refused with the problems, 2 wrong usage. */
@Command(
        name = "armature",
        description = "A metadata-driven application engine.",
        mixinStandardHelpOptions = true,
        version = EngineVersion.CURRENT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TenantCommand.class,
            UserCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            VaultCommand.class,
            WorkflowCommand.class
        })
public final class ArmatureCommand implements Runnable {

    private static final int REFUSED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The command line where there is no engine to test packs on. */
    public static CommandLine commandLine() {
        return commandLine((packs, chosen, lines) -> {
            throw new Refusal("There is no engine here to test packs on.");
        });
    }

    /**
     * The command line with every command of this room; {@code boot} adds those that need a server.
     *
     * @param tests how tests of packs are run
     */
    public static CommandLine commandLine(PackTests tests) {
        return new CommandLine(new ArmatureCommand())
                .addSubcommand(pack(tests))
                .addSubcommand("import", imports())
                .addSubcommand("export", exports());
    }

    /** Run it with this: what is refused is told without a stack trace. */
    public static int execute(CommandLine root, String... arguments) {
        return root.setExecutionExceptionHandler(ArmatureCommand::refused).execute(arguments);
    }

    private static CommandLine pack(PackTests tests) {
        CommandLine pack = new CommandLine(new PackCommand());
        pack.addSubcommand(new PackTestCommand(tests));
        pack.addSubcommand("plan", verb(tests, "install", true, "Shows what an install or upgrade would do."));
        pack.addSubcommand("install", verb(tests, "install", false, "Installs packs."));
        pack.addSubcommand("upgrade", verb(tests, "upgrade", false, "Replaces packs by other versions."));
        pack.addSubcommand("uninstall", verb(tests, "uninstall", false, "Takes packs away; their data is kept."));
        pack.addSubcommand("activate", verb(tests, "activate", false, "Makes packs part of the application again."));
        pack.addSubcommand("deactivate", verb(tests, "deactivate", false, "Lets packs rest."));
        return pack;
    }

    private static CommandLine exports() {
        CommandLine exports = new CommandLine(new ForeignCommand());
        exports.addSubcommand("frappe", new ExportCommand());
        exports.getCommandSpec().usageMessage().description("Writes packs as applications of other systems.");
        return exports;
    }

    private static CommandLine imports() {
        CommandLine imports = new CommandLine(new ForeignCommand());
        for (ForeignSource source : List.of(new FrappeSource(), new TableSource())) {
            CommandLine command = new CommandLine(new ImportCommand(source));
            command.getCommandSpec()
                    .usageMessage()
                    .description("Makes packs of applications from " + source.name() + ".");
            imports.addSubcommand(source.name(), command);
        }
        imports.getCommandSpec().usageMessage().description("Makes packs of the applications of other systems.");
        return imports;
    }

    private static CommandLine verb(PackTests tests, String verb, boolean planOnly, String description) {
        CommandLine command = new CommandLine(new PackVerbCommand(tests, verb, planOnly));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    private static int refused(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        boolean json = parsed.hasMatchedOption("--json");
        switch (failure) {
            case Refusal refusal -> {
                boolean told = refusal.problem().has("code");
                tell(command, json, refusal.problem(), told ? ProblemPrinter.text(refusal.problem()) : text(refusal));
            }
            case ProblemException refusal -> tell(command, json, document(refusal), text(refusal.problems()));
            default -> throw failure;
        }
        return REFUSED;
    }

    private static void tell(CommandLine command, boolean json, JsonNode document, String text) {
        if (json) {
            command.getOut().println(document.toPrettyString());
            command.getOut().flush();
        } else {
            command.getErr().println(text);
            command.getErr().flush();
        }
    }

    private static JsonNode document(ProblemException refusal) {
        return JsonNodeFactory.instance.objectNode().set("problems", ProblemPrinter.json(refusal.problems()));
    }

    private static String text(Refusal refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private static String text(List<Problem> problems) {
        return problems.stream()
                .map(problem -> ProblemPrinter.text(problem, ""))
                .collect(Collectors.joining("\n"));
    }
}
