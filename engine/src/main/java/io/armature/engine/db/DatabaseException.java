package io.armature.engine.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL refused a statement, or could not be reached. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String state;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
        state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** The five-character SQLSTATE, such as {@code 23505}; empty when there is none. */
    public String state() {
        return state;
    }

    /** Whether the SQLSTATE belongs to a class, such as {@code 23} for broken constraints. */
    public boolean isClass(String prefix) {
        return state.startsWith(prefix);
    }

    /** Whether PostgreSQL could not be reached, or went away while it worked; what became of a commit is not known then. */
    public boolean isAway() {
        return isClass("08") || isClass("57P") || getCause() instanceof SQLTransientConnectionException;
    }

    /** The constraint that was broken, by its name. */
    public Optional<String> constraint() {
        return server().map(ServerErrorMessage::getConstraint);
    }

    /** PostgreSQL's detail, such as which key exists already. */
    public Optional<String> detail() {
        return server().map(ServerErrorMessage::getDetail);
    }

    /** The table that the refusal is about, without its schema. */
    public Optional<String> table() {
        return server().map(ServerErrorMessage::getTable);
    }

    /** The column that the refusal is about. */
    public Optional<String> column() {
        return server().map(ServerErrorMessage::getColumn);
    }

    private Optional<ServerErrorMessage> server() {
        return getCause() instanceof PSQLException refusal
                ? Optional.ofNullable(refusal.getServerErrorMessage())
                : Optional.empty();
    }
}
