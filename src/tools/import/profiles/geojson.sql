-- profile: geojson
-- title: Points with date and title: a GeoJSON file, or a table with longitude and latitude
-- expects: date, title, longitude, latitude
-- may have: id, end, kind, place, source, source_date, url, killed, killed_low, killed_high, injured, description
-- sharing: all
-- dates: ask
-- zero: ask
-- Licence of the source: say it here, and in `release` below. The maker of the table is its publisher.

CREATE VIEW release AS
SELECT
  'geojson' AS id,
  getvariable('file') AS title,
  'The maker of the file' AS publisher,
  'file-maker' AS agent,
  'The maker of the file' AS agent_name,
  NULL AS url,
  NULL AS published,
  'Rows of a table, as its maker wrote them.' AS reliability,
  'Not stated: ask the maker of the table' AS licence,
  'https://example.org/' AS licence_href,
  NULL AS credit,
  'Events of ' || getvariable('file') AS map_title;

-- The ten most frequent kinds, and one for all others.
CREATE VIEW kind_words AS
WITH words AS (SELECT coalesce(text_of(kind), 'Event') AS word, count(*) AS n FROM source GROUP BY word)
SELECT word, n, row_number() OVER (ORDER BY n DESC, word) AS place FROM words;

CREATE VIEW kind_ids AS
SELECT word,
  CASE WHEN place <= 10 THEN 'kind_' || replace(id_of(word, word, 'kind'), '-', '_') ELSE 'other' END AS id,
  CASE WHEN place <= 10 THEN word ELSE 'Other' END AS label,
  least(place, 11) AS place
FROM kind_words;

CREATE VIEW kinds AS
SELECT id, any_value(label) AS label, NULL AS description,
  ['circle', 'diamond', 'square', 'hexagon', 'triangle', 'bell', 'chevron', 'flag', 'bubble', 'ballot', 'burst'][min(place)] AS shape,
  'civic' AS colour
FROM kind_ids GROUP BY id ORDER BY min(place);

CREATE VIEW mapped AS
WITH read AS (
  SELECT *, edtf_of(date) AS began, edtf_of("end") AS ended, text_of(title) AS event_title, text_of(source) AS source_title,
    text_of(kind) AS kind_word, known(url) AS address
  FROM source AS source_table
)
SELECT
  _row,
  read.id,
  'row' AS prefix,
  kind_ids.id AS kind,
  event_title AS title,
  coalesce(text_of(description), event_title) AS what,
  span_of(began, ended) AS edtf,
  coalesce(
    CASE WHEN began IS NULL THEN date_fault(date) END,
    CASE WHEN ended IS NULL AND known("end") IS NOT NULL THEN date_fault("end") END,
    span_fault(began, ended)
  ) AS date_problem,
  degrees_of(longitude) AS lon,
  degrees_of(latitude) AS lat,
  concat_ws(', ', latitude, longitude) AS coordinates,
  text_of(read.place) AS place,
  'named_point' AS precision,
  [
    {measure: 'killed', party: 'all', low: killed_low, best: killed, high: killed_high},
    {measure: 'injured', party: 'all', low: NULL, best: injured, high: NULL}
  ] AS figures,
  CASE WHEN source_title IS NOT NULL OR address IS NOT NULL
    THEN [{title: coalesce(source_title, text_of(url)), url: address, day: edtf_of(source_date)}] END AS sources,
  concat_ws(', ', source_title, address) AS source_text
FROM read LEFT JOIN kind_ids ON kind_ids.word = coalesce(kind_word, 'Event');
