import { publish } from '../../../../../src/lib/server/geodata/publication.ts';
import { readFiles } from '../../../../../src/tools/desk/files/read-files.ts';

/*
 * A program that publishes and ends itself before one of its steps, as when the power goes: no `finally` runs. Called with
 * the folder, the changes as JSON, and the number of the step, from 0.
 */

const [dir, changes, step] = process.argv.slice(2) as [string, string, string];
let left = Number(step);
publish(dir, new Map(Object.entries(JSON.parse(changes) as Record<string, string>)), readFiles(dir), () => {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
});
