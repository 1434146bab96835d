/**
 * Workflows as BPMN 2.0 and back, for the part that both know. {@link io.armature.metadata.foreign.bpmn.BpmnWriter} keeps what BPMN
 * has no words for in elements of our own, {@link io.armature.metadata.foreign.bpmn.BpmnReader} names what does not map.
 */
@NullMarked
package io.armature.metadata.foreign.bpmn;

import org.jspecify.annotations.NullMarked;
