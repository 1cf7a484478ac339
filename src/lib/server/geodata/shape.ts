import { Ajv, type ErrorObject, type SchemaValidateFunction, type ValidateFunction } from 'ajv';
import { order } from '../../model/sorted.ts';
import type { Misshapen } from './gather.ts';
import { count, didYouMean, joinPath, nearest, pathText, shortQuote, type Problem } from './problems.ts';
import type { FileKind, FolderContents, SourceFile } from './read.ts';
import { COMMON, SCHEMAS } from './schemas.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
// Ajv’s own names one pair of equal members alone, and compares each with each.
ajv.removeKeyword('uniqueItems');
for (const keyword of ['uniqueItems', 'uniqueBy']) {
  ajv.addKeyword({ keyword, type: 'array', errors: 'full', validate: repeatsNothing(keyword) });
}
ajv.addSchema(COMMON, 'common.schema.json');
const validators = new Map<FileKind, ValidateFunction>();
for (const [kind, schema] of Object.entries(SCHEMAS)) {
  ajv.addSchema(schema, `${kind}.schema.json`);
  validators.set(kind as FileKind, ajv.getSchema(`${kind}.schema.json`) as ValidateFunction);
}

/** Checks every file against the schema of its kind; says which fields must not be relied on. */
export function checkShapes(reading: FolderContents): { problems: Problem[]; misshapen: Misshapen } {
  const problems: Problem[] = [];
  const misshapen = new Map<string, string[]>();
  for (const file of reading.files) {
    const found = checkShape(file);
    problems.push(...found);
    if (found.length > 0)
      misshapen.set(
        file.name,
        found.map(({ path }) => path)
      );
  }
  return { problems, misshapen };
}

/** Of a name with the wrong form, and of a condition, Ajv says the same twice. */
const ECHOES = new Set(['propertyNames', 'if']);

function checkShape(file: SourceFile): Problem[] {
  const validate = validators.get(file.kind);
  if (validate === undefined || validate(file.json)) return [];
  const errors = validate.errors ?? [];
  // A misspelt key is one slip, not two: its correct form is not reported as missing as well.
  const meant = new Set(errors.map((error) => misspelt(error, errors)).filter((path) => path !== null));
  return errors
    .filter((error) => !meant.has(missingPath(error)) && !ECHOES.has(error.keyword))
    .map((error) => ({ file: file.file, severity: 'error', ...translate(error, errors) }));
}

/**
 * No member stands twice in a list: `"uniqueItems": true` of the whole member, `"uniqueBy": ["ref"]` by some of its fields.
 * Whatever has an id of its own is V01’s.
 */
function repeatsNothing(keyword: string): SchemaValidateFunction {
  const validate: SchemaValidateFunction = (by: readonly string[] | boolean, list: unknown[]) => {
    const first = new Map<string, number>();
    validate.errors = list.flatMap((member, index) => {
      const key = Array.isArray(by) ? by.map((name) => sameText(fieldOf(member, name))).join() : sameText(member);
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      return other === undefined ? [] : [{ keyword, params: { index, other, by } }];
    });
    return validate.errors.length === 0;
  };
  return validate;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** JSON that is equal for equal values, whatever the order of their keys. */
function sameText(value: unknown): string {
  const sorted = (_key: string, held: unknown) =>
    isObject(held) && !Array.isArray(held) ? Object.entries(held).sort(([a], [b]) => order(a, b)) : held;
  return JSON.stringify(value, sorted) ?? '';
}

type Said = Pick<Problem, 'rule' | 'path' | 'found' | 'advice'>;
type SchemaNode = { description?: string; $ref?: string; properties?: Record<string, SchemaNode>; enum?: unknown[] };

function translate(error: ErrorObject, all: ErrorObject[]): Said {
  const keys = keysOf(error.instancePath);
  const schema = error.parentSchema as SchemaNode;
  const path = pathText(keys);
  switch (error.keyword) {
    case 'required': {
      const name = (error.params as { missingProperty: string }).missingProperty;
      const advice = describe(schema.properties?.[name]) ?? 'add it';
      return { rule: 'S03', path: pathText([...keys, name]), found: 'the field is missing', advice };
    }
    case 'additionalProperties': {
      const name = (error.params as { additionalProperty: string }).additionalProperty;
      const missing = missingBeside(error, all);
      const advice = didYouMean(name, nearest(name, missing) ? missing : Object.keys(schema.properties ?? {}));
      return { rule: 'S04', path: pathText([...keys, name]), found: `unknown field ${shortQuote(name)}`, advice };
    }
    case 'enum': {
      const known = (schema.enum ?? []).map(String);
      const found = `unknown ${keys.findLast((key) => typeof key === 'string') ?? 'value'} ${shortQuote(error.data)}`;
      return { rule: 'V30', path, found, advice: didYouMean(String(error.data), known) };
    }
    case 'type': {
      const wanted = [(error.params as { type: string | string[] }).type].flat().join(' or ');
      return {
        rule: 'S03',
        path,
        found: `${shortQuote(error.data)} is no ${wanted}`,
        advice: describe(schema) ?? `write a ${wanted}`
      };
    }
    case 'minItems':
    case 'maxItems': {
      const items = count((error.data as unknown[]).length, 'item');
      return { rule: 'S03', path, found: `it has ${items}`, advice: describe(schema) ?? String(error.message) };
    }
    case 'uniqueItems':
    case 'uniqueBy': {
      const { index, other, by } = error.params as { index: number; other: number; by: string[] | true };
      const found =
        by === true
          ? `it stands at ${joinPath(path, `[${other}]`)} too`
          : `it has the ${by.join(' and the ')} of ${joinPath(path, `[${other}]`)}`;
      return { rule: 'S05', path: joinPath(path, `[${index}]`), found, advice: 'remove one of the two' };
    }
    case 'pattern': {
      const name = error.propertyName;
      const found = `${shortQuote(error.data)} has not the form that is needed`;
      return name === undefined
        ? { rule: 'S03', path, found, advice: describe(schema) ?? 'see the schema' }
        : { rule: 'S03', path: pathText([...keys, name]), found: `the key ${found}`, advice: 'see the schema' };
    }
    default:
      return {
        rule: 'S03',
        path,
        found: `${shortQuote(error.data)} ${error.message ?? 'has the wrong shape'}`,
        advice: describe(schema) ?? 'see the schema'
      };
  }
}

/** What the field is for, in brackets, as the schema says it. */
function describe(schema: SchemaNode | undefined): string | null {
  const name = schema?.$ref?.split('/').at(-1);
  const description =
    schema?.description ??
    (name === undefined ? undefined : (COMMON.definitions as Record<string, SchemaNode>)[name]?.description);
  return description === undefined ? null : `(${description.replace(/\.$/, '')})`;
}

/** Names of required fields that are missing from the same object. */
function missingBeside(error: ErrorObject, all: ErrorObject[]): string[] {
  return all
    .filter((other) => other.keyword === 'required' && other.instancePath === error.instancePath)
    .map((other) => (other.params as { missingProperty: string }).missingProperty);
}

/** Path of the missing field that an unknown one probably stands for. */
function misspelt(error: ErrorObject, all: ErrorObject[]): string | null {
  if (error.keyword !== 'additionalProperties') return null;
  const meant = nearest((error.params as { additionalProperty: string }).additionalProperty, missingBeside(error, all));
  return meant === null ? null : pathText([...keysOf(error.instancePath), meant]);
}

function missingPath(error: ErrorObject): string {
  if (error.keyword !== 'required') return '';
  return pathText([...keysOf(error.instancePath), (error.params as { missingProperty: string }).missingProperty]);
}

/** Keys of a JSON pointer; what looks like an index is one. */
function keysOf(pointer: string): (string | number)[] {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
