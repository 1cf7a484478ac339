import { parseArgs } from 'node:util';
import { importTable } from './import.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, profile: { type: 'string' } }
});
console.log(await importTable(positionals[0]!, { out: values.out!, profile: values.profile }));
