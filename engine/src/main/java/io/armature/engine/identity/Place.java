package io.armature.engine.identity;

import io.armature.engine.audit.Origin;

/**
 * From where somebody signs in.
 *
 * @param agent what the caller's program calls itself, without control characters, at most {@value #LONGEST} long
 */
public record Place(Origin origin, String agent) {

    private static final int LONGEST = 300;

    public Place {
        String printable = agent.replaceAll("\\p{Cntrl}", " ");
        agent = printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
