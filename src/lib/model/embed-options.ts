import { SOURCE } from './language-folder.ts';

/** How much an embed offers: slider and buttons, the slider alone, or neither (then the page around it drives). */
export type EmbedControls = 'full' | 'minimal' | 'none';

export type EmbedOptions = {
  controls: EmbedControls;
  theme: 'light' | 'dark' | 'auto';
  /** `auto`: as high as the content, told to the page. `fixed`: the frame's height, which the map fills. */
  height: 'auto' | 'fixed';
  /** BCP 47; one of the data set's. */
  lang: string;
};

const CONTROLS: Record<string, EmbedControls> = Object.assign(Object.create(null), {
  '1': 'full',
  minimal: 'minimal',
  '0': 'none'
});
const KEYS: Record<EmbedControls, string> = { full: '1', minimal: 'minimal', none: '0' };

/** `lang`: the language of the page. */
export function defaultOptions(lang: string = SOURCE): EmbedOptions {
  return { controls: 'full', theme: 'auto', height: 'auto', lang };
}

/** The options in a query beside the view's keys. Unknown values are the default's, `own` the page's language. Never throws. */
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
    lang: languages.find((language) => language === lang) ?? options.lang
  };
}

/** The query of the options, without what is the default: empty where all are. */
export function encodeOptions(options: EmbedOptions): string {
  const first = defaultOptions();
  const params: [string, string][] = [];
  if (options.controls !== first.controls) params.push(['controls', KEYS[options.controls]]);
  if (options.theme !== first.theme) params.push(['theme', options.theme]);
  if (options.height !== first.height) params.push(['height', options.height]);
  if (options.lang !== first.lang) params.push(['lang', options.lang]);
  return params.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}
