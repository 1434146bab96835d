/**
 * Applications for Frappe: their DocTypes and what belongs to them, read from JSON files and written back. Begin at {@link
 * io.armature.metadata.foreign.frappe.FrappeSource} and {@link io.armature.metadata.foreign.frappe.FrappeExport}.
 */
@NullMarked
package io.armature.metadata.foreign.frappe;

import org.jspecify.annotations.NullMarked;
