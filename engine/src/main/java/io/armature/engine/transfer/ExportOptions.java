package io.armature.engine.transfer;

/**
 * How an export is written.
 *
 * @param harmless whether texts that a spreadsheet would run as formulas get an apostrophe in front
 */
public record ExportOptions(boolean harmless) {}
