/**
 * Who is calling: users, passwords, sessions and tokens. {@link io.armature.engine.identity.User} is what other rooms
 * know of a caller; what that caller may do is decided in {@code access}.
 */
@NullMarked
package io.armature.engine.identity;

import org.jspecify.annotations.NullMarked;
