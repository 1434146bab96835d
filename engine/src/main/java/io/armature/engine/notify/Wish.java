package io.armature.engine.notify;

/**
 * How somebody wants to be told of one kind of thing.
 *
 * @param inApp whether it stands among the notifications
 */
public record Wish(boolean inApp, MailWish mail) {

    /** What holds for who has said nothing. */
    static final Wish USUAL = new Wish(true, MailWish.NEVER);
}
