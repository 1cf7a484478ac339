import { createHash } from 'node:crypto';
import { LAST_RULE } from '../../islands/whole-styles.ts';

/*
 * All styles of the site are one file of 55 kB, which stands in the page. Pages of items are many: they carry the rules
 * that their prerendered HTML needs, and the whole file follows.
 */

/** The rules of `css` that may apply to what is in `html`, in their order. */
export function usedStyles(css: string, html: string): string {
  const classes = new Set([...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)));
  return usedRules(css, (selector) => classesOf(selector).every((name) => classes.has(name)));
}

function usedRules(css: string, applies: (selector: string) => boolean): string {
  return rulesOf(css)
    .map(({ prelude, body }) => {
      if (body === null) return `${prelude};`;
      // The file with all of them is there before anything is printed.
      if (/^@media print\b/.test(prelude)) return '';
      if (/^@(media|supports|container|layer)/.test(prelude)) {
        const inside = usedRules(body, applies);
        return inside && `${prelude}{${inside}}`;
      }
      if (prelude.startsWith('@')) return `${prelude}{${body}}`;
      const used = split(prelude).filter(applies);
      return used.length ? `${used.join(',')}{${body}}` : '';
    })
    .join('');
}

type Rule = { prelude: string; body: string | null };

/** The rules of one level. Knows strings and nothing else of CSS: enough for what a minifier writes. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let start = 0;
  let open = -1;
  let depth = 0;
  for (let at = 0; at < css.length; at++) {
    const sign = css[at]!;
    if (sign === '"' || sign === "'") {
      at++;
      while (at < css.length && css[at] !== sign) at += css[at] === '\\' ? 2 : 1;
    } else if (sign === '{') {
      if (depth++ === 0) open = at;
    } else if (sign === '}') {
      if (--depth > 0) continue;
      rules.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    } else if (sign === ';' && depth === 0) {
      rules.push({ prelude: css.slice(start, at).trim(), body: null });
      start = at + 1;
    }
  }
  return rules;
}

/** A list of selectors, cut at the commas that are in no brackets. */
function split(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of list) {
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Classes that an element must have for the selector to apply; those in `:not()` and the like are left out. */
function classesOf(selector: string): string[] {
  // Svelte’s own class, which is in every selector of a component but the first time in `:where()`.
  const plain = selector.replace(/:where\((\.[\w-]+)\)/g, '$1').replace(/:[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
  return [...plain.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name!);
}

const STYLE = /<style>([\s\S]*?)<\/style>/;
/** SvelteKit names the file of an inlined style sheet in a disabled link. */
const LINK = /<link\s[^>]*rel="stylesheet" disabled[^>]*>/;

/** A prerendered page with the styles that it needs, and the others at its end. Its policy has the hash of the new ones. */
export function withUsedStyles(page: string): string {
  const [element, css] = STYLE.exec(page) ?? [];
  const [link] = LINK.exec(page) ?? [];
  const href = /href="([^"]+)"/.exec(link ?? '')?.[1];
  // In development the styles come otherwise.
  if (!element || css === undefined || !link || !href) return page;
  const used = usedStyles(css.replace(LAST_RULE, ''), page);
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  return page
    .replace(link, '')
    .replace(element, () => `<style>${used}</style>`)
    .replace(hash(css), () => hash(used))
    .replace('</body>', () => `${styleLink(href, ' data-styles')}</body>`);
}

/** After the script of a page, which waits for style sheets that stand above it. */
const styleLink = (href: string, mark = '') => `<link rel="stylesheet" href="${href}"${mark}>`;

/** A prerendered page that fetches its fonts last. */
export const withFonts = (page: string, href: string) => page.replace('</body>', () => `${styleLink(href)}</body>`);
