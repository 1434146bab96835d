package io.armature.engine.screen;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;

/** What everybody who writes a part of one screen needs. */
record Painting(Model model, Entity entity, Texts texts, Conditions conditions) {

    static Painting of(Model model, Entity entity, Texts texts) {
        return new Painting(model, entity, texts, new Conditions(model, entity.fullName()));
    }
}
