import type { Message } from '../message.ts';

/** The rest of the page: head, filters, legend, footer. */
export const page = {
  'page.about': 'Për të dhënat',
  'page.languages': 'Gjuhët',
  'page.names': 'Emrat e vendeve',
  'page.skip.time': 'Kalo te rrëshqitësi i kohës',
  'page.lanes': 'Vija kohore',
  'page.skip': 'Kalo te lista e ngjarjeve',
  'page.map': 'Harta',
  'page.list': 'Çfarë raportojnë artikujt',
  'page.time': 'Koha',
  'page.filters': 'Filtri',
  'page.kinds': 'Llojet e ngjarjeve',
  'page.articles': 'Artikujt që merren parasysh',
  'page.external': 'Shfaq fakte nga jashtë artikujve',
  'page.external.note': 'Asnjë pohim nuk mbështetet në to; kur mbështetet një vend, kjo thuhet.',
  'page.showAll': 'Shfaq gjithçka',
  'page.dropped': 'Një pjesë e adresës së internetit nuk u kuptua dhe nuk u mor parasysh: {what}.',
  'page.changed':
    'Ky lidhës është bërë me versionin {from} të të dhënave; tani të dhënat janë në versionin {to}. Ajo që shfaq lidhësi mund të ketë ndryshuar ndërkohë.',
  'page.changed.frozen': 'Shih versionin {version}',
  'page.frozen': 'Ky është versioni {version} i të dhënave, i ruajtur siç ishte.',
  'page.frozen.now': 'Te versioni i sotëm, {version}',
  'page.record': 'Çdo ngjarje, pohim dhe burim, në faqen e gjithë hartës',
  'page.noscript':
    'Pa JavaScript harta dhe rrëshqitësi nuk lëvizin; të gjitha ngjarjet, pohimet dhe burimet janë në listën më poshtë.',
  'page.noscript.item':
    'Pa JavaScript harta dhe rrëshqitësi nuk lëvizin; çdo ngjarje, pohim dhe burim është në regjistrin e plotë.',
  'page.late':
    'Programi i kësaj faqeje nuk ka ardhur, prandaj këtu asgjë nuk lëviz. Është vizatuar pamja e parë: {drawn}.',
  'page.late.asked': 'Lidhësi kërkon një pamje tjetër',
  'page.late.again': 'Ngarkoje përsëri',
  'page.disk':
    'Kjo faqe u hap nga një disk, ku shfletuesit nuk e ekzekutojnë programin e saj: këtu asgjë nuk lëviz. Vendoseni dosjen e saj në një server uebi. Në këtë kompjuter e bën këtë komanda vijuese, e dhënë brenda dosjes, dhe ajo tregon adresën:',
  'page.coming': 'Përshkrimet po ngarkohen ende.',
  'page.coming.lost': 'Përshkrimet nuk u ngarkuan dot.',
  'page.lost': 'Kjo pjesë nuk u ngarkua.',
  'page.retry': 'Provo përsëri',
  'page.kept': 'Faqja nuk arrihet dot. Kopja e ruajtur në këtë pajisje:',
  'page.articleCount': { one: '{n} artikull, jo pasqyrë e plotë', other: '{n} artikuj, jo pasqyrë e plotë' },
  'page.unreachable':
    'Kjo pjesë e faqes nuk u ngarkua dot. Gjithçka që ka ajo gjendet edhe në regjistrin e plotë më poshtë.',
  'page.version': 'Versioni {version} i të dhënave',
  'years.title': 'Vitet'
} satisfies Record<string, Message>;
