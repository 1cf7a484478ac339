import type { Component } from 'svelte';
import MapCaption from '../map/MapCaption.svelte';
import PrecisionKey from '../map/PrecisionKey.svelte';
import StaticMap from '../map/svg/StaticMap.svelte';
import Filters from '../panels/Filters.svelte';
import LanguageSwitch from '../panels/LanguageSwitch.svelte';
import Record from '../panels/Record.svelte';
import Share from '../panels/Share.svelte';
import Downloads from '../panels/Downloads.svelte';
import TroopCard from '../panels/TroopCard.svelte';
import Lanes from '../time/lanes/Lanes.svelte';
import TimeChoices from '../time/controls/TimeChoices.svelte';

/** The parts that `Later` names, for drawing them at build. No program of the reader's browser imports this file. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each has props of its own; `Later` sees that they fit
export const LATER_PARTS: { [name: string]: Component<any> } = {
  Filters,
  Lanes,
  LanguageSwitch,
  MapCaption,
  PrecisionKey,
  Record,
  Share,
  StaticMap,
  Downloads,
  TimeChoices,
  TroopCard
};
