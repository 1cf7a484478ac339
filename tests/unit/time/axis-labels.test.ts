import { expect, test } from 'vitest';
import { english, wholeLanguage } from '../../../src/lib/i18n/catalogues.ts';
import { LANGUAGES, type LanguageId } from '../../../src/lib/i18n/languages.ts';
import { addDays } from '../../../src/lib/model/day.ts';
import { textWidth } from '../../../src/lib/svg/text-width.ts';
import { axisOf } from '../../../src/lib/time/axis.ts';
import { axisLabels } from '../../../src/lib/time/axis-labels.ts';
import { day } from './fixture.ts';

/** As the axis is drawn. */
const FONT_PX = 11;
const YEAR_GAP_PX = 3;

const SPANS = [
  1, 2, 3, 7, 10, 14, 21, 31, 45, 61, 62, 63, 90, 200, 365, 700, 1500, 4383, 9000, 20_000, 73_000, 250_000
];
const WIDTHS = [200, 288, 320, 358, 390, 560, 704, 736, 960, 1280];
const STARTS = ['1300-01-01', '1823-05-02', '2015-02-27', '2015-12-25', '2023-01-01', '2023-06-30'];

test.each(Object.keys(LANGUAGES) as LanguageId[])(
  'from a day to centuries an axis has a label, none touches the next or is cut, and the year can be told (%s)',
  (id) => {
    const language = wholeLanguage(id);
    const faults: string[] = [];
    for (const days of SPANS)
      for (const widthPx of WIDTHS)
        for (const start of STARTS) {
          const axis = axisOf({ from: day(start), to: addDays(day(start), days - 1) }, widthPx);
          const where = `over ${days} days from ${start}, ${widthPx} px`;
          let [end, years] = [-Infinity, 0];
          for (const { x, name, year } of axisLabels(language, axis)) {
            if (name === null) continue;
            if (x < end + 1) faults.push(`${name} touches, ${where}`);
            end = x + textWidth(name, FONT_PX);
            if (year !== null) end += YEAR_GAP_PX + textWidth(year, FONT_PX, true);
            if (/\d{4}/.test(name + year)) years++;
          }
          if (years === 0) faults.push(`no year, ${where}`);
          if (end > widthPx) faults.push(`cut, ${where}`);
        }
    expect(faults).toEqual([]);
  }
);

test('a new year at the end of an axis is told without its year where that would be cut', () => {
  const named = (to: string) =>
    axisLabels(english, axisOf({ from: day('2015-12-25'), to: day(to) }, 200)).flatMap(({ name, year }) =>
      name === null ? [] : [[name, year]]
    );
  expect(named('2016-01-02')).toEqual([
    ['26 Dec', '2015'],
    ['1 Jan', null]
  ]);
  expect(named('2016-01-05')).toContainEqual(['1 Jan', '2016']);
});
