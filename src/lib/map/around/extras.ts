/*
 * What the map gets when the browser is idle: the page answers without it. One module, so that it is one request.
 */
export { default as surroundings } from 'virtual:svg-surroundings';
export { default as Locator } from './Locator.svelte';
export { default as MarkTip } from './MarkTip.svelte';
export { default as Pointers } from './Pointers.svelte';
export { landNamePoints, landNames } from '../names/land-names.ts';
export { noteAnchors, noteRooms, noteSlots, troopNotes } from '../troops/troop-notes.ts';
export { default as TroopNotes } from './TroopNotes.svelte';
export { pointersOf, yearPointers } from './pointers.ts';
