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

    /** Time begins for a tenant: what its jobs do by their schedules counts from now on. */
    void begin(String tenant);

    /** Time is over for a tenant: whatever the clock says, none of its jobs runs any more. */
    void end(String tenant);

    /** Returns when nothing is left to do in a tenant because of what happened. */
    void settle(String tenant);
}
