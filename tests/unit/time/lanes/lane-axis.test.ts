import { expect, test } from 'vitest';
import { laneAxis } from '../../../../src/lib/time/lanes/lane-axis.ts';
import { axisOf } from '../../../../src/lib/time/axis.ts';
import { day, YEAR } from '../fixture.ts';

const DOMAINS = {
  'a year': YEAR,
  'a day': { from: YEAR.from, to: YEAR.from },
  'a century': { from: day('1970-01-01'), to: day('2069-12-31') }
};

test.each(Object.entries(DOMAINS))('over %s slider and lanes have each day at the same place', (_, domain) => {
  for (const widthPx of [0, 320, 390, 960, 1601]) {
    const slider = axisOf(domain, widthPx);
    const lanes = laneAxis(slider);
    for (const at of [
      domain.from - 10,
      domain.from - 0.5,
      domain.from,
      (domain.from + domain.to) / 3,
      domain.to,
      domain.to + 10
    ])
      expect(lanes.x(at)).toBeCloseTo(slider.x(at), 9);
    for (let px = -50; px < slider.widthPx + 50; px += 7) expect([px, lanes.dayAt(px)]).toEqual([px, slider.dayAt(px)]);
  }
});
