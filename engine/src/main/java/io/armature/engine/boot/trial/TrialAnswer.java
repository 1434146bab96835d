package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the server answered.
 *
 * @param body as JSON; a text node if it is none, missing if there is nothing
 */
record TrialAnswer(int status, HttpHeaders headers, String text, JsonNode body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
