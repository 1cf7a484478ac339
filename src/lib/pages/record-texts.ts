import type { Claim } from '../model/dataset.ts';

/*
 * What each claim says stands in the record, in the page: it does not travel a second time in the data. Both are too far
 * apart for compression to notice.
 */

export const withoutTexts = (claims: readonly Claim[]): Claim[] => claims.map((claim) => ({ ...claim, what: '' }));

/** The claims with what they say, read from the record; a page that others have changed may have lost one. */
export function textsFromRecord(claims: readonly Claim[], page: Document): Claim[] {
  return claims.map((claim) =>
    claim.what ? claim : { ...claim, what: page.querySelector(`#claim-${claim.id} p`)?.textContent ?? claim.id }
  );
}
