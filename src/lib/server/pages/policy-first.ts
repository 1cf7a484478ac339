const POLICY = /\s*<meta http-equiv="content-security-policy"[^>]*>/i;

/**
 * The page with its policy right after its encoding. SvelteKit writes it behind the script of app.html, and a policy is
 * good only for what follows it. A page without one, as in development, stays as it is.
 */
export function withPolicyFirst(html: string): string {
  const [policy] = POLICY.exec(html) ?? [];
  if (policy === undefined) return html;
  return html.replace(policy, '').replace(/<meta charset="[^"]*"[^>]*>/, (charset) => charset + policy.trim());
}
