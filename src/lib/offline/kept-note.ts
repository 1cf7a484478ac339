/**
 * The page with its note shown: that it is a copy, kept on `keptAt`. The note is prerendered hidden, in the page's
 * language and with a date in each month to make this one from (KeptNote.svelte).
 */
export function withKeptNote(html: string, keptAt: Date): string {
  return html.replace(
    /(<p[^>]* data-kept[^>]*?) hidden(?:="")?([^>]*>[^<]*<time[^>]* data-months="([^"]*)"[^>]*>)/,
    (_, before: string, after: string, months: string) => {
      const day = months.split('|')[keptAt.getMonth()] ?? '';
      return `${before}${after}${day.replace('2000', String(keptAt.getFullYear())).replace(/\b1\b/, String(keptAt.getDate()))}`;
    }
  );
}
