import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';

const scripts = [...readFileSync('src/app.html', 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
  ([, text]) => text!
);

// Browsers that are too old for the program have modules since 2017: the page is readable there, and nothing in it fails.
test('the inline script is understood by every browser that knows modules', () => {
  expect(scripts).not.toEqual([]);
  for (const script of scripts) {
    const found = new Linter().verify(script, { languageOptions: { ecmaVersion: 2017, sourceType: 'script' } });
    expect(found).toEqual([]);
    // A selector that is not known throws.
    expect(script).not.toMatch(/:(is|where|has|modal|open)\b/);
  }
});
