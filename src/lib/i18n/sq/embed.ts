import type { Message } from '../message.ts';

/** The embedded map, and the dialog with the code to embed it. */
export const embed = {
  'embed.full': 'Hap hartën e plotë',
  'embed.full.label': 'Hap hartën e plotë për këtë ditë, në skedë të re',
  'embed.close': 'Kthehu te dita',
  'embed.events': 'Ngjarjet',
  'embed.here': 'Zgjedhja',
  'share.open': 'Shpërndaj dhe vendos në faqe',
  'share.title': 'Shpërndaj dhe vendos në faqe',
  'share.what': 'Çfarë të shpërndahet',
  'share.what.state': 'harta siç është tani',
  'share.what.latest': 'gjithmonë pamja fillestare e versionit të fundit',
  'share.link': 'Lidhësi',
  'share.pinned': 'Lidhësi për versionin {version} të të dhënave',
  'share.pinned.note': 'Kush e hap, njoftohet nëse të dhënat kanë ndryshuar ndërkohë.',
  'share.script': 'Vendosje me skript: e cakton vetë lartësinë; faqja mund ta drejtojë',
  'share.iframe': 'Vendosje me iframe: nuk kërkon skript',
  'share.picture': 'Figurë me lidhës: ku skriptet dhe kornizat nuk lejohen',
  'share.picture.note':
    'Figura tregon pamjen fillestare; lidhësi të çon te ajo që është zgjedhur më sipër. Figurën e kësaj pamjeje mund ta ruani te “Shkarkim dhe citim” dhe të vini adresën e saj në vend të card.png.',
  'share.copy': 'Kopjo',
  'share.copied': 'U kopjua',
  'share.copy.failed': 'Zgjidhni tekstin dhe kopjojeni',
  'share.copy.label': 'Kopjo: {what}',
  'share.options': 'Opsionet',
  'share.controls': 'Komandat',
  'share.controls.full': 'rrëshqitësi dhe butonat',
  'share.controls.minimal': 'rrëshqitësi',
  'share.controls.none': 'asnjë',
  'share.theme': 'Ngjyrat',
  'share.theme.auto': 'si në sistemin e lexuesit',
  'share.theme.light': 'të çelëta',
  'share.theme.dark': 'të errëta',
  'share.troops': 'me grafikun e trupave',
  'share.language': 'Gjuha',
  'share.preview': 'Parapamja'
} satisfies Record<string, Message>;
