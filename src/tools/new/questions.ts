import type { Bounds } from '../../lib/map/projection.ts';
import { parseDay } from '../../lib/model/day.ts';
import { boxProblem } from '../../lib/server/geodata/rules/info.ts';
import { parseBounds } from '../basemap/reach.ts';
import { MOST_KINDS } from '../data-folder/codes.ts';

export type Named = { name: string; href: string };

/** What a new data folder has to know. */
export type Answers = {
  title: string;
  bounds: Bounds;
  domain: { from: string; to: string };
  kinds: string[];
  maker: Named;
  licence: Named;
};

/** A question: its flag, what is asked, an answer as an example, and how an answer is read. */
export type Question<K extends keyof Answers = keyof Answers> = {
  key: K;
  flag: string;
  ask: string;
  example: string;
  /** Throws a sentence that says what is wrong with the answer. */
  read: (answer: string) => Answers[K];
};

/** Licences that need no address: those that people give to data. */
const LICENCES: Record<string, string> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  CC0: 'https://creativecommons.org/publicdomain/zero/1.0/',
  ODbL: 'https://opendatacommons.org/licenses/odbl/1-0/'
};

const question = <K extends keyof Answers>(one: Question<K>) => one as unknown as Question;

export const QUESTIONS: readonly Question[] = [
  question({
    key: 'title',
    flag: 'title',
    ask: 'What is the map called?',
    example: 'Harland, 2023',
    read: (answer) => answer.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’')
  }),
  question({
    key: 'bounds',
    flag: 'bounds',
    ask: 'What does it show? West, south, east and north, in degrees',
    example: '14.4,2.2,27.5,11.1',
    read: readBounds
  }),
  question({
    key: 'domain',
    flag: 'days',
    ask: 'From which day to which?',
    example: '2023-01-01/2023-12-31',
    read: readDays
  }),
  question({
    key: 'kinds',
    flag: 'kinds',
    ask: 'Which kinds of events are there?',
    example: 'Protest, Clash, Statement',
    read: readKinds
  }),
  question({
    key: 'maker',
    flag: 'maker',
    ask: 'Who makes the map, and where is their page?',
    example: 'Harland Times https://harland.example',
    read: (answer) => readNamed(answer, 'write a name and the address of a page')
  }),
  question({
    key: 'licence',
    flag: 'licence',
    ask: `Under which licence are the data? ${Object.keys(LICENCES).join(', ')}, or a name and an address`,
    example: 'CC BY 4.0',
    read: readLicence
  })
];

function readBounds(answer: string): Bounds {
  const bounds = parseBounds(answer);
  const problem = boxProblem(bounds);
  if (problem) throw new Error(`${problem.found}: ${problem.advice}`);
  return bounds;
}

function readDays(answer: string): Answers['domain'] {
  const [from = '', to = '', ...more] = answer.split('/').map((day) => day.trim());
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === null || last === null || more.length > 0)
    throw new Error(`"${answer}" is not two days: write them as 2023-01-01/2023-12-31`);
  if (first > last) throw new Error(`it ends on ${to}, before it begins on ${from}`);
  return { from, to };
}

function readKinds(answer: string): string[] {
  const kinds = [...new Set(answer.split(',').flatMap((kind) => kind.trim() || []))];
  if (kinds.length === 0) throw new Error('write at least one kind; commas part them');
  if (kinds.length > MOST_KINDS) throw new Error(`${kinds.length} kinds are too many: ${MOST_KINDS} have room`);
  return kinds;
}

function readNamed(answer: string, advice: string): Named {
  const [, name, href] = /^(\S.*?)[\s,]+(https?:\/\/[^\s/@]+\S*)$/.exec(answer) ?? [];
  if (name === undefined || href === undefined || !URL.canParse(href)) throw new Error(`"${answer}": ${advice}`);
  return { name, href };
}

function readLicence(answer: string): Named {
  const known = Object.entries(LICENCES).find(([name]) => name.toLowerCase() === answer.toLowerCase());
  if (known) return { name: known[0], href: known[1] };
  return readNamed(answer, `write ${Object.keys(LICENCES).join(', ')}, or a name and the address of its text`);
}
