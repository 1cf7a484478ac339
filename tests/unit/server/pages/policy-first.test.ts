import { expect, test } from 'vitest';
import { withPolicyFirst } from '../../../../src/lib/server/pages/policy-first.ts';

const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-$&='">`;

test('the policy comes before the first script, and only once', () => {
  const html = `<head><meta charset="utf-8" /><script>first()</script>\n    ${POLICY}<link></head>`;
  expect(withPolicyFirst(html)).toBe(`<head><meta charset="utf-8" />${POLICY}<script>first()</script><link></head>`);
});

test('a page without a policy stays as it is', () => {
  const html = '<head><meta charset="utf-8"><script>first()</script></head>';
  expect(withPolicyFirst(html)).toBe(html);
});
