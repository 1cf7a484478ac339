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

CREATE VIEW kind_words AS SELECT coalesce(text_of(kind), 'Event') AS word FROM source;
CREATE VIEW kind_ids AS FROM kind_ids_of('kind_words');
CREATE VIEW kinds AS FROM kinds_of('kind_ids');

-- Where each row is. A profile that is based on this one may take it from other columns.
CREATE VIEW located AS SELECT *, lon AS east, lat AS north FROM source;

CREATE VIEW mapped AS
WITH read AS (
  SELECT *, edtf_of(date) AS began, edtf_of("end") AS ended, text_of(title) AS event_title, text_of(source) AS source_title,
    text_of(kind) AS kind_word, known(url) AS address
  FROM located
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
  degrees_of(east) AS lon,
  degrees_of(north) AS lat,
  concat_ws(', ', north, east) AS coordinates,
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
