/**
 * The pages take no text for the address of a script (`require-trusted-types-for`). MapLibre has one for its worker, and
 * would not take a trusted one: it looks at its end. So the browser asks the policy named `default`, which lets this one
 * address through, and no markup and no other script.
 */
export function allowWorker(address: string): void {
  // A second policy of this name is an error.
  if (window.trustedTypes?.defaultPolicy) return;
  window.trustedTypes?.createPolicy('default', { createScriptURL: (asked) => (asked === address ? asked : null) });
}
