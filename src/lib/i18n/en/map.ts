import type { Message } from '../message.ts';

/** The map: texts and accessible names of its marks, controls, notes. */
export const map = {
  'map.canvas': 'Map. The arrow keys move it; plus and minus zoom.',
  'map.marks': 'Places on the map',
  'map.controls': 'Map controls',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',
  'map.reset': 'Reset view',
  'map.mark.name': '{place}, {counts}: {titles}',
  'map.mark.area': '{place} (area)',
  'map.mark.external': '{name} ({basis})',
  'map.mark.mixed': '{events}, the day of {possible} uncertain',
  'map.mark.possible': { one: '{n} event, day uncertain', other: '{n} events, days uncertain' },
  'map.mark.past': { one: '{n} earlier event', other: '{n} earlier events' },
  'map.mark.and': '; ',
  'map.label.possible': '{kind}, day uncertain',
  'map.label.external': 'outside source',
  'map.count.range': '{from}–{to}',
  'map.schematic': 'Roads, the railway and the lake are schematic.',
  'map.sources': 'Map data:',
  'map.fallback': 'This browser cannot zoom or move the map; everything else works.',
  'map.key.building': 'a named building',
  'map.key.spot': 'a town, a village or a named point',
  'map.key.external': 'place not named in the articles; it comes from outside sources',
  'map.key.possible': 'possibly within the time shown',
  'map.key.past': 'earlier',
  'map.key.set': 'a group of municipalities; the exact place is not stated',
  'map.key.region': 'a region; its limits are not stated',
  'map.cooperative.windows': 'Hold Ctrl while scrolling to zoom the map',
  'map.cooperative.mac': 'Hold ⌘ while scrolling to zoom the map',
  'map.cooperative.touch': 'Move the map with two fingers'
} satisfies Record<string, Message>;
