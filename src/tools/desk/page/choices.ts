import type { Code } from '../../../lib/model/dataset.ts';
import type { Known } from '../proposals/known.ts';

/** One of a choice. `group`: the heading it stands under. */
export type Option = { value: string; label: string; group?: string; title?: string };

export const codeOptions = (codes: readonly Code[]): Option[] =>
  codes.map(({ id, label, description }) => ({ value: id, label: capital(label), title: description }));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label, 'en');

export const agentOptions = ({ agents }: Known): Option[] =>
  agents.map(({ id, name, title, kind }) => ({ value: id, label: name, title, group: capital(kind) })).sort(byLabel);

export const originOptions = ({ origins }: Known): Option[] =>
  origins.map(({ id, name, note }) => ({ value: id, label: name, title: note })).sort(byLabel);

export const unitOptions = ({ units }: Known): Option[] => units.map((unit) => ({ value: unit, label: unit }));

export const placeOptions = ({ places }: Known): Option[] =>
  places
    .map(({ id, names, kind, isArea }) => ({
      value: id,
      label: `${names.en ?? id} (${kind.replaceAll('-', ' ')})`,
      group: isArea ? 'Areas' : 'Points'
    }))
    .sort((a, b) => b.group.localeCompare(a.group) || byLabel(a, b));

export const PLACE_ROLES: Option[] = [
  { value: 'at', label: 'At this point' },
  { value: 'in', label: 'Somewhere in it' }
];
export const VOICES: Option[] = [
  { value: 'speaker', label: 'A speaker’s' },
  { value: 'outlet', label: 'The outlet’s own' }
];
export const CONFIDENCES: Option[] = ['high', 'medium', 'low', 'unknown'].map((value) => ({
  value,
  label: capital(value)
}));
export const EXTENTS: Option[] = [
  { value: 'within', label: 'On some day of it' },
  { value: 'throughout', label: 'All the time' }
];
export const JOIN_ROLES: Option[] = [
  { value: 'about', label: 'Says that it happened' },
  { value: 'said', label: 'Was said at it' },
  { value: 'context', label: 'Tells its circumstances' }
];
