import { existsSync, readdirSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { QUESTIONS, type Answers, type Question } from './questions.ts';
import { writeNew } from './write-new.ts';

const USAGE = `usage: npm run new -- DIR ${QUESTIONS.map(({ flag }) => `[--${flag} …]`).join(' ')}
  DIR  the data folder to make: new, or empty. What no flag says is asked:
${QUESTIONS.map(({ flag, ask, example }) => `  --${`${flag}="${example}"`.padEnd(48)} ${ask}`).join('\n')}`;

/** Exit code 1 if no folder can be made, 2 for wrong usage. */
async function main(): Promise<number> {
  let dir: string;
  let flags: Record<string, string | undefined>;
  try {
    const options = Object.fromEntries(QUESTIONS.map(({ flag }) => [flag, { type: 'string' as const }]));
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (positionals.length !== 1) throw new Error('name one folder');
    [dir, flags] = [positionals[0]!, values as Record<string, string | undefined>];
  } catch (error) {
    console.error(`${messageOf(error)}\n${USAGE}`);
    return 2;
  }
  if (existsSync(dir) && (!statSync(dir).isDirectory() || readdirSync(dir).length > 0)) {
    console.error(`${dir} is ${statSync(dir).isDirectory() ? 'not empty' : 'a file'}: name a new folder`);
    return 1;
  }
  try {
    const done = writeNew(dir, await answersTo(flags));
    console.log(`\n${done}\n\nMade ${dir}. Next:\n${next(dir)}`);
    return 0;
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}

const next = (dir: string) =>
  [
    `  GEODATA_DIR=${dir} npm start                   the map, without events as yet`,
    `  npm run edit -- --dir ${dir} --texts TEXTS     add articles and events at the desk (docs/editing.md)`,
    `  npm run check:geodata -- --dir ${dir}          after each change by hand (geodata/README.md)`
  ].join('\n');

async function answersTo(flags: Record<string, string | undefined>): Promise<Answers> {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  const answers: Partial<Record<keyof Answers, unknown>> = {};
  try {
    for (const question of QUESTIONS) {
      const given = flags[question.flag];
      answers[question.key] = given === undefined ? await ask(question, lines) : readFlag(question, given);
    }
  } finally {
    input.close();
  }
  return answers as Answers;
}

function readFlag({ flag, read }: Question, given: string): unknown {
  try {
    if (given.trim() === '') throw new Error('it is empty');
    return read(given.trim());
  } catch (error) {
    throw new Error(`--${flag}: ${messageOf(error)}`, { cause: error });
  }
}

/** Asks until there is an answer that can be read. Throws where the input ends before. */
async function ask({ flag, ask, example, read }: Question, lines: AsyncIterator<string>): Promise<unknown> {
  for (;;) {
    process.stdout.write(`${ask}\n  (such as ${example})\n> `);
    const { value, done } = await lines.next();
    if (done) throw new Error(`\nno answer; it can be given as --${flag}="${example}"`);
    try {
      if (value.trim() !== '') return read(value.trim());
    } catch (error) {
      console.log(`  ${messageOf(error)}`);
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

process.exitCode = await main();
