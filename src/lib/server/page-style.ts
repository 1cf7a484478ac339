import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CLIENT, readManifest } from './entries.ts';

/*
 * All styles stand in the page's head: a stylesheet of its own would be asked for only once the page is here, and on a slow
 * line nothing would be drawn for half a second more.
 */

/** A built page with its styles, and a policy that lets them in and no others. `root` leads to the site's folder. */
export function withStyle(html: string, root: string): string {
  const { file } = readManifest()['style.css'] ?? {};
  if (!file) throw new Error('the build has no style.css: see pageEntries()');
  const policy = "style-src 'self'";
  if (!html.includes(policy)) throw new Error(`the page has no ${policy} in its policy to add its own styles to`);
  const folder = root + file.slice(0, file.lastIndexOf('/') + 1);
  const css = readFileSync(CLIENT + file, 'utf8')
    .trim()
    .replaceAll('url(./', `url(${folder}`);
  const hash = createHash('sha256').update(css).digest('base64');
  return html
    .replace(policy, `${policy} 'sha256-${hash}'`)
    .replace('</head>', () => `<style>${css}</style>\n\t</head>`);
}
