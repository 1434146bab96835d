/**
 * Signing in with the password of a directory, by LDAP: {@link io.armature.engine.identity.ldap.Directories}. The protocol is
 * UnboundID's.
 */
@NullMarked
package io.armature.engine.identity.ldap;

import org.jspecify.annotations.NullMarked;
