-- profile: geojson
-- title: Points with date and title: a GeoJSON file, or a table with longitude and latitude
-- based on: events-csv
-- expects: date, title, longitude, latitude
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

CREATE VIEW located AS SELECT *, longitude AS east, latitude AS north FROM source;
