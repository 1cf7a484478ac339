/** A draft that cannot become a change of these files: why, and what to do. */
export class CannotApply extends Error {}
