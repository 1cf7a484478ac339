import { SOURCE } from './language-folder.ts';
import { matchLanguage } from './match-language.ts';

/** Which controls an embed has: slider and buttons, the slider alone, or none (the host page controls it). */
export type EmbedControls = 'full' | 'minimal' | 'none';

export type EmbedOptions = {
  controls: EmbedControls;
  theme: 'light' | 'dark' | 'auto';
  /** `auto`: as high as the content, reported to the host page. `fixed`: the frame's height, which the map fills. */
  height: 'auto' | 'fixed';
  /** Whether the key moments of the data set are shown as a row. */
  story: boolean;
  /** Whether the troop chart stands under the slider. */
  troops: boolean;
  /** BCP 47; one of the data set's languages. */
  lang: string;
};

const CONTROLS: Record<string, EmbedControls> = Object.assign(Object.create(null), {
  '1': 'full',
  minimal: 'minimal',
  '0': 'none'
});
const KEYS: Record<EmbedControls, string> = { full: '1', minimal: 'minimal', none: '0' };

/** `lang`: the page's language. */
export function defaultOptions(lang: string = SOURCE): EmbedOptions {
  return { controls: 'full', theme: 'auto', height: 'auto', story: false, troops: false, lang };
}

/** Parses the options in a query; keys of the view are ignored. Unknown values give the default. Never throws. */
export function decodeOptions(
  query: URLSearchParams,
  languages: readonly string[],
  own: string = SOURCE
): EmbedOptions {
  const options = defaultOptions(own);
  const [controls, theme, height, lang] = ['controls', 'theme', 'height', 'lang'].map((key) => query.get(key) ?? '');
  return {
    controls: CONTROLS[controls!] ?? options.controls,
    theme: theme === 'light' || theme === 'dark' ? theme : options.theme,
    height: height === 'fixed' ? 'fixed' : options.height,
    story: query.get('story') === '1',
    troops: query.get('troops') === '1',
    lang: matchLanguage(lang!, languages) ?? options.lang
  };
}

/** Options of a query that mean nothing here, as `key=value`. An empty value is the default. */
export function unknownOptions(query: URLSearchParams, languages: readonly string[]): string[] {
  const known: [key: string, isKnown: (value: string) => boolean][] = [
    ['controls', (value) => CONTROLS[value] !== undefined],
    ['theme', (value) => ['auto', 'light', 'dark'].includes(value)],
    ['height', (value) => ['auto', 'fixed'].includes(value)],
    ['story', (value) => ['0', '1'].includes(value)],
    ['troops', (value) => ['0', '1'].includes(value)],
    ['lang', (value) => matchLanguage(value, languages) !== null]
  ];
  return known.flatMap(([key, isKnown]) => {
    const value = query.get(key);
    return value && !isKnown(value) ? [`${key}=${value}`] : [];
  });
}

/** The query of the options, without defaults: empty where all are defaults. */
export function encodeOptions(options: EmbedOptions): string {
  const first = defaultOptions();
  const params: [string, string][] = [];
  if (options.controls !== first.controls) params.push(['controls', KEYS[options.controls]]);
  if (options.theme !== first.theme) params.push(['theme', options.theme]);
  if (options.height !== first.height) params.push(['height', options.height]);
  if (options.story !== first.story) params.push(['story', '1']);
  if (options.troops !== first.troops) params.push(['troops', '1']);
  if (options.lang !== first.lang) params.push(['lang', options.lang]);
  return params.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}
