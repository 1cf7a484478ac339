-- profile: events-csv
-- title: A table of events, one a row: date, end, lat, lon, title, kind, place, source, url, killed, injured
-- expects: date, lat, lon, title
-- may have: id, end, kind, place, source, source_date, url, killed, killed_low, killed_high, injured, description
-- sharing: all
-- dates: ask
-- zero: ask
-- Licence of the source: say it here, and in `release` below. The maker of the table is its publisher.

CREATE VIEW release AS
SELECT
  'table' AS id,
  getvariable('file') AS title,
  'The maker of the table' AS publisher,
  'table-maker' AS agent,
  'The maker of the table' AS agent_name,
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
SELECT
  _row,
  source.id,
  'row' AS prefix,
  kind_ids.id AS kind,
  text_of(title) AS title,
  coalesce(text_of(description), text_of(title)) AS what,
  span_of(edtf_of(date), edtf_of("end")) AS edtf,
  coalesce(date_fault(date), CASE WHEN known("end") IS NOT NULL THEN date_fault("end") END, span_fault(edtf_of(date), edtf_of("end"))) AS date_problem,
  degrees_of(lon) AS lon,
  degrees_of(lat) AS lat,
  concat_ws(', ', lat, lon) AS coordinates,
  text_of(source.place) AS place,
  'named_point' AS precision,
  [
    {measure: 'killed', party: 'all', low: killed_low, best: killed, high: killed_high},
    {measure: 'injured', party: 'all', low: NULL, best: injured, high: NULL}
  ] AS figures,
  CASE WHEN known(source) IS NOT NULL OR known(url) IS NOT NULL
    THEN [{title: coalesce(text_of(source), text_of(url)), url: known(url), day: edtf_of(source_date)}] END AS sources,
  concat_ws(', ', text_of(source), known(url)) AS source_text
FROM source LEFT JOIN kind_ids ON kind_ids.word = coalesce(text_of(source.kind), 'Event');
