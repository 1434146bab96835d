/**
 * Secrets encrypted at rest. {@link io.armature.engine.vault.Vault} seals and opens texts with keys of each tenant, which are
 * themselves wrapped by a master key that never stands in the database.
 */
@NullMarked
package io.armature.engine.vault;

import org.jspecify.annotations.NullMarked;
