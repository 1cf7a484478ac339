import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { lineOf } from '../../../src/lib/model/dataset.ts';
import { defused, LIST_SEPARATOR, writeCsv } from '../../../src/lib/exports/csv.ts';
import { writeClaimsCsv } from '../../../src/lib/exports/claims-csv.ts';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import { all, fileOf, index, SELECTIONS } from './exported.ts';

/** Strict: RFC 4180 only, the same number of cells in every row, no quote that is out of place. */
const strict = { relax_quotes: false, relax_column_count: false, record_delimiter: '\r\n', columns: true } as const;
const read = (text: string): Record<string, string>[] => parse(text, strict);

/** As the documentation says: one apostrophe off wherever one was put. */
const restored = (text: string) => text.replace(/(?<=^|[;\t\r\n])'(?=[\s"']*[=+\-@＝＋－＠])|^'(?='*[\t\r])/g, '');

describe('CSV', () => {
  test('any text comes back through a strict parser, formulas too', () => {
    const texts = [
      'plain',
      '',
      'a,b',
      'a;b',
      'say "no"',
      'two\r\nlines',
      'one\nline',
      ' spaces ',
      'Zveçan, Звечан',
      '700',
      '“n”',
      '=1+1',
      '+383',
      '-1',
      '@sum',
      '\t=1',
      '\r=1',
      "'=1",
      "''+1",
      "'quoted'",
      "'",
      '=HYPERLINK("https://example.org","x")',
      'left;=1+1',
      'left; "=1+1"',
      "left;'=1",
      'left;;-1',
      '\n=1+1',
      'two\r\n @a',
      '  =1',
      "' '=1",
      '＝1',
      'a\t＋1'
    ];
    const rows = texts.map((text, n) => ({ n, text }));
    const back = read(writeCsv(['n', 'text'], rows));
    expect(back.map(({ text }) => restored(text!))).toEqual(texts);
    expect(back.map(({ n }) => Number(n))).toEqual(rows.map(({ n }) => n));
  });

  test('no cell begins with what a spreadsheet runs, and defusing twice is undone twice', () => {
    for (const text of ['=1+1', '+1', '-1', '@a', '\tx', '\rx', ' =1', '＝1', '－1', '"=1"']) {
      expect(defused(text)).toBe(`'${text}`);
      expect(defused(defused(text))).toBe(`''${text}`);
      expect(restored(restored(defused(defused(text))))).toBe(text);
    }
    for (const text of ['', 'a=b', "'tis", '1-2', 'left; right', 'two\nlines', '1 = 1'])
      expect(defused(text)).toBe(text);
  });

  test('nor where the file is split at semicolons or tabs, without regard to quotes, or line by line', () => {
    const texts = [
      'Mayors resigned;=HYPERLINK("http://evil.example","open");and left',
      'a\t=1',
      'a;b\n=1',
      'a; ＋1;"-1"'
    ];
    const file = writeCsv(
      ['text', 'more'],
      texts.map((text) => ({ text, more: text }))
    );
    // The columns themselves part at commas.
    const cells = file.split(/[;\t\r\n]/);
    expect(cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });

  test.each(SELECTIONS)('no file has a live formula: %s', (_name, selected) => {
    for (const file of ['claims.csv', 'troops.csv'] as const) {
      const cells = (parse(fileOf(file, selected), { ...strict, columns: false }) as string[][]).flat();
      expect(cells.filter((cell) => /(^|[;\t\r\n])[\s"]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    }
  });

  test('a byte order mark stands first where asked for, and nowhere else', () => {
    const plain = [...writeClaimsCsv(english, index, all)].join('');
    expect([...writeClaimsCsv(english, index, all, { bom: true })].join('')).toBe(`\uFEFF${plain}`);
    expect(plain.startsWith('claim,article,')).toBe(true);
    expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new TextEncoder().encode(plain))).toBe(
      plain
    );
  });

  test('a file without rows still has its header', () => {
    const none = { ...all, claims: [], troops: [] };
    expect(fileOf('claims.csv', none).trimEnd().split('\r\n')).toHaveLength(1);
    expect(read(fileOf('troops.csv', none))).toEqual([]);
  });
});

describe('claims.csv', () => {
  const rows = read(fileOf('claims.csv'));

  test('every claim is one row, with its words, source, line and dates as they are', () => {
    expect(rows).toHaveLength(index.dataset.claims.length);
    rows.forEach((row, i) => {
      const claim = index.dataset.claims[i]!;
      const article = index.articles.get(claim.article)!;
      expect(restored(row.what!)).toBe(claim.what);
      expect(row).toMatchObject({
        claim: claim.id,
        article: claim.article,
        published: article.published.edtf,
        line: String(lineOf(claim.locator)),
        date: claim.date.edtf,
        said_on: claim.saidOn.edtf,
        certainty: claim.certainty
      });
      expect(restored(row.date_basis!)).toBe(claim.date.basis);
      expect(row.attribution!.split(LIST_SEPARATOR)).toHaveLength(claim.attribution.length);
    });
  });

  test('every figure survives with its bounds: as columns, and complete as JSON', () => {
    rows.forEach((row, i) => {
      const { quantities } = index.dataset.claims[i]!;
      if (!quantities.length) return expect([row.lower, row.figures_json]).toEqual(['', '']);
      expect(JSON.parse(row.figures_json!)).toEqual(quantities);
      for (const key of ['value', 'lower', 'upper'] as const) {
        expect(row[key]!.split(LIST_SEPARATOR)).toEqual(
          quantities.map((quantity) => (quantity[key] === null ? '' : String(quantity[key])))
        );
      }
    });
  });

  test('more than 4,500 is 4,501 or more, with no upper bound', () => {
    expect(rows.find(({ claim }) => claim === 'unidentified-14')).toMatchObject({
      bound: 'more_than',
      value: '4500',
      lower: '4501',
      upper: '',
      figures_in_words: expect.stringContaining('more than 4,500')
    });
  });

  test('every relation stands on the row of every claim that it names', () => {
    for (const relation of index.dataset.relations) {
      for (const id of [...relation.claims, ...relation.with]) {
        expect(rows.find(({ claim }) => claim === id)!.relations).toContain(`${relation.id} ${relation.type}`);
      }
    }
  });
});

describe('troops.csv', () => {
  const rows = read(fileOf('troops.csv'));

  test('a number that is not stated is empty, never 0', () => {
    const unstated = rows.filter(({ bound }) => bound === 'unspecified');
    expect(unstated.length).toBeGreaterThan(0);
    for (const row of unstated) expect(row).toMatchObject({ value: '', upper: '', in_words: 'number not stated' });
  });

  test('the 700 are decided and sent, each by its own source; nothing is derived or summed', () => {
    const seven = rows.filter(({ value }) => value === '700');
    expect([...new Set(seven.map(({ status }) => status))].sort()).toEqual(['decided', 'sent']);
    expect(rows.map(({ value }) => value)).not.toContain('1700');
    expect(fileOf('troops.csv')).not.toMatch(/3,?501|2,?801/);
  });

  test('the possible double count of 700 and 1,000 is said on both rows', () => {
    const relation = index.dataset.relations.find(({ type }) => type === 'possible_double_count')!;
    for (const row of rows.filter(({ claim }) => [...relation.claims, ...relation.with].includes(claim!))) {
      expect(row.relations).toContain('possible_double_count');
    }
  });
});
