/** Playback speeds. Slower than usual for animations: in sparse data a fast sweep shows mostly empty days. */
export const SPEEDS = [
  { name: 'slow', daysPerSecond: 2 },
  { name: 'normal', daysPerSecond: 7 },
  { name: 'fast', daysPerSecond: 30 }
] as const;
