import type { Message } from '../message.ts';

/** The map: texts and accessible names of its marks, controls, notes. */
export const map = {
  'map.canvas': 'Karta. Strelice je pomeraju, plus i minus je uvećavaju i umanjuju.',
  'map.marks': 'Mesta na karti',
  'map.controls': 'Upravljanje kartom',
  'map.zoomIn': 'Uvećaj',
  'map.zoomOut': 'Umanji',
  'map.reset': 'Vrati početni prikaz',
  'map.mark.name': '{place}, {counts}: {titles}',
  'map.mark.area': '{place} (područje)',
  'map.mark.external': '{name} ({basis})',
  'map.mark.mixed': '{events}, od toga s nepoznatim tačnim danom: {possible}',
  'map.mark.possible': {
    one: '{n} događaj, tačan dan nepoznat',
    few: '{n} događaja, tačan dan nepoznat',
    other: '{n} događaja, tačan dan nepoznat'
  },
  'map.mark.past': { one: '{n} raniji događaj', few: '{n} ranija događaja', other: '{n} ranijih događaja' },
  'map.mark.and': '; ',
  'map.label.possible': '{kind}, tačan dan nepoznat',
  'map.label.external': 'spoljni izvor',
  'map.count.range': '{from}–{to}',
  'map.schematic': 'Putevi, pruga i jezero prikazani su šematski.',
  'map.sources': 'Podaci na karti:',
  'map.fallback': 'U ovom pregledaču karta ne može da se uvećava ni pomera; sve ostalo radi.',
  'map.key.building': 'imenovana zgrada',
  'map.key.spot': 'grad, selo ili imenovana tačka',
  'map.key.external': 'mesto koje članci ne imenuju; poznato je iz spoljnih izvora',
  'map.key.possible': 'možda u prikazanom razdoblju',
  'map.key.past': 'ranije',
  'map.key.set': 'više opština; tačno mesto nije navedeno',
  'map.key.region': 'oblast; nije navedeno dokle se prostire',
  'map.cooperative.windows': 'Za uvećavanje karte držite [[Ctrl]] dok okrećete točkić',
  'map.cooperative.mac': 'Za uvećavanje karte držite ⌘ dok okrećete točkić',
  'map.cooperative.touch': 'Kartu pomerajte sa dva prsta'
} satisfies Record<string, Message>;
