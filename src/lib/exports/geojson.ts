import { onGlobe } from '../model/longitude.ts';
import type { Language } from '../i18n/language.ts';
import type { Certainty, EventPlace } from '../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';
import type { UncertainDate } from '../model/time.ts';
import { aboutFile } from './about-file.ts';
import type { Selected, SelectedEvent } from './selection.ts';
import { jsonFgTime, plainDate, timespanOf } from './when.ts';

/** The terms of Linked Places for how certain a time or a place is. */
const LPF_CERTAINTY = { high: 'certain', medium: 'less-certain', low: 'uncertain' } as const satisfies Record<
  Certainty,
  string
>;
const STRONGEST: readonly Certainty[] = ['high', 'medium', 'low'];

/**
 * RFC 7946: one feature for each event and each of its places. `geometry: null` for an event whose place no article
 * states, or only as a country or larger. An event at two places is two features with the same `event`: count distinct
 * values of `event`, not features. Cities outside the map have their true position and `onMap: false`.
 * Times are given as Linked Places `when`, JSON-FG `time`, and flat `t0` and `t1`: whole days since 1970-01-01 UTC.
 */
export function writeGeoJson(language: Language, index: DatasetIndex, selected: Selected) {
  return {
    type: 'FeatureCollection' as const,
    name: 'events',
    about: aboutFile(language, index, selected),
    units: {
      t0: 'days since 1970-01-01, UTC',
      t1: 'days since 1970-01-01, UTC',
      accuracyM: 'metres',
      position: 'WGS 84, longitude latitude'
    },
    features: featuresOf(index, selected)
  };
}

function* featuresOf(index: DatasetIndex, selected: Selected) {
  for (const event of selected.events) {
    const places: (EventPlace | null)[] = event.event.places.length ? event.event.places : [null];
    for (const place of places) yield featureOf(index, selected, event, place);
  }
}

export type EventFeature = ReturnType<typeof featureOf>;

function featureOf(index: DatasetIndex, selected: Selected, shown: SelectedEvent, place: EventPlace | null) {
  const { event, claims } = shown;
  const { earliest, latest, basis } = event.date;
  const span = timespanOf(event.date, event.extent);
  const articles = [...new Set(claims.map(({ claim }) => claim.article))];
  const certainty = certaintyOf(shown);
  return {
    type: 'Feature' as const,
    id: place ? `${event.id}/${place.ref}` : event.id,
    geometry: geometryOf(index, place),
    when: span && { timespans: [span], certainty: LPF_CERTAINTY[certainty], label: event.date.edtf },
    time: jsonFgTime(event.date),
    properties: {
      event: event.id,
      title: event.title,
      kind: event.kind,
      kindLabel: labelOf(index.dataset.codes, 'kinds', event.kind),
      t0: earliest,
      t1: latest,
      ...dateProperties(event.date),
      extent: event.extent,
      dateBasis: basis,
      planned: event.planned,
      presence: shown.presence,
      certainty,
      ...placeProperties(index, place),
      figures: shown.figures.map((figure) => ({
        measure: figure.measure,
        party: figure.party,
        severity: figure.severity,
        // “About 3” bounds nothing.
        lower: figure.about.lower ? null : figure.lower,
        upper: figure.about.upper ? null : figure.upper,
        claims: figure.statements.map(({ claim }) => claim.id)
      })),
      claims: claims.map(({ claim }) => claim.id),
      claimRoles: claims.map(({ claim, role, basis: join, reported, why }) => ({
        claim: claim.id,
        role,
        basis: join,
        reported,
        why: why ?? null
      })),
      articles,
      published: articles.map((id) => index.articles.get(id)!.published.edtf),
      origins: [...new Set(claims.map(({ claim }) => claim.origin))],
      relations: selected.relations
        .filter((relation) =>
          [...relation.claims, ...relation.with].some((id) => claims.some(({ claim }) => claim.id === id))
        )
        .map(({ id, type, claims: these, with: those, show }) => ({ id, type, claims: these, with: those, show })),
      labels: event.labels.filter((label) => claims.some(({ claim }) => claim.id === label.claim)),
      note: event.note ?? null,
      dataVersion: index.dataset.info.version
    }
  };
}

/** Not `from`, `to` or `end`: these are keywords in databases that import such files. */
function dateProperties(date: UncertainDate) {
  const { edtf, from, to, possibleFrom, possibleTo, approximate, uncertain } = plainDate(date);
  return {
    date: edtf,
    dateFrom: from,
    dateTo: to,
    datePossibleFrom: possibleFrom,
    datePossibleTo: possibleTo,
    dateApproximate: approximate,
    dateUncertain: uncertain
  };
}

/** The highest certainty of the claims that state the event; those about circumstances do not count. */
function certaintyOf({ claims }: SelectedEvent): Certainty {
  const stating = claims.filter(({ role }) => role !== 'context').map(({ claim }) => claim.certainty);
  return STRONGEST.find((level) => stating.includes(level)) ?? 'low';
}

function geometryOf(index: DatasetIndex, place: EventPlace | null): GeoJSON.Geometry | null {
  if (!place) return null;
  const site = index.sites.get(place.ref);
  return site
    ? { type: 'Point', coordinates: [onGlobe(site.lngLat[0]), site.lngLat[1]] }
    : (index.areas.get(place.ref)?.geometry ?? null);
}

/** Every feature has the same keys, so that a table of them has the same columns in every row. */
function placeProperties(index: DatasetIndex, place: EventPlace | null) {
  const site = place ? index.sites.get(place.ref) : undefined;
  const area = place ? index.areas.get(place.ref) : undefined;
  const names = (site ?? area)?.names;
  return {
    place: place?.ref ?? null,
    placeName: names?.en ?? null,
    placeNames: names ?? null,
    placeBasis: place?.basis ?? null,
    placePrecision: place?.precision ?? null,
    placeNote: place?.note ?? null,
    placeExternalFacts: place?.external ?? [],
    accuracyM: site?.accuracyM ?? null,
    onMap: site ? !site.offMap : (area?.geometry ?? null) !== null,
    geometrySource: (site ?? area)?.source ?? null,
    geometryLicence: (site ?? area)?.licence ?? null
  };
}
