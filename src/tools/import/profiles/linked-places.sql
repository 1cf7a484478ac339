-- profile: linked-places
-- title: Linked Places (GeoJSON with `when`), one event or place a feature
-- expects: _when, title, longitude, latitude, geometry_type
-- may have: _@id, _names, _types, _links, _descriptions, description
-- sharing: all
-- Licence of the source: say it here, and in `release` below.
--
-- Only features with a point are used. Of several time spans the first is.

CREATE VIEW release AS
SELECT
  'linked-places' AS id,
  coalesce(nullif(getvariable('layer'), ''), getvariable('file')) AS title,
  'The maker of the file' AS publisher,
  'file-maker' AS agent,
  'The maker of the file' AS agent_name,
  NULL AS url,
  NULL AS published,
  'Records of a file, as its maker wrote them.' AS reliability,
  'Not stated: ask the maker of the file' AS licence,
  'https://example.org/' AS licence_href,
  NULL AS credit,
  'Places of ' || getvariable('file') AS map_title;

CREATE VIEW typed AS
SELECT *, coalesce(text_of("_types"->>'$[0].label'), text_of("_types"->>'$[0].sourceLabels[0].label'), text_of("_types"->>'$[0].identifier'), 'Place') AS word
FROM source;

CREATE VIEW kind_ids AS FROM kind_ids_of('typed');
CREATE VIEW kinds AS FROM kinds_of('kind_ids');

CREATE VIEW mapped AS
WITH timed AS (
  SELECT *,
    coalesce("_when"->>'$.timespans[0].start.in', "_when"->>'$.timespans[0].start.earliest', "_when"->>'$.timespans[0].start.latest') AS started,
    coalesce("_when"->>'$.timespans[0].end.in', "_when"->>'$.timespans[0].end.latest', "_when"->>'$.timespans[0].end.earliest') AS ended,
    coalesce(text_of(title), text_of("_names"->>'$[0].toponym')) AS label
  FROM typed
),
dated AS (SELECT *, edtf_of(started) AS began, edtf_of(ended) AS stopped FROM timed)
SELECT
  _row,
  "_@id" AS id,
  'place' AS prefix,
  kind_ids.id AS kind,
  dated.label AS title,
  coalesce(text_of(description), text_of("_descriptions"->>'$[0].value'), dated.label) AS what,
  span_of(began, stopped) AS edtf,
  coalesce(
    CASE WHEN began IS NULL THEN date_fault(started) END,
    CASE WHEN stopped IS NULL AND known(ended) IS NOT NULL THEN date_fault(ended) END,
    span_fault(began, stopped)
  ) AS date_problem,
  'The record gives the time span.' AS date_basis,
  degrees_of(longitude) AS lon,
  degrees_of(latitude) AS lat,
  concat_ws(', ', latitude, longitude) AS coordinates,
  coalesce(text_of("_names"->>'$[0].toponym'), dated.label) AS place,
  'named_point' AS precision,
  list_filter(
    list_concat(["_@id"], from_json(coalesce("_links"->>'$[*].identifier', '[]')::JSON, '["VARCHAR"]')),
    lambda one: regexp_full_match(one, 'https?://[^/\s@]+\.[^\s@]+')
  ) AS same_as
FROM dated JOIN kind_ids USING (word);
