/** What this site uses of trusted types, which the DOM types of TypeScript do not have. Browsers may lack them too. */
interface Window {
  readonly trustedTypes?: {
    readonly defaultPolicy: unknown;
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string | null }
    ): { createScriptURL(address: string): { toString(): string } };
  };
}
