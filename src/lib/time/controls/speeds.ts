/** Speeds of playback. Slow by the standards of animation: in sparse data a fast sweep shows empty days. */
export const SPEEDS = [
  { name: 'slow', daysPerSecond: 2 },
  { name: 'normal', daysPerSecond: 7 },
  { name: 'fast', daysPerSecond: 30 }
] as const;
