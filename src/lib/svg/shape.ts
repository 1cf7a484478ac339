/** An SVG element. Colours are attributes, not `style`, which a strict Content-Security-Policy forbids. */
export type Shape = {
  tag:
    | 'a'
    | 'circle'
    | 'clipPath'
    | 'defs'
    | 'feGaussianBlur'
    | 'filter'
    | 'g'
    | 'path'
    | 'pattern'
    | 'rect'
    | 'svg'
    | 'text'
    | 'title'
    | 'use';
  /** Attributes with `undefined` or `null` are left out. */
  attributes?: Record<string, string | number | null | undefined>;
  children?: Shape[];
  /** Instead of children. */
  text?: string;
};

/** Rounds to hundredths of a pixel, for shorter output. */
export const short = (px: number): number => Math.round(px * 100) / 100;

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!);

/** The shapes as SVG markup. */
export function shapesToString(shapes: readonly Shape[]): string {
  return shapes
    .map(({ tag, attributes = {}, children, text }) => {
      const list = Object.entries(attributes).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : ` ${name}="${escape(String(value))}"`
      );
      return `<${tag}${list.join('')}>${text === undefined ? shapesToString(children ?? []) : escape(text)}</${tag}>`;
    })
    .join('');
}
