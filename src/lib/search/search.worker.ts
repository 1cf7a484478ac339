import { answerer, type SearchMessage } from './answer.ts';

/* Search in many items, off the main thread. */

const answer = answerer();

addEventListener('message', ({ data }: MessageEvent<SearchMessage>) => postMessage(answer(data)));
