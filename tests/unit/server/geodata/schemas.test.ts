import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Codes } from '../../../../src/lib/model/dataset.ts';
import { VERSION } from '../../../../src/lib/model/url.ts';
import { COMMON, SCHEMAS } from '../../../../src/lib/server/geodata/schemas.ts';
import { REGION } from './fixture.ts';

const DEFINITIONS = COMMON.definitions as Record<string, { enum?: string[] }>;
const LISTS = {
  modalities: 'modality',
  bounds: 'bound',
  statuses: 'status',
  precisions: 'precision',
  bases: 'basis',
  certainties: 'certainty',
  roles: 'attributionRole'
} as const;

describe.each(['geodata', REGION])('%s/codes.json', (dir) => {
  const codes = JSON.parse(readFileSync(`${dir}/codes.json`, 'utf8')) as Codes;
  test.each(Object.entries(LISTS))('%s are those that the program knows, in the same order', (list, definition) => {
    expect(codes[list as keyof typeof LISTS].map(({ id }) => id)).toEqual(DEFINITIONS[definition]?.enum);
  });
});

/** Every object schema below a schema. */
function objects(schema: unknown): Record<string, unknown>[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties } = schema as Record<string, unknown>;
  const own = [type].flat().includes('object') && properties ? [schema as Record<string, unknown>] : [];
  return [...own, ...Object.values(schema).flatMap(objects)];
}

/** Every list below a schema, by its path. */
function lists(schema: unknown, path: string): [string, Record<string, unknown>][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = schema as Record<string, unknown>;
  const here: [string, Record<string, unknown>][] = [own.type].flat().includes('array') ? [[path, own]] : [];
  return [...here, ...Object.entries(own).flatMap(([key, value]) => lists(value, `${path}/${key}`))];
}

type Items = {
  type?: unknown;
  $ref?: string;
  properties?: { id?: unknown; properties?: { properties?: { id?: unknown } } };
};

test('no list lets a member stand in it twice: it says so, or its members have ids, which V01 checks', () => {
  const open = Object.entries({ ...SCHEMAS, common: COMMON }).flatMap(([kind, schema]) =>
    lists(schema, kind).filter(([, { items, uniqueItems, uniqueBy }]) => {
      const { type, $ref, properties } = (items ?? {}) as Items;
      const isPosition = items === undefined || type === 'number';
      const hasId =
        properties?.id ?? properties?.properties?.properties?.id ?? /definitions\/(claim|code)$/.test($ref ?? '');
      return !isPosition && !uniqueItems && !uniqueBy && !hasId;
    })
  );
  expect(open.map(([path]) => path)).toEqual([]);
});

test('a version that the data may have is one that links can carry', () => {
  expect(COMMON.definitions.version.pattern).toBe(VERSION.source);
});

test('every field has a description, so that an editor can explain it', () => {
  const bare = Object.entries(SCHEMAS).flatMap(([kind, schema]) =>
    objects(schema).flatMap(({ properties }) =>
      Object.entries(properties as Record<string, Record<string, unknown>>)
        .filter(
          ([, field]) => !('description' in field || '$ref' in field || 'properties' in field || 'items' in field)
        )
        .map(([name]) => `${kind}: ${name}`)
    )
  );
  expect(bare).toEqual([]);
});
