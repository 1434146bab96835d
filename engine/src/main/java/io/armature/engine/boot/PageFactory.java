package io.armature.engine.boot;

import io.armature.engine.web.page.PageFiles;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Builds what browsers are sent. */
@Factory
final class PageFactory {

    @Singleton
    PageFiles pageFiles() {
        return PageFiles.ofThisProcess();
    }
}
