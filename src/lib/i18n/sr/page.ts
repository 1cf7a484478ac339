import type { Message } from '../message.ts';

/** The rest of the page: head, filters, legend, footer. */
export const page = {
  'page.about': 'O podacima',
  'page.languages': 'Jezici',
  'page.names': 'Imena mesta',
  'page.skip.time': 'Pređi na klizač vremena',
  'page.lanes': 'Vremenska linija',
  'page.skip': 'Pređi na spisak događaja',
  'page.map': 'Karta',
  'page.list': 'Šta javljaju članci',
  'page.time': 'Vreme',
  'page.filters': 'Filter',
  'page.kinds': 'Vrste događaja',
  'page.articles': 'Članci koji se računaju',
  'page.external': 'Prikaži podatke izvan članaka',
  'page.external.note': 'Na njima ne počiva nijedan navod; gde počiva mesto, to je naznačeno.',
  'page.showAll': 'Prikaži sve',
  'page.dropped': 'Deo veb-adrese nije prepoznat i zanemaren je: {what}.',
  'page.changed':
    'Ovaj link je napravljen uz verziju podataka {from}; sadašnja verzija je {to}. Ono što link prikazuje možda se u međuvremenu promenilo.',
  'page.changed.frozen': 'Pogledaj verziju {version}',
  'page.frozen': 'Ovo je verzija podataka {version}, sačuvana kakva je bila.',
  'page.frozen.now': 'Na današnju verziju, {version}',
  'page.record': 'Svi događaji, tvrdnje i izvori, na stranici cele karte',
  'page.noscript':
    'Ako je [[JavaScript]] isključen, karta i klizač se ne pomeraju; svi događaji, navodi i izvori nalaze se u spisku ispod.',
  'page.noscript.item':
    'Bez JavaScripta karta i klizač se ne pomeraju; svi događaji, tvrdnje i izvori su u potpunom zapisu.',
  'page.late': 'Program ove stranice nije stigao, pa se ovde ništa ne može pomerati. Nacrtan je prvi prikaz: {drawn}.',
  'page.late.asked': 'Link traži drugi prikaz',
  'page.late.again': 'Učitaj ponovo',
  'page.disk':
    'Ova stranica je otvorena sa diska, odakle pregledači ne pokreću njen program: ovde se ništa ne može pomerati. Postavite njenu fasciklu na veb-server. Na ovom računaru to čini sledeća komanda, zadata u fascikli, i ona navodi adresu:',
  'page.coming': 'Opisi se još učitavaju.',
  'page.coming.lost': 'Opisi nisu mogli da se učitaju.',
  'page.lost': 'Ovaj deo se nije učitao.',
  'page.retry': 'Pokušaj ponovo',
  'page.kept': 'Sajt nije dostupan. Kopija sačuvana na ovom uređaju:',
  'page.articleCount': {
    one: '{n} članak, a ne potpun popis',
    few: '{n} članka, a ne potpun popis',
    other: '{n} članaka, a ne potpun popis'
  },
  'page.unreachable': 'Ovaj deo stranice nije bilo moguće učitati. Sve iz njega nalazi se i u celom zapisu ispod.',
  'page.version': 'Verzija podataka {version}',
  'years.title': 'Godine'
} satisfies Record<string, Message>;
