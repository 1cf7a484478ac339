import type { Message } from '../message.ts';

/** The map: texts and accessible names of its marks, controls, notes. */
export const map = {
  'map.canvas': 'Map. Arrow keys move it, plus and minus zoom.',
  'map.marks': 'Places on the map',
  'map.controls': 'Map controls',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',
  'map.reset': 'Reset view',
  'map.mark.name': '{place}, {counts}: {titles}',
  'map.mark.area': '{place} (area)',
  'map.mark.external': '{name} ({basis})',
  'map.mark.mixed': '{events}, {possible} possible',
  'map.mark.possible': { one: '{n} possible event', other: '{n} possible events' },
  'map.mark.past': { one: '{n} earlier event', other: '{n} earlier events' },
  'map.mark.and': '; ',
  'map.label.possible': '{kind}, possible',
  'map.label.external': 'ext.',
  'map.count.range': '{from}–{to}',
  'map.schematic': 'Roads, railway and lake are schematic.',
  'map.sources': 'Map data:',
  'map.fallback': 'This browser cannot zoom or move the map; everything else works.',
  'map.key.building': 'a named building',
  'map.key.spot': 'a town, a village or a named point',
  'map.key.external': 'placed on external evidence: no article names the place',
  'map.key.possible': 'possibly in the time looked at',
  'map.key.past': 'earlier',
  'map.key.set': 'a set of municipalities: where in them is not stated',
  'map.key.region': 'a region: where it ends is not stated',
  'map.cooperative.windows': 'Hold Ctrl while scrolling to zoom the map',
  'map.cooperative.mac': 'Hold ⌘ while scrolling to zoom the map',
  'map.cooperative.touch': 'Move the map with two fingers'
} satisfies Record<string, Message>;
