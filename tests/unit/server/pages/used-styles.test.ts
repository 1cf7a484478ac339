import { expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { usedStyles, withFonts, withUsedStyles } from '../../../../src/lib/server/pages/used-styles.ts';

const HTML = '<body><p class="soft s-aaaa">x</p><div class="open s-bbbb" data-x></div>';

test.each([
  ['of a class that the page has', '.soft{color:red}', '.soft{color:red}'],
  ['of one that it has not', '.other{color:red}', ''],
  ['of both on one element, of which one is missing', '.soft.s-bbbb.gone{x:y}', ''],
  ['of a list: what applies of it', '.gone,.soft,p{x:y}', '.soft,p{x:y}'],
  [
    'inside a query, which is left out where nothing is in it',
    '@media (x){.soft{a:b}}@media (y){.gone{a:b}}',
    '@media (x){.soft{a:b}}'
  ],
  ['inside nested queries', '@media (x){@supports (y){.soft{a:b}.gone{a:b}}}', '@media (x){@supports (y){.soft{a:b}}}'],
  [
    'with the class of a component',
    '.soft:where(.s-aaaa) a:hover{a:b}.soft:where(.s-cccc){a:b}',
    '.soft:where(.s-aaaa) a:hover{a:b}'
  ],
  ['that excludes a class', '.soft:not(.gone){a:b}', '.soft:not(.gone){a:b}'],
  ['for paper', '@media print{.soft{a:b}}', ''],
  [
    'fonts and steps of motion',
    '@font-face{src:url("a};b")}@keyframes k{0%{a:b}}',
    '@font-face{src:url("a};b")}@keyframes k{0%{a:b}}'
  ]
])('the rule %s', (_, css, used) => {
  expect(usedStyles(css, HTML)).toBe(used);
});

test('a page gets its own rules at first and all of them at its end, and its policy allows both', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const css = '.soft{a:b}.gone{a:b}';
  const page = `<meta content="style-src 'self' 'sha256-${hash(css)}'"><link href="../s.css" rel="stylesheet" disabled media="(max-width: 0)"><style>${css}</style>${HTML}<script type="module" async src="x.js"></script></body>`;
  const used = '.soft{a:b}';
  expect(withUsedStyles(page)).toBe(
    `<meta content="style-src 'self' 'sha256-${hash(used)}'"><style>${used}</style>${HTML}<script type="module" async src="x.js"></script><link rel="stylesheet" href="../s.css" data-styles></body>`
  );
});

test('the fonts of a page are asked for after its script', () => {
  expect(withFonts('<body><script src="x.js"></script></body>', './f.css')).toBe(
    '<body><script src="x.js"></script><link rel="stylesheet" href="./f.css"></body>'
  );
});
