package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One record of a file.
 *
 * @param number its place in the file, from 1; headings do not count
 * @param json what it says, as a request would
 */
record ImportRow(long number, JsonNode json) {}
