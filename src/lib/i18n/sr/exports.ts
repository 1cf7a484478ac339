import type { Message } from '../message.ts';

/** Metadata texts in the downloads, citations, and the panel for both. */
export const exports = {
  'exports.csv.cells':
    'Jedan apostrof stoji ispred teksta koji bi program za tabele izvršio kao formulu. Uklonite ga da biste dobili tekst.',
  'exports.untranslated': {
    one: '{n} tekst podataka još nije preveden i na engleskom je.',
    few: '{n} teksta podataka još nisu prevedena i na engleskom su.',
    other: '{n} tekstova podataka još nije prevedeno i na engleskom je.'
  },
  'exports.filter.none': 'Bez filtera: ceo skup podataka, svi članci, bez obzira na to kada su objavljeni.',
  'exports.filter.window.day': 'Događaji koji sigurno ili možda padaju na dan {to:genitive}.',
  'exports.filter.window.span':
    'Događaji koji sigurno ili možda padaju u razdoblje od {from:genitive} do {to:genitive}.',
  'exports.filter.asOf.everything': 'Računaju se svi članci, bez obzira na to kada su objavljeni.',
  'exports.filter.asOf.day': 'Računa se samo ono što je bilo, ili je možda bilo, objavljeno do {day:genitive}.',
  'exports.filter.kinds': 'Izostavljene vrste događaja: {kinds}.',
  'exports.filter.articles': 'Izostavljeni članci: {articles}.',
  'exports.filter.external': 'Sa podacima izvan članaka.',
  'exports.filter.troops': 'Navodi o vojnicima: stanje na dan {day:genitive}.',
  'exports.title': 'Preuzimanje i citiranje',
  'exports.all': 'Ceo skup podataka',
  'exports.all.note':
    'Verzija {version}. Licenca navoda: {claims}. Licenca geometrije: {geometry}. Ove adrese se ne menjaju.',
  'exports.now': 'Trenutni prikaz',
  'exports.now.size': '{events}, {claims}',
  'exports.now.note':
    'U datoteku se upisuju filteri, prikazano razdoblje i izbor pod „Šta se zna“, rečima i kao veb-adresa.',
  'exports.bom': '[[CSV]] za programe za rad s tabelama (sa oznakom redosleda bajtova)',
  'exports.failed': 'Datoteku nije bilo moguće napraviti. Ponovo učitajte stranicu i pokušajte još jednom.',
  'exports.made': 'Datoteka {file} je sačuvana.',
  'exports.framed':
    'Datoteka {file} je predata pregledaču. Ako ne stigne, stranica oko ove karte ne dozvoljava čuvanje datoteka: otvorite kartu u zasebnom prozoru.',
  'exports.file.events.geojson': 'Događaji na karti, [[GeoJSON]]',
  'exports.file.claims.csv': 'Navodi, po jedan u redu, [[CSV]]',
  'exports.file.troops.csv': 'Navodi o vojnicima, [[CSV]]',
  'exports.file.dataset.json': 'Sve objedinjeno, [[JSON]]',
  'exports.file.dataset.schema.json': 'Šema objedinjenih podataka, [[JSON]]',
  'exports.file.claims.jsonld': 'Navodi i njihovo poreklo, [[JSON-LD]]',
  'exports.cite': 'Citirajte',
  'exports.cite.what': 'Citiraj',
  'exports.cite.map': 'kartu, kakva je sada',
  'exports.cite.event': 'ovaj događaj',
  'exports.cite.article': 'tvrdnje iz ovog članka',
  'exports.cite.claim': 'ovaj navod',
  'exports.cite.link': 'Link vezan za verziju podataka {version}',
  'exports.cite.text': 'Običan tekst',
  'exports.cite.bibtex': '[[BibTeX]]',
  'exports.cite.csl': '[[CSL-JSON]]',
  'exports.copy': 'Kopiraj',
  'exports.copy.what': 'Kopiraj: {what}',
  'exports.copied': 'Kopirano.',
  'exports.selected': 'Izabrano: kopirajte pomoću tastature ili menija.',
  'exports.about': 'Preuzmite podatke',
  'exports.about.note':
    'U svakoj datoteci navedeni su verzija podataka, licenca i filteri. U datotekama [[CSV]] ćelija koju bi program za tabele mogao da izvrši kao formulu počinje apostrofom.',
  'cite.event': '{title} ({date}).',
  'cite.article': 'Tvrdnje iz članka „{title}“ ({publisher}, {published}).',
  'cite.claim': 'Navod {id} – {primarySource}: {what} ({chain}; {publisher}, red {line}; objavljeno: {published}).',
  'cite.dataset': '{title}: {subtitle}',
  'cite.version': 'Verzija podataka {version}.',
  'cite.in': 'U: {title}.',
  'cite.view': 'Prikaz: {filter}',
  'cite.accessed': 'Pristupljeno {day:genitive}.',
  'cite.licence': 'Licenca podataka: {licence}.',
  'cite.medium': 'Skup podataka i karta',
  'exports.picture': 'Slika trenutnog prikaza',
  'exports.picture.size': 'Veličina',
  'exports.picture.size.story': 'Stori, {width} × {height}',
  'exports.picture.size.square': 'Kvadrat, {width} × {height}',
  'exports.picture.size.slide': 'Slajd, {width} × {height}',
  'exports.picture.theme': 'Boje',
  'exports.picture.theme.light': 'svetle',
  'exports.picture.theme.dark': 'tamne',
  'exports.picture.preview': 'Pregled slike: {what}',
  'exports.picture.png': 'Preuzmi kao [[PNG]]',
  'exports.picture.svg': 'Preuzmi kao [[SVG]]',
  'exports.picture.failed':
    'Ovaj pregledač nije mogao da napravi [[PNG]]. [[SVG]] je ista slika; drugi programi mogu da je pretvore u [[PNG]].',
  'exports.picture.noFonts': 'Fontovi nisu učitani: slika koristi fontove programa koji je otvara.',
  'exports.picture.allReports': 'računajući sve članke, bez obzira na to kada su objavljeni',
  'exports.picture.certain': 'sigurno u prikazanom razdoblju',
  'exports.picture.source': '{publisher} ({published})',
  'exports.picture.sources': 'Izvori: {sources}.',
  'exports.picture.moreTroops': {
    one: 'i još {n} izjava o pojačanjima i pripravnosti',
    few: 'i još {n} izjave o pojačanjima i pripravnosti',
    other: 'i još {n} izjava o pojačanjima i pripravnosti'
  },
  'exports.picture.more': { one: 'i još {n} događaj', few: 'i još {n} događaja', other: 'i još {n} događaja' },
  'exports.picture.moreExternal': {
    one: 'i još {n} podatak izvan članaka',
    few: 'i još {n} podatka izvan članaka',
    other: 'i još {n} podataka izvan članaka'
  },
  'exports.picture.onlyExternal': {
    one: '{n} podatak izvan članaka',
    few: '{n} podatka izvan članaka',
    other: '{n} podataka izvan članaka'
  }
} satisfies Record<string, Message>;
