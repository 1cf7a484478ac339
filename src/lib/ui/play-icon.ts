/** The path of the icon of a play button, in a box of 24 units: two bars while it plays, else a triangle. */
export const playIcon = (playing: boolean): string =>
  playing ? 'M7 5h3v14H7zM14 5h3v14h-3z' : 'M8 4.5l11 7.5-11 7.5z';
