/** The last day of a year: day and month cannot be taken for one another. */
export const DAY = "2026-12-31";

/** Nor can the hour for one before noon. */
export const EVENING = `${DAY}T18:30:00Z`;
