import { describe, expect, test } from 'vitest';
import { claimsLicence } from '../../../src/lib/exports/about-file.ts';
import { formatDay } from '../../../src/lib/i18n/format.ts';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import { marksOf } from '../../../src/lib/map/overlay/marks.ts';
import { textWidth } from '../../../src/lib/svg/text-width.ts';
import { placesOf } from '../../../src/lib/model/places.ts';
import { sceneAt } from '../../../src/lib/model/scene.ts';
import type { ViewState } from '../../../src/lib/model/view.ts';
import { composePicture } from '../../../src/lib/picture/compose.ts';
import { PICTURE_SIZES, type PictureSize } from '../../../src/lib/picture/sizes.ts';
import { geodataDir, loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { svgBasemap, svgBasemapNames } from '../../../src/lib/server/basemap/svg-basemap.ts';
import { index, viewOf } from '../exports/exported.ts';
import { numbers, randomView } from '../random-view.ts';
import { parseXml, type XmlElement } from './xml.ts';

const basemap = {
  pieces: svgBasemap(geodataDir(), loadDataset()),
  names: svgBasemapNames(geodataDir(), loadDataset())
};
const PAGE = 'https://example.org/maps/northern-kosovo/';
const SIZES = Object.keys(PICTURE_SIZES) as PictureSize[];
const random = numbers(20230529);
const VIEWS: [string, ViewState][] = [
  ...[
    'day=2023-05-29&window=day',
    'day=2023-12-31&window=all&external=1',
    'day=2023-05-29&asof=2023-05-30',
    'day=2023-01-02&window=day'
  ].map((query): [string, ViewState] => [query, viewOf(query)]),
  ...Array.from({ length: 60 }, (_, at): [string, ViewState] => [`random view ${at}`, randomView(index, random)])
];

function pictured(view: ViewState, size: PictureSize, page: string | null = PAGE) {
  const scene = sceneAt(index, view);
  const svg = composePicture({ language: english, index, scene, basemap, theme: 'light', size, page });
  const elements = parseXml(svg);
  const texts = elements.filter(({ tag }) => tag === 'text');
  const { width, height, scale } = PICTURE_SIZES[size];
  return {
    scene,
    svg,
    elements,
    frame: { width: width / scale, height: height / scale },
    around: texts.filter(({ inside }) => inside.filter((tag) => tag === 'svg').length === 1),
    said: texts.map(({ text }) => text).join(' ')
  };
}

/**
 * Estimated, since nothing is rendered: as wide as the estimate says, from a little under the line to a capital's
 * height.
 */
function boxOf({ attributes, text }: XmlElement) {
  const px = Number(attributes['font-size']);
  const [x, y] = [Number(attributes.x), Number(attributes.y)];
  const width = textWidth(text, px, attributes['font-weight'] === '600');
  const left = x - { start: 0, middle: width / 2, end: width }[attributes['text-anchor'] ?? 'start']!;
  return { left, right: left + width, top: y - 0.75 * px, bottom: y + 0.24 * px, text };
}

describe.each(SIZES)('the picture of %s size', (size) => {
  test.each(VIEWS)('is well formed, whole, and says what it is: %s', (_, view) => {
    const { scene, elements, frame, around, said } = pictured(view, size);
    const { info } = index.dataset;
    for (const text of [info.title, formatDay(english, view.day), info.version, claimsLicence(index), 'OpenStreetMap'])
      expect(said).toContain(text);
    if (scene.asOf !== null) expect(said).toContain(`as reported by ${formatDay(english, scene.asOf)}`);

    const boxes = around.map(boxOf);
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0);
      expect(box.right, box.text).toBeLessThanOrEqual(frame.width);
      expect(box.top, box.text).toBeGreaterThanOrEqual(0);
      expect(box.bottom, box.text).toBeLessThanOrEqual(frame.height);
    }
    const crossing = boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} / ${b.text}`)
    );
    expect(crossing).toEqual([]);

    const map = elements.filter(({ tag }) => tag === 'svg')[1]!.attributes;
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(map[name])) as [
      number,
      number,
      number,
      number
    ];
    expect(Math.min(width, height)).toBeGreaterThan(150);
    const inMap = boxes.filter(
      (box) => box.left < x + width && box.right > x && box.top < y + height && box.bottom > y
    );
    expect(inMap.map(({ text }) => text)).toEqual([]);
  });

  test.each(VIEWS)('draws the marks of the scene and no others: %s', (_, view) => {
    const { scene, elements } = pictured(view, size);
    const drawn = elements.flatMap(({ attributes }) => attributes['data-drawn'] ?? []);
    expect(drawn.sort()).toEqual(
      marksOf(index, placesOf(index, scene.view))
        .map(({ id }) => id)
        .sort()
    );
  });

  test.each(VIEWS)('lists the events of the window, or says how many it leaves out: %s', (_, view) => {
    const { scene, around } = pictured(view, size);
    const words = around.map(({ text }) => text);
    const listed = scene.events.filter(({ event }) => words.join(' ').includes(event.title)).length;
    const more = Number(
      /(?:^|and )(\d+)(?: more)? events?$/.exec(
        words.find((text) => /^(and \d+ more|\d+) events?$/.test(text)) ?? ''
      )?.[1] ?? 0
    );
    expect(listed + more).toBe(scene.events.length);
  });
});

test('the event that is open is never among those left out', () => {
  for (const event of index.dataset.events) {
    const view = { ...viewOf('day=2023-12-31&window=all'), selection: { type: 'event' as const, id: event.id } };
    expect(
      pictured(view, 'square')
        .around.map(({ text }) => text)
        .join(' ')
    ).toContain(event.title);
  }
});

test.each(VIEWS)('no label of the basemap overlaps the label of a mark: %s', (_, view) => {
  for (const size of SIZES) {
    const { elements } = pictured(view, size);
    // What comes after it is the troop chart, which has a test of its own.
    const end = elements.findIndex(({ attributes }) => 'data-drawn-troops' in attributes);
    const map = elements
      .slice(0, end)
      .filter(({ tag, inside }) => tag === 'text' && inside.filter((each) => each === 'svg').length === 2);
    // Labels of the basemap are direct children of the map; those of marks are in groups.
    const basemapLabels = map.filter(({ inside }) => inside.at(-1) === 'svg');
    const words = map.filter(({ inside }) => inside.length === 3).map(boxOf);
    const crossing = basemapLabels.map(boxOf).flatMap((a) =>
      words
        // Where they only touch, rounded coordinates overlap by some hundredths of a pixel.
        .filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.1)
        .filter((b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.1)
        .map((b) => `${a.text} / ${b.text}`)
    );
    expect(crossing).toEqual([]);
  }
});

test.each(SIZES)(
  'the troop chart is in the picture of %s size: all of it, or the totals and how much more there is',
  (size) => {
    const whole = pictured(viewOf('day=2023-11-20&window=day'), size);
    expect(whole.said).toContain('more than 4,500 from 27 countries, 20 Nov');
    const drawn = whole.elements.flatMap(({ attributes }) => attributes['data-drawn-troops'] ?? []);
    expect(drawn).toHaveLength(1);
    if (drawn[0] === 'all') expect(whole.said).toContain('700 decided 700 sent deployed: number not stated');
    else expect(whole.said).toMatch(/and \d+ more statements on reinforcements and alerts/);
    expect(pictured(viewOf('day=2023-05-29&asof=2023-05-29'), size).elements).not.toContainEqual(
      expect.objectContaining({ attributes: expect.objectContaining({ 'data-drawn-troops': expect.anything() }) })
    );
  }
);

test('the legend names only what is shown', () => {
  const legendOf = (query: string) => pictured(viewOf(query), 'slide').said;
  expect(legendOf('day=2023-05-29&window=day')).not.toContain('Armed clash');
  expect(legendOf('day=2023-09-24&window=day')).toContain('Armed clash');
  expect(legendOf('day=2023-05-29&window=day')).not.toContain(english.t('map.key.external'));
  expect(legendOf('day=2023-09-24&window=day')).toContain(english.t('map.key.external'));
});

test('a source that was not out by the day of “as reported by” is not named', () => {
  expect(pictured(viewOf('day=2023-05-29&window=day'), 'story').said).toContain('serbia.postsen.com');
  expect(pictured(viewOf('day=2023-05-29&window=day&asof=2023-05-30'), 'story').said).not.toContain(
    'serbia.postsen.com'
  );
});

test('the address is that of this state and version, and is left out where none is known', () => {
  const view = viewOf('day=2023-05-29&window=day');
  const { version } = index.dataset.info;
  expect(pictured(view, 'slide').said).toContain(
    `example.org/maps/northern-kosovo/?day=2023-05-29&window=day&v=${version}`
  );
  expect(pictured(view, 'slide', null).said).not.toContain('?day=');
});

test('colours are in the document, which refers to nothing outside and has no script', () => {
  const { svg } = pictured(viewOf('day=2023-12-31&window=all'), 'story');
  expect(svg).not.toMatch(/var\(--|<script|<image|href="(?!#)|url\((?!#)/);
});
