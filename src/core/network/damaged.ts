/** What a reader of streets throws, for itself, where bytes cannot be right; the file's issue says `message`. */
export class Damaged extends Error {}

/** A file that is whole but needs what this program does not read. */
export class Unsupported extends Error {}
