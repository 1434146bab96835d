package io.armature.engine.cli

import groovy.transform.CompileStatic

/** The command line, called from specs of other rooms. */
@CompileStatic
final class CommandLines {
    private CommandLines() {}

    /** The exit status; what is printed is thrown away unless it fails. */
    static int run(String... arguments) {
        def out = new StringWriter()
        def root = ArmatureCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out))
        int status = ArmatureCommand.execute(root, arguments)
        if (status != 0) {
            println out
        }
        status
    }
}
