package io.armature.engine.boot;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.net.BindException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what whoever starts a server can do about its not starting. */
final class StartFailures {

    /** What comes between an address and its parameters may be a password. */
    private static final Pattern PARAMETERS = Pattern.compile("\\?.*");

    private static final String NO_DRIVER = "Failed to get driver instance";

    private StartFailures() {}

    /** The refusal that tells it, or the failure itself when it is nobody's fault but ours. */
    static RuntimeException explain(RuntimeException failed, ServerOptions options) {
        if (failed instanceof PoolInitializationException) {
            return database(failed, options, cause(failed));
        }
        if (String.valueOf(failed.getMessage()).startsWith(NO_DRIVER)) {
            return database(failed, options, "it is no address of a PostgreSQL database");
        }
        if (has(failed, BindException.class)) {
            return refusal(failed, Problem.inValue(ProblemCode.PORT_TAKEN, "--port", String.valueOf(options.port())));
        }
        return failed;
    }

    private static RuntimeException database(RuntimeException failed, ServerOptions options, String why) {
        String address = options.database()
                .map(database -> PARAMETERS.matcher(database.url()).replaceAll(""))
                .orElse("");
        return refusal(failed, Problem.inValue(ProblemCode.DATABASE_UNUSABLE, "--db", address, why));
    }

    private static RuntimeException refusal(RuntimeException failed, Problem problem) {
        ProblemException refusal = new ProblemException(problem);
        refusal.initCause(failed);
        return refusal;
    }

    private static String cause(RuntimeException failed) {
        return Optional.ofNullable(failed.getCause())
                .map(Throwable::getMessage)
                .orElseGet(() -> String.valueOf(failed.getMessage()));
    }

    private static boolean has(Throwable failed, Class<? extends Throwable> type) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
