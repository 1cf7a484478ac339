import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Misshapen } from './gather.ts';
import { count, didYouMean, nearest, pathText, type Problem } from './problems.ts';
import type { FileKind, FolderContents, SourceFile } from './read.ts';
import { COMMON, SCHEMAS } from './schemas.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
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

function checkShape(file: SourceFile): Problem[] {
  const validate = validators.get(file.kind);
  if (validate === undefined || validate(file.json)) return [];
  const errors = validate.errors ?? [];
  // A misspelt key is one slip, not two: its correct form is not reported as missing as well.
  const meant = new Set(errors.map((error) => misspelt(error, errors)).filter((path) => path !== null));
  return errors
    .filter((error) => !meant.has(missingPath(error)))
    .map((error) => ({ file: file.file, severity: 'error', ...translate(error, errors) }));
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
      return { rule: 'S04', path: pathText([...keys, name]), found: `unknown field ${quote(name)}`, advice };
    }
    case 'enum': {
      const known = (schema.enum ?? []).map(String);
      const found = `unknown ${keys.findLast((key) => typeof key === 'string') ?? 'value'} ${quote(error.data)}`;
      return { rule: 'V30', path, found, advice: didYouMean(String(error.data), known) };
    }
    case 'type': {
      const wanted = [(error.params as { type: string | string[] }).type].flat().join(' or ');
      return {
        rule: 'S03',
        path,
        found: `${quote(error.data)} is no ${wanted}`,
        advice: describe(schema) ?? `write a ${wanted}`
      };
    }
    case 'minItems':
    case 'maxItems': {
      const items = count((error.data as unknown[]).length, 'item');
      return { rule: 'S03', path, found: `it has ${items}`, advice: describe(schema) ?? String(error.message) };
    }
    default:
      return {
        rule: 'S03',
        path,
        found: `${quote(error.data)} ${error.message ?? 'has the wrong shape'}`,
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

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
