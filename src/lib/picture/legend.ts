import type { Language } from '../i18n/language.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';
import type { Mark } from '../map/overlay/marks.ts';
import type { Size } from '../map/projection.ts';
import type { BasemapPiece } from '../map/svg/basemap-pieces.ts';
import type { Shape } from '../svg/shape.ts';
import { glyphShape, siteShapes } from '../map/svg/symbol-shapes.ts';
import type { TextStyle } from '../svg/text-lines.ts';
import type { SceneEvent, ScenePresence } from '../model/scene.ts';
import type { Palette } from '../ui/palette.ts';
import { entry, flow, type Block, type Item } from './blocks.ts';

export type LegendOptions = {
  language: Language;
  index: DatasetIndex;
  /** The marks on the map, and the events listed beside it. */
  marks: readonly Mark[];
  listed: readonly SceneEvent[];
  widthPx: number;
  style: TextStyle;
  colours: Palette;
  /** The pieces of the basemap. */
  pieces: readonly BasemapPiece[];
};

const KIND_PX: Size = { width: 14, height: 15 };
const FORM_PX: Size = { width: 24, height: 21 };
/** Relative to a mark's symbol on the map, which is 44 px wide. */
const FORM_SCALE = 0.55;

/** Explains the symbols that occur in this picture, and no others. */
export function legend(options: LegendOptions): Block {
  return flow([...kinds(options), ...forms(options), ...lines(options)], options.widthPx, { width: 14, height: 2 });
}

function kinds({ index, marks, listed, widthPx, style, colours }: LegendOptions): Item[] {
  const ids = new Set([...marks.map(({ events }) => events[0]!.event.kind), ...listed.map(({ event }) => event.kind)]);
  return index.dataset.codes.kinds
    .filter(({ id }) => ids.has(id))
    .map(({ id, shape, group, detail }) => {
      const glyph = glyphShape({ shape, group, detail, presence: 'certain' }, KIND_PX.width, colours);
      return entry([glyph], KIND_PX, labelOf(index.dataset.codes, 'kinds', id), widthPx, style);
    });
}

type Form = { key: 'building' | 'spot' | 'external' | 'set' | 'region'; base: Mark['base']; external: boolean };

const FORMS: readonly Form[] = [
  { key: 'building', base: 'building', external: false },
  { key: 'spot', base: 'spot', external: false },
  { key: 'external', base: 'spot', external: true },
  { key: 'set', base: 'set', external: false },
  { key: 'region', base: 'region', external: false }
];

function forms({ language: { t }, marks, listed, widthPx, style, colours }: LegendOptions): Item[] {
  const now = marks.filter(({ presence }) => presence !== 'past');
  const formOf = ({ type, base, basis }: Mark): Form['key'] =>
    type === 'site' && basis === 'external' ? 'external' : base;
  const shown = new Set(now.map(formOf));
  const sure = new Set<ScenePresence>([...marks, ...listed].map(({ presence }) => presence));
  const site = (base: Mark['base'], presence: ScenePresence, external: boolean): Shape[] => [
    scaled(
      siteShapes(
        { base, presence, shape: 'circle', group: 'speech', selected: false, basis: external ? 'external' : 'article' },
        colours
      )
    )
  ];
  return [
    ...FORMS.filter(({ key }) => shown.has(key)).map(({ key, base, external }) => {
      const symbol =
        key === 'set' ? setShapes(colours) : key === 'region' ? regionShapes(colours) : site(base, 'certain', external);
      return entry(symbol, FORM_PX, t(`map.key.${key}`), widthPx, style);
    }),
    ...(['certain', 'possible', 'past'] as const)
      .filter((presence) => sure.has(presence))
      .map((presence) => {
        const text = presence === 'certain' ? t('exports.picture.certain') : t(`map.key.${presence}`);
        return entry(site('spot', presence, false), FORM_PX, text, widthPx, style);
      })
  ];
}

const scaled = (children: Shape[]): Shape => ({
  tag: 'g',
  attributes: { transform: `scale(${FORM_SCALE})` },
  children
});

const AREA = { x: -11, y: -7, width: 22, height: 14 };

const setShapes = ({ speech }: Palette): Shape[] => [
  { tag: 'rect', attributes: { ...AREA, fill: speech, 'fill-opacity': 0.1, stroke: speech, 'stroke-width': 1.2 } }
];

const regionShapes = ({ speech }: Palette): Shape[] => [
  { tag: 'rect', attributes: { ...AREA, rx: 3, fill: 'none', stroke: speech, 'stroke-width': 3.5, opacity: 0.18 } },
  { tag: 'path', attributes: { d: 'M-9 0l6-6M-9 6L3-6M-3 6L9-6M3 6l6-6', stroke: speech, opacity: 0.6 } }
];

function lines({ index, widthPx, style, colours, pieces }: LegendOptions): Item[] {
  if (!pieces.some(({ source, properties }) => source === 'boundaries' && properties.status === 'disputed')) return [];
  const dashes: Shape = {
    tag: 'path',
    attributes: { d: 'M-12 0h24', stroke: colours.boundary, 'stroke-width': 1.6, 'stroke-dasharray': '6 3' }
  };
  return [entry([dashes], FORM_PX, index.dataset.info.boundary.label, widthPx, style)];
}
