import { getContext, setContext } from 'svelte';
import type { DeskState } from './desk-state.svelte.ts';

const KEY = Symbol('desk');

export const setDesk = (desk: DeskState): DeskState => setContext(KEY, desk);
export const useDesk = (): DeskState => getContext<DeskState>(KEY);
