package io.armature.engine.pack;

/**
 * A right that a plan changes.
 *
 * @param role full name
 * @param entity full name
 * @param before the grant, as it is written; empty for none
 * @param after the same afterwards
 */
public record PermissionChange(String role, String entity, String before, String after) {}
