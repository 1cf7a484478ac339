import { DETAIL_WIDTH, GLYPH_BOX, GLYPH_PAINT, glyphOf } from '../../ui/glyphs.ts';
import type { Palette } from '../../ui/palette.ts';
import type { Mark } from '../overlay/marks.ts';
import type { Shape } from '../../svg/shape.ts';

type Drawn = Pick<Mark, 'base' | 'shape' | 'group' | 'detail' | 'presence'>;

/** A symbol of `sizePx` around 0, 0: the same as `GlyphMark` renders. */
export function glyphShape(
  { group, presence, ...style }: Omit<Drawn, 'base'>,
  sizePx: number,
  colours: Palette
): Shape {
  const { outline, detail } = glyphOf(style);
  const paint = GLYPH_PAINT[presence];
  const scale = Math.round((sizePx / GLYPH_BOX) * paint.scale * 1000) / 1000;
  const colour = { group: colours[group], paper: colours.paper };
  const path = (attributes: Shape['attributes']): Shape => ({ tag: 'path', attributes });
  return {
    tag: 'g',
    attributes: {
      transform: `scale(${scale}) translate(${-GLYPH_BOX / 2} ${-GLYPH_BOX / 2})`,
      opacity: paint.opacity === 1 ? undefined : paint.opacity
    },
    children: [
      path({
        d: outline,
        fill: colour[paint.fill],
        stroke: colour[paint.line],
        'stroke-width': paint.lineWidth,
        'stroke-dasharray': paint.dash,
        'stroke-linejoin': 'round',
        // The outline widens the symbol outwards only if it has the background colour: the silhouette keeps its size.
        'paint-order': paint.fill === 'paper' ? undefined : 'stroke'
      }),
      ...(detail
        ? [
            path({
              d: detail,
              fill: 'none',
              stroke: colour[paint.fill === 'group' ? 'paper' : 'group'],
              'stroke-width': DETAIL_WIDTH,
              'stroke-linecap': 'round',
              'stroke-linejoin': 'round'
            })
          ]
        : [])
    ]
  };
}

/** A site's mark around 0, 0, in pixels: the same as `SiteSymbol` renders. */
export function siteShapes(mark: Drawn & Pick<Mark, 'basis' | 'selected'>, colours: Palette): Shape[] {
  const { base, group, presence, basis, selected } = mark;
  const external = basis === 'external';
  const colour = colours[group];
  const square = base === 'building' && !external && presence !== 'past';
  const halo = { fill: colours.paper, opacity: 0.7 };
  const plate = {
    fill: colours.paper,
    stroke: colour,
    'stroke-width': 1.5,
    'stroke-dasharray': presence === 'possible' ? '3 2.2' : undefined
  };
  const ring = {
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.3,
    opacity: presence === 'certain' ? undefined : 0.55
  };
  const circle = (r: number, attributes: Shape['attributes']): Shape => ({
    tag: 'circle',
    attributes: { r, ...attributes }
  });
  const rect = (half: number, attributes: Shape['attributes']): Shape => ({
    tag: 'rect',
    attributes: { x: -half, y: -half, width: 2 * half, height: 2 * half, ...attributes }
  });
  const chosen = { fill: 'none', stroke: colours.ink, 'stroke-width': 2 };
  const under =
    presence === 'past'
      ? [circle(8, halo), ...(external ? [circle(8.5, { ...ring, 'stroke-dasharray': '2 2' })] : [])]
      : external
        ? [
            circle(19, halo),
            circle(17.5, { ...ring, 'stroke-dasharray': '3 2.5' }),
            circle(13.5, { ...plate, 'stroke-dasharray': '3 2.2' })
          ]
        : square
          ? [
              rect(15, halo),
              { tag: 'path' as const, attributes: { d: 'M0-17.5v5M0 12.5v5M-17.5 0h5M12.5 0h5', ...ring } },
              rect(12.5, plate)
            ]
          : [
              circle(18, halo),
              circle(16.8, {
                fill: 'none',
                stroke: colour,
                'stroke-width': 1.9,
                'stroke-linecap': 'round',
                'stroke-dasharray': '0.1 4.3'
              }),
              circle(13, { ...plate, stroke: presence === 'possible' ? 'none' : colour })
            ];
  const mine = selected
    ? [square ? rect(19.5, { ...chosen, rx: 1 }) : circle(presence === 'past' ? 11 : 20.5, chosen)]
    : [];
  return [...under, ...mine, glyphShape(mark, GLYPH_PX, colours)];
}

const GLYPH_PX = 17;
