import type { Islands } from '$lib/islands/island-renderer.ts';
import MapCaption from '$lib/map/MapCaption.svelte';
import MapView from '$lib/map/MapView.svelte';
import PrecisionKey from '$lib/map/PrecisionKey.svelte';
import StaticMap from '$lib/map/svg/StaticMap.svelte';
import ChapterCaption from '$lib/panels/ChapterCaption.svelte';
import Chapters from '$lib/panels/Chapters.svelte';
import Detail from '$lib/panels/Detail.svelte';
import Downloads from '$lib/panels/Downloads.svelte';
import Filters from '$lib/panels/Filters.svelte';
import LanguageSwitch from '$lib/panels/LanguageSwitch.svelte';
import OtherYears from '$lib/panels/OtherYears.svelte';
import Record from '$lib/panels/Record.svelte';
import RecordIndex from '$lib/panels/RecordIndex.svelte';
import Share from '$lib/panels/Share.svelte';
import AxisZoom from '$lib/time/AxisZoom.svelte';
import TimePanel from '$lib/time/TimePanel.svelte';
import TimeReadout from '$lib/time/TimeReadout.svelte';

/** The components that `DeferredIsland` names. */
export const ISLANDS: Islands = {
  AxisZoom,
  ChapterCaption,
  Chapters,
  Detail,
  Downloads,
  Filters,
  LanguageSwitch,
  MapCaption,
  MapView,
  OtherYears,
  PrecisionKey,
  Record,
  RecordIndex,
  Share,
  StaticMap,
  TimePanel,
  TimeReadout
};
