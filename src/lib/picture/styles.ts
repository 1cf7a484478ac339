import type { TextStyle } from '../svg/text-lines.ts';
import type { Palette } from '../ui/palette.ts';

export type TextStyles = Record<
  'title' | 'date' | 'body' | 'label' | 'level' | 'event' | 'close' | 'soft' | 'small',
  TextStyle
>;

/** The text styles of a picture; in layout units. */
export const textStyles = ({ ink, inkSoft, force }: Palette): TextStyles => ({
  title: { px: 14, linePx: 19, fill: inkSoft, bold: true },
  date: { px: 24, linePx: 31, fill: ink, bold: true },
  body: { px: 13, linePx: 18, fill: ink },
  label: { px: 11.5, linePx: 16, fill: inkSoft, bold: true },
  level: { px: 18, linePx: 24, fill: force, bold: true },
  event: { px: 13, linePx: 17, fill: ink, bold: true },
  close: { px: 11.5, linePx: 15, fill: ink },
  soft: { px: 11.5, linePx: 16, fill: inkSoft },
  small: { px: 10, linePx: 14, fill: inkSoft }
});
