package io.armature.engine.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

/** Follows requests from program to program, where somebody wants that. */
public interface RequestTraces {

    /** Nobody wants it: costs nothing. */
    RequestTraces NONE = new RequestTraces() {
        @Override
        public void begin(HttpRequest<?> request) {
            // Nobody looks.
        }

        @Override
        public void end(HttpRequest<?> request, HttpResponse<?> answer) {
            // Nobody looks.
        }
    };

    void begin(HttpRequest<?> request);

    void end(HttpRequest<?> request, HttpResponse<?> answer);
}
