import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  {
    ignores: [
      'build/',
      '.desk/',
      '.svelte-kit/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'tests/bench/node_modules/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript already checks names, and knows the types of the browser.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // Article data is text, never markup.
      'svelte/no-at-html-tags': 'error',
      // A link to a selection is a query on the same page, and works from any sub-path as it is.
      'svelte/no-navigation-without-resolve': 'off',
      // A space that must survive Svelte's trimming at the start of a block is written {' '}.
      'svelte/no-useless-mustaches': 'off',
      // The look-ups are made once and never changed: they need no reactivity.
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    // On a bad line, and after a deploy that took old files away, a part of the site may not come.
    files: ['src/lib/**/*.svelte', 'src/routes/**/*.svelte'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAwaitBlock[catch=null]', message: 'Say with {:catch} that the part did not come.' }
      ]
    }
  }
);
