/** A text as it came back from a translator, and where it stands in the file: `row 12`. */
export type Returned = { key: string; english: string; translation: string; at: string };

/** What a file from a translator holds. */
export type Handed = { language: string; texts: Returned[] };
