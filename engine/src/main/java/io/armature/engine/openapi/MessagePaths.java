package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Describes what people are told, mails, and files. */
final class MessagePaths {

    private static final String NOTIFICATIONS = "Notifications";
    private static final String MAILS = "Mails";
    private static final String FILES = "Files";
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    private static final List<Call> CALLS = List.of(
            new Call(
                    NOTIFICATIONS,
                    "get",
                    "/api/notifications",
                    "listNotifications",
                    "What one was told",
                    "",
                    "state",
                    "limit",
                    "cursor"),
            new Call(NOTIFICATIONS, "get", "/api/notifications/count", "countNotifications", "How many are new", ""),
            new Call(
                    NOTIFICATIONS,
                    "post",
                    "/api/notifications/read",
                    "readNotifications",
                    "Read all, or all up to a moment",
                    "",
                    "until"),
            new Call(NOTIFICATIONS, "get", "/api/notifications/{id}", "readNotification", "One of them", ""),
            new Call(NOTIFICATIONS, "post", "/api/notifications/{id}/read", "markNotificationRead", "Mark it read", ""),
            new Call(
                    NOTIFICATIONS,
                    "post",
                    "/api/notifications/{id}/unread",
                    "markNotificationUnread",
                    "Mark it unread",
                    ""),
            new Call(
                    NOTIFICATIONS,
                    "post",
                    "/api/notifications/{id}/snooze",
                    "snoozeNotification",
                    "Put it off until a moment",
                    JSON),
            new Call(
                    NOTIFICATIONS,
                    "get",
                    "/api/notifications/preferences",
                    "readNotificationPreferences",
                    "How one wants to be told",
                    ""),
            new Call(
                    NOTIFICATIONS,
                    "patch",
                    "/api/notifications/preferences",
                    "changeNotificationPreferences",
                    "Change how one wants to be told",
                    JSON),
            new Call(MAILS, "get", "/api/mails/templates", "listMailTemplates", "The mails of the packs", ""),
            new Call(MAILS, "post", "/api/mails/preview", "previewMail", "A mail as it would be", JSON),
            new Call(MAILS, "post", "/api/mails", "sendMail", "Send a mail", JSON),
            new Call(MAILS, "post", "/api/mails/{id}/again", "sendMailAgain", "Send one once more", ""),
            new Call(FILES, "post", "/api/files", "uploadFile", "Take a file in", BYTES, "name"),
            new Call(FILES, "get", "/api/files/{id}", "readFile", "What a file is", ""),
            new Call(FILES, "delete", "/api/files/{id}", "deleteFile", "Take a file away", ""),
            new Call(
                    FILES,
                    "get",
                    "/api/files/{id}/content",
                    "downloadFile",
                    "Its content, whole or in part",
                    "",
                    "version",
                    "download"),
            new Call(
                    FILES, "get", "/api/files/{id}/preview", "previewFile", "A small picture of a picture", "", "size"),
            new Call(FILES, "get", "/api/files/{id}/versions", "listFileVersions", "The contents that it has had", ""),
            new Call(
                    FILES,
                    "post",
                    "/api/files/{id}/versions",
                    "replaceFile",
                    "Give it another content",
                    BYTES,
                    "name"));

    private MessagePaths() {}

    /**
     * A call.
     *
     * @param body the media type of its body; empty without one
     * @param parameters of the query
     */
    private record Call(
            String tag, String method, String path, String id, String summary, String body, List<String> parameters) {
        Call(String tag, String method, String path, String id, String summary, String body, String... parameters) {
            this(tag, method, path, id, summary, body, List.of(parameters));
        }
    }

    static void add(ObjectNode paths) {
        CALLS.forEach(call -> add(paths, call));
    }

    private static void add(ObjectNode paths, Call call) {
        ObjectNode operation =
                FixedOperation.begin(paths, call.path(), call.method(), call.id(), call.summary(), call.tag());
        call.parameters()
                .forEach(name ->
                        FixedOperation.parameter(operation, name, "query").set("schema", Schemas.text("")));
        if (!call.body().isEmpty()) {
            FixedOperation.body(
                    operation, call.body(), call.body().equals(JSON) ? Schemas.object() : Schemas.text("binary"));
        }
        FixedOperation.end(operation, call.summary());
    }
}
