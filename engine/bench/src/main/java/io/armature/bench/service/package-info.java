/** The services as processes: how they start, what they are asked, what they use. */
@NullMarked
package io.armature.bench.service;

import org.jspecify.annotations.NullMarked;
