const allowed = new Set<string>();

/**
 * The pages take no text for the address of a script (`require-trusted-types-for`). Workers have one, and MapLibre would
 * not take a trusted one for its own: it looks at its end. So the browser asks the policy named `default`, which lets the
 * addresses through that were given here, and no markup and no other script.
 */
export function allowWorker(address: string): void {
  allowed.add(address);
  // A second policy of this name is an error.
  if (window.trustedTypes?.defaultPolicy) return;
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (asked) => (allowed.has(asked) ? asked : null)
  });
}
