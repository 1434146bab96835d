package io.armature.engine.screen;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;

/** What everybody who writes a part of one screen needs. */
record Painting(Model model, Entity entity, Texts texts, Conditions conditions) {

    /** For a reader who may know of everything. */
    static Painting of(Model model, Entity entity, Texts texts) {
        return of(model, model, entity, texts);
    }

    /**
     * @param model what the reader may know of
     * @param whole the whole model, of which conditions may speak
     */
    static Painting of(Model model, Model whole, Entity entity, Texts texts) {
        return new Painting(model, entity, texts, new Conditions(whole, entity.fullName()));
    }
}
