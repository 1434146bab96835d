package io.armature.engine.identity.ldap;

import com.unboundid.ldap.sdk.NameResolver;
import io.armature.engine.identity.PeerNames;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives the addresses of a directory to the connection that is made, looked at before. */
final class CheckedNames extends NameResolver {

    private final PeerNames names;

    CheckedNames(PeerNames names) {
        this.names = names;
    }

    @Override
    public InetAddress getByName(@Nullable String host) throws UnknownHostException {
        return getAllByName(host)[0];
    }

    @Override
    public InetAddress[] getAllByName(@Nullable String host) throws UnknownHostException {
        return names.resolve(Objects.requireNonNull(host));
    }

    @Override
    public void toString(StringBuilder buffer) {
        buffer.append("CheckedNames()");
    }
}
