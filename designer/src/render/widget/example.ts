/** The last evening of a year: day and month cannot be taken for one another. */
const EVENING = new Date(Date.UTC(2026, 11, 31, 18, 30));

/** How a day or time is typed in a language; what the component would say by itself is how it is sent. */
export const exampleOf = (locale: string, how: Pick<Intl.DateTimeFormatOptions, "dateStyle" | "timeStyle">) => new Intl.DateTimeFormat(locale, { ...how, timeZone: "UTC" }).format(EVENING);
