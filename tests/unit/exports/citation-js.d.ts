/** What the tests use of a package that has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    input: { chain(input: string, options: { target?: string; generateGraph?: boolean }): unknown };
  };
}
declare module '@citation-js/plugin-bibtex' {}
