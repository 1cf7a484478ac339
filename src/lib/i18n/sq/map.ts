import type { Message } from '../message.ts';

/** The map: texts and accessible names of its marks, controls, notes. */
export const map = {
  'map.canvas': 'Harta. Tastet me shigjeta e lëvizin, plusi e zmadhon, minusi e zvogëlon.',
  'map.marks': 'Vendet në hartë',
  'map.controls': 'Komandat e hartës',
  'map.zoomIn': 'Zmadho',
  'map.zoomOut': 'Zvogëlo',
  'map.reset': 'Kthe pamjen fillestare',
  'map.mark.name': '{place}, {counts}: {titles}',
  'map.mark.area': '{place} (zonë)',
  'map.mark.external': '{name} ({basis})',
  'map.mark.mixed': '{events}, dita nuk dihet saktë për {possible}',
  'map.mark.possible': { one: '{n} ngjarje, dita nuk dihet saktë', other: '{n} ngjarje, dita nuk dihet saktë' },
  'map.mark.past': { one: '{n} ngjarje e mëhershme', other: '{n} ngjarje të mëhershme' },
  'map.mark.and': '; ',
  'map.label.possible': '{kind}, dita nuk dihet saktë',
  'map.label.external': 'burim i jashtëm',
  'map.count.range': '{from}–{to}',
  'map.schematic': 'Rrugët, hekurudha dhe liqeni janë skematike.',
  'map.sources': 'Të dhënat e hartës:',
  'map.fallback': 'Ky shfletues nuk mund ta zmadhojë ose ta lëvizë hartën; gjithçka tjetër punon.',
  'map.key.building': 'një ndërtesë me emër',
  'map.key.spot': 'një qytet, një fshat ose një pikë me emër',
  'map.key.external': 'vendi nuk përmendet në artikuj; njihet nga burime të jashtme',
  'map.key.possible': 'mundësisht në periudhën e shfaqur',
  'map.key.past': 'më herët',
  'map.key.set': 'një grup komunash; vendi i saktë nuk thuhet',
  'map.key.region': 'një rajon; shtrirja e tij nuk thuhet',
  'map.cooperative.windows': 'Mbani shtypur Ctrl ndërsa rrotulloni rrotën për ta zmadhuar hartën',
  'map.cooperative.mac': 'Mbani shtypur ⌘ ndërsa rrotulloni rrotën për ta zmadhuar hartën',
  'map.cooperative.touch': 'Lëvizeni hartën me dy gishta'
} satisfies Record<string, Message>;
