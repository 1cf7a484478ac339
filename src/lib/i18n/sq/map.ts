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
  'map.mark.mixed': '{events}, të mundshme: {possible}',
  'map.mark.possible': { one: '{n} ngjarje e mundshme', other: '{n} ngjarje të mundshme' },
  'map.mark.past': { one: '{n} ngjarje e mëhershme', other: '{n} ngjarje të mëhershme' },
  'map.mark.and': '; ',
  'map.label.possible': '{kind}, mundësisht',
  'map.label.external': 'jasht.',
  'map.count.range': '{from}–{to}',
  'map.schematic': 'Rrugët, hekurudha dhe liqeni janë skematike.',
  'map.sources': 'Të dhënat e hartës:',
  'map.fallback': 'Ky shfletues nuk mund ta zmadhojë ose ta lëvizë hartën; gjithçka tjetër punon.',
  'map.key.building': 'një ndërtesë me emër',
  'map.key.spot': 'një qytet, një fshat ose një pikë me emër',
  'map.key.external': 'vendosur sipas dëshmive të jashtme: asnjë artikull nuk e përmend vendin',
  'map.key.possible': 'mundësisht në kohën që shikohet',
  'map.key.past': 'më herët',
  'map.key.set': 'një grup komunash: ku brenda tyre, nuk thuhet',
  'map.key.region': 'një rajon: ku mbaron, nuk thuhet',
  'map.cooperative.windows': 'Mbani shtypur Ctrl ndërsa rrotulloni rrotën për ta zmadhuar hartën',
  'map.cooperative.mac': 'Mbani shtypur ⌘ ndërsa rrotulloni rrotën për ta zmadhuar hartën',
  'map.cooperative.touch': 'Lëvizeni hartën me dy gishta'
} satisfies Record<string, Message>;
