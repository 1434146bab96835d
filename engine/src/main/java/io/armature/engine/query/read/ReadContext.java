package io.armature.engine.query.read;

import io.armature.engine.access.ReadAccess;
import io.armature.engine.query.sql.SqlTarget;
import io.armature.metadata.expression.Context;
import io.armature.metadata.model.Model;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom and in what form records are read.
 *
 * @param tenant its name, which cursors are bound to
 * @param schema the tenant's schema, unquoted
 * @param access what the caller may read
 * @param moment the time and the user that expressions speak of
 * @param locale the language of translated texts; empty for the language the texts are kept in
 * @param decimalsAsText whether decimals go between quotes
 */
public record ReadContext(
        String tenant,
        String schema,
        Model model,
        ReadAccess access,
        Context moment,
        Optional<Locale> locale,
        boolean decimalsAsText) {
    SqlTarget target() {
        return new SqlTarget(schema, locale.isPresent(), decimalsAsText);
    }
}
