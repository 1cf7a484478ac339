import type { ColourGroup } from '../model/dataset.ts';

/**
 * The colours of both themes, in one place, for the variables of the style sheet and for the map's layers.
 * One accent colour per meaning; contrast against `paper` is at least 4.5:1 for text and 3:1 for marks.
 */
export type Theme = 'light' | 'dark';

export type Palette = {
  paper: string;
  panel: string;
  ink: string;
  inkSoft: string;
  rule: string;
  focus: string;
  land: string;
  landElsewhere: string;
  water: string;
  river: string;
  relief: string;
  boundary: string;
  municipality: string;
  road: string;
  railway: string;
  label: string;
  labelHalo: string;
} & Record<ColourGroup, string>;

export const palettes: Record<Theme, Palette> = {
  light: {
    paper: '#fbf9f4',
    panel: '#ffffff',
    ink: '#1f2326',
    inkSoft: '#565d63',
    rule: '#d9d4c9',
    focus: '#0b57d0',
    land: '#f6f2e8',
    landElsewhere: '#ece7db',
    water: '#bcd3df',
    river: '#9dbfd0',
    relief: '#8a7a58',
    boundary: '#6f6459',
    municipality: '#b9ad9b',
    road: '#d3c6ac',
    railway: '#a79e92',
    label: '#4b4a45',
    labelHalo: '#fbf9f4',
    violence: '#b3321f',
    force: '#1d5a86',
    civic: '#7a5a06',
    speech: '#5b5566'
  },
  dark: {
    paper: '#14171a',
    panel: '#1c2024',
    ink: '#ece8df',
    inkSoft: '#a9aeb3',
    rule: '#383e44',
    focus: '#8ab4f8',
    land: '#22272b',
    landElsewhere: '#1b1f23',
    water: '#1f3a4a',
    river: '#31566b',
    relief: '#d6c9a8',
    boundary: '#a0968a',
    municipality: '#4e555b',
    road: '#3b4147',
    railway: '#5c6268',
    label: '#b9b5ab',
    labelHalo: '#1b1f23',
    violence: '#f0836d',
    force: '#7db8e0',
    civic: '#d8b25a',
    speech: '#b7aec6'
  }
};
