import { writeFileSync } from 'node:fs';
import { syntheticColumns } from './generate.ts';
import { tableOf } from './table.ts';

// Writes a table of made-up events: `npx tsx tests/synthetic/write-table.ts 100000 many.csv`. Each run gives the same file.
const [events = '100000', path = 'many.csv'] = process.argv.slice(2);
// Some events have more rows than one.
const columns = syntheticColumns({ rows: Math.ceil(Number(events) * 1.1) });
writeFileSync(path, [...tableOf(columns, Number(events))].join(''));
