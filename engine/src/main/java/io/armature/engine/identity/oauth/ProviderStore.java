package io.armature.engine.identity.oauth;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.identity.NameMap;
import io.armature.engine.identity.ProvidedUser.Admission;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.expression.Identifiers;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The providers of each tenant. */
final class ProviderStore {

    private static final String SECRET = "sys.oauth_provider.client_secret";
    private static final String COLUMNS = """
            select name, title, issuer, authorization_url, token_url, userinfo_url, client_id, client_secret, scopes,
              subject_claim, username_claim, role_claim, role_map, group_claim, group_map, default_roles, sign_up,
              link_by_email
            from\s""";

    private final Database database;
    private final Vault vault;

    ProviderStore(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** A provider that is active. */
    Optional<Provider> find(Tenant tenant, String name) {
        return database.direct(sql -> sql.first(
                Sql.of(COLUMNS + table(tenant) + " where active and name = ?", SqlValue.text(name)),
                row -> read(tenant, row)));
    }

    /** Names and titles of those that are active. */
    List<OauthSignIn.Listed> list(Tenant tenant) {
        return database.direct(sql -> sql.list(
                Sql.of("select name, title from " + table(tenant) + " where active order by title"),
                row -> new OauthSignIn.Listed(
                        row.getString(1), row.getString(2), "/api/auth/oauth/" + row.getString(1))));
    }

    private Provider read(Tenant tenant, ResultSet row) throws SQLException {
        Optional<String> issuer = text(row, "issuer");
        Optional<String> secret = text(row, "client_secret").map(kept -> vault.open(tenant, SECRET, kept));
        return new Provider(
                row.getString("name"),
                row.getString("title"),
                issuer,
                endpoints(row),
                row.getString("client_id"),
                secret,
                text(row, "scopes").orElse(issuer.isPresent() ? "openid email profile" : ""),
                new Provider.Claims(
                        text(row, "subject_claim").orElse("sub"),
                        text(row, "username_claim").orElse("preferred_username"),
                        text(row, "role_claim"),
                        NameMap.parse(row.getString("role_map")),
                        text(row, "group_claim"),
                        NameMap.parse(row.getString("group_map"))),
                new Admission(
                        row.getBoolean("sign_up"),
                        row.getBoolean("link_by_email"),
                        false,
                        names(row.getArray("default_roles"))));
    }

    private static Optional<Provider.Endpoints> endpoints(ResultSet row) throws SQLException {
        Optional<String> authorization = text(row, "authorization_url");
        Optional<String> token = text(row, "token_url");
        Optional<String> userinfo = text(row, "userinfo_url");
        return authorization.isPresent() && token.isPresent() && userinfo.isPresent()
                ? Optional.of(new Provider.Endpoints(
                        URI.create(authorization.get()), URI.create(token.get()), URI.create(userinfo.get())))
                : Optional.empty();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isBlank());
    }

    private static Set<String> names(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$oauth_provider");
    }
}
