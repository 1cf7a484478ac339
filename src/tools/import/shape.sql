-- From what a profile maps (`taken`) to rows that are events (`used`) or refused. Nothing here knows a source.

CREATE TABLE judged AS
WITH span AS (
  -- Where most rows lie: a row outside that would lie inside with its coordinates exchanged has them swapped.
  SELECT count(*) AS n, quantile_cont(lat, 0.05) AS south, quantile_cont(lat, 0.95) AS north,
    quantile_cont(lon, 0.05) AS west, quantile_cont(lon, 0.95) AS east
  FROM taken WHERE abs(lat) <= 90 AND abs(lon) <= 180 AND NOT (lat = 0 AND lon = 0)
),
margins AS (SELECT *, greatest(1, (north - south) / 2) AS dy, greatest(1, (east - west) / 2) AS dx FROM span),
faulty AS (
  SELECT taken.*,
    CASE
      WHEN date_problem IS NOT NULL THEN date_problem
      WHEN edtf IS NULL THEN 'no date'
      WHEN (lon IS NULL OR lat IS NULL) AND known(replace(coordinates, ',', '')) IS NULL THEN 'no place'
      WHEN lon IS NULL OR lat IS NULL THEN 'coordinates that are no degrees'
      WHEN abs(lat) > 90 AND abs(lat) <= 180 AND abs(lon) <= 90 THEN 'latitude and longitude swapped'
      WHEN abs(lat) > 90 OR abs(lon) > 180 THEN 'impossible coordinates'
      WHEN lat = 0 AND lon = 0 THEN 'coordinates 0, 0'
      WHEN n >= 20
        AND (lat NOT BETWEEN south - dy AND north + dy OR lon NOT BETWEEN west - dx AND east + dx)
        AND lon BETWEEN south - dy AND north + dy AND lat BETWEEN west - dx AND east + dx
        THEN 'latitude and longitude swapped'
      WHEN problem IS NOT NULL THEN problem
      WHEN kind IS NULL OR kind NOT IN (SELECT id FROM kinds) THEN 'a kind that the profile does not know'
    END AS fault
  FROM taken, margins
),
keyed AS (SELECT *, slug(id) AS own FROM faulty)
SELECT *,
  prefix || '-' || CASE WHEN own = '' THEN left(md5(concat_ws('|', edtf, lon, lat, title, kind, source_text)), 12) ELSE own END AS key
FROM keyed;

-- Of rows with one key, which it is. Most keys are there once: only the others are ordered.
CREATE TABLE turns AS
SELECT _row, row_number() OVER (PARTITION BY key, fault IS NULL ORDER BY _row) AS turn
FROM judged WHERE hash(key) IN (SELECT hash(key) FROM judged GROUP BY hash(key) HAVING count(*) > 1);

CREATE VIEW rows AS
SELECT judged.*,
  CASE
    WHEN fault IS NOT NULL THEN fault
    WHEN turn > 1 AND own <> '' THEN 'its id stands in an earlier row'
  END AS cause,
  key || CASE WHEN turn > 1 THEN '-' || turn ELSE '' END AS event
FROM judged LEFT JOIN turns USING (_row);

CREATE TABLE used AS
WITH chosen AS (
  SELECT * EXCLUDE (fault, problem, date_problem, key, own, cause, place, title, what),
    first_day(edtf) AS d0,
    final_day(edtf) AS d1,
    first_possible(edtf) AS soft0,
    final_possible(edtf) AS soft1,
    coalesce(place, format('{:.3f}, {:.3f}', lat, lon)) AS place,
    coalesce(title, what, place, 'An event without a title') AS title,
    coalesce(what, title, place, 'An event without a title') AS what,
    precision IN ('admin2_set', 'region', 'country', 'supranational') AS in_area,
    coalesce(accuracy_m, CASE precision WHEN 'named_building' THEN 200 WHEN 'town' THEN 5000 WHEN 'village' THEN 2000 ELSE 1000 END) AS accuracy,
    list_filter(sources, lambda one: one.day IS NOT NULL) AS dated_ever
  FROM rows WHERE cause IS NULL
),
since AS (
  SELECT * EXCLUDE (dated_ever),
    CASE WHEN len(dated_ever) > 0
      THEN list_filter(dated_ever, lambda one: one.day >= strftime(d0, '%Y-%m-%d')[1:length(one.day)]) END AS dated
  FROM chosen
),
picked AS (
  -- All that the row says had been published once the last of its sources had.
  SELECT *, list_filter(dated, lambda one: one.day = list_max(list_transform(dated, lambda each: each.day)))[1] AS source
  FROM since
),
counted AS (
  SELECT * EXCLUDE (figures),
    list_transform(
      list_filter(figures, lambda one: CASE WHEN count_of(one.best) IS NOT NULL THEN true ELSE known(one.best) IS NOT NULL END),
      lambda one: {measure: one.measure, party: one.party, low: count_of(one.low), best: count_of(one.best), high: count_of(one.high)}
    ) AS figures
  FROM picked
),
ordered AS (
  SELECT * EXCLUDE (figures),
    list_filter(figures, lambda one: one.best IS NULL OR one.best <> 0 OR one.high > 0 OR getvariable('zero') = 'none') AS figures,
    len(list_filter(figures, lambda one: one.best = 0 AND coalesce(one.high, 0) = 0)) > 0 AND getvariable('zero') <> 'none' AS is_zero,
    len(list_filter(figures, lambda one: one.best IS NULL)) > 0 AS is_unread
  FROM counted
)
SELECT * EXCLUDE (source, dated),
  CASE WHEN source IS NULL THEN (SELECT id FROM release)
    ELSE id_of(source.title, concat_ws('|', source.title, source.url, source.day), 'source') END AS article,
  source.title AS source_title,
  source.day AS source_day,
  CASE WHEN regexp_full_match(source.url, 'https?://[^/\s@]+\.[^\s@]+') THEN source.url END AS source_url,
  source IS NULL AND len(sources) > 0 AS is_undated,
  id_of(place, concat_ws('|', printf('%.6f', lon), printf('%.6f', lat), place, precision, accuracy), 'place') AS place_id,
  len(list_filter(figures, lambda one: one.low > one.best OR one.best > one.high)) > 0 AS is_disordered
FROM ordered;

CREATE TABLE refused AS SELECT _row, cause FROM rows WHERE cause IS NOT NULL;

DROP VIEW rows;
DROP TABLE judged;

-- Of the whole table, also where a part of it is written.
SET VARIABLE last_day = (SELECT strftime(max(coalesce(d1, d0)), '%Y-%m-%d') FROM used);
CREATE VIEW release_line AS
SELECT *, coalesce(published, getvariable('last_day') || '/..') AS published_edtf,
  CASE WHEN published IS NULL THEN 'Its day is not stated: not before the last day that it tells of.'
    ELSE 'The release names its year, or its day.' END AS published_basis
FROM release;
