package io.armature.engine.boot.trial;

import io.armature.metadata.archive.PackArchive;

/** The server that tests run on. */
public interface TrialBench {

    /** Where it listens: {@code http://localhost:41234}. */
    String address();

    /** The password of the main tenant's administrator. */
    String password();

    /** The clock that it goes by. */
    TrialClock clock();

    /** The other servers that there are. */
    TrialPeers peers();

    /** Keeps a pack at hand, for tenants to be made with; its digest. */
    String keep(PackArchive pack);

    /** Returns when nothing is left to do in a tenant because of what happened. */
    void settle(String tenant);
}
