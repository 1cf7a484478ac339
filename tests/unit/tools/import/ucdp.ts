import { numbers, type Row } from './rows.ts';

const pad = (value: number) => String(value).padStart(2, '0');
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Made-up rows in the columns of UCDP GED: every precision, sources with and without a day, estimates out of order. */
export function ucdpRows(count: number): Row[] {
  const random = numbers(17);
  const of = <T>(...values: T[]): T => values[random(values.length)]!;
  return Array.from({ length: count }, (_, at) => {
    const precision = 1 + random(5);
    const from = Date.UTC(1995 + random(20), random(12), 1 + random(28));
    const days = [0, 1 + random(5), 6, 7 + random(23), 40 + random(200)][precision - 1]!;
    const best = random(30);
    const [low, high] = random(20) === 0 ? [best + 2, best + 1] : [Math.max(0, best - random(4)), best + random(9)];
    const dated = random(3) === 0;
    const reported = day(from + (random(10) - 2) * 86_400_000);
    const where = random(40);
    return {
      id: String(30000 + at),
      type_of_violence: of('1', '2', '3'),
      side_a: of('Government of Harland', 'Shore "Guard"', 'Hill People’s Army'),
      side_a_new_id: '90',
      side_b: of('Civilians', 'NA', 'Marsh Front 3'),
      side_b_new_id: '91',
      source_article: dated
        ? `"Harland Times,${reported},Attack, again";"Agency,2033-01-0${1 + random(9)},Later"`
        : `Harland Times ${pad(1 + random(28))}/2-09`,
      source_original: of('police', '', '<b>a soldier</b>'),
      where_prec: String(1 + random(7)),
      where_coordinates: `${of('Abel', 'M’Boko', 'Żar')} ${of('town', 'village', 'bridge')}`,
      where_description: '',
      adm_1: 'North province',
      adm_2: of('Ridge district', ''),
      country: 'Harland',
      event_clarity: of('1', '2'),
      date_prec: String(precision),
      date_start: `${day(from)}T00:00:00`,
      date_end: `${day(from + days * 86_400_000)} 00:00:00.000`,
      latitude: (4 + where / 13).toFixed(6),
      longitude: (18 + where / 7).toFixed(6),
      deaths_a: '0',
      deaths_b: '0',
      deaths_civilians: String(best),
      deaths_unknown: '0',
      low: String(low),
      best: String(best),
      high: String(high)
    };
  });
}
