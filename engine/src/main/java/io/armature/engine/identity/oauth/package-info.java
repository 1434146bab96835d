/**
 * Signing in by OpenID Connect and OAuth 2: {@link io.armature.engine.identity.oauth.OauthSignIn} sends a browser to a provider
 * and receives it again. The protocol is Nimbus's; what is ours is whose provider it is, and whose account.
 */
@NullMarked
package io.armature.engine.identity.oauth;

import org.jspecify.annotations.NullMarked;
