package io.armature.metadata.definition;

/**
 * A filter that a view offers.
 *
 * @param isDefault whether it is on when the view opens
 */
public record ViewFilter(String name, String title, String expression, boolean isDefault, Origin origin) {}
