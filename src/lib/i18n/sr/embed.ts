import type { Message } from '../message.ts';

/** The embedded map, and the dialog with the code to embed it. */
export const embed = {
  'embed.full': 'Otvori celu kartu',
  'embed.full.label': 'Otvori celu kartu za ovaj dan, u novoj kartici',
  'embed.close': 'Nazad na dan',
  'embed.events': 'Događaji',
  'embed.here': 'Izabrano',
  'share.open': 'Podeli i ugradi',
  'share.title': 'Deljenje i ugrađivanje',
  'share.what': 'Šta se deli',
  'share.what.state': 'karta kakva je sada',
  'share.what.latest': 'uvek početni prikaz najnovije verzije',
  'share.link': 'Link',
  'share.pinned': 'Link ka verziji podataka {version}',
  'share.pinned.note': 'Ko ga otvori, biće obavešten ako su podaci u međuvremenu promenjeni.',
  'share.script': 'Ugrađivanje skriptom: karta sama određuje visinu, a stranica može da upravlja njome',
  'share.iframe': 'Ugrađivanje pomoću elementa [[iframe]]: skripta nije potrebna',
  'share.picture': 'Slika sa linkom: tamo gde skripte i okviri nisu dozvoljeni',
  'share.picture.note':
    'Slika pokazuje početni prikaz, a link vodi na ono što je gore izabrano. Sliku ovog prikaza možete sačuvati pod „Preuzimanje i citiranje“ i njenu adresu staviti umesto [[card.png]].',
  'share.copy': 'Kopiraj',
  'share.copied': 'Kopirano',
  'share.copy.failed': 'Označite tekst i kopirajte ga',
  'share.copy.label': 'Kopiraj: {what}',
  'share.options': 'Mogućnosti',
  'share.controls': 'Komande',
  'share.controls.full': 'klizač i dugmad',
  'share.controls.minimal': 'klizač',
  'share.controls.none': 'bez komandi',
  'share.theme': 'Boje',
  'share.theme.auto': 'kao u sistemu čitaoca',
  'share.theme.light': 'svetle',
  'share.theme.dark': 'tamne',
  'share.troops': 'sa grafikonom vojnika',
  'share.language': 'Jezik',
  'share.preview': 'Pregled'
} satisfies Record<string, Message>;
