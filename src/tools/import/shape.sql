-- From what a profile maps (`taken`) to the things of a data folder. Nothing here knows a source.

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

CREATE VIEW release_line AS
SELECT *, coalesce(published, (SELECT strftime(max(coalesce(d1, d0)), '%Y-%m-%d') FROM used) || '/..') AS published_edtf,
  CASE WHEN published IS NULL THEN 'Its day is not stated: not before the last day that it tells of.'
    ELSE 'The release names its year, or its day.' END AS published_basis
FROM release;

CREATE TABLE places AS
SELECT place_id AS id, any_value(lon) AS lon, any_value(lat) AS lat, any_value(place) AS name,
  any_value(precision) AS precision, any_value(accuracy) AS accuracy, any_value(in_area) AS in_area, count(*) AS n,
  min(_row) AS first_row
FROM used GROUP BY place_id;

CREATE TABLE agents AS
SELECT id_of(name, name, 'side') AS id, name, any_value(same_as) AS same_as
FROM (SELECT unnest(actors, recursive := true) FROM used)
GROUP BY name;

CREATE TABLE articles AS
SELECT article AS id, any_value(source_title) AS title, any_value(source_day) AS day, any_value(source_url) AS url, count(*) AS n
FROM used GROUP BY article;

CREATE MACRO claim_id(event) AS event || '-01';

-- A figure of three that stand in order is an estimate; one that is alone is as stated; three out of order are kept as
-- stated, as what they may be read as.
CREATE MACRO quantity_json(one) AS
  '{"measure":' || plain(one.measure) || ',"unit":"persons"' || member('party', plain(one.party)) ||
  CASE
    WHEN one.low > one.best OR one.best > one.high OR one.low > one.high THEN
      ',"bound":"ambiguous","value":' || one.best || ',"lower":null,"upper":null' ||
      ',"expressedAs":' || quoted(concat_ws(', ', 'low ' || one.low, 'best ' || one.best, 'high ' || one.high)) ||
      ',"ambiguity":"The estimates of the row are out of order."' ||
      ',"readings":[' || concat_ws(',',
        '{"reading":"low estimate","count":' || one.low || '}',
        '{"reading":"best estimate","count":' || one.best || '}',
        '{"reading":"high estimate","count":' || one.high || '}') || ']'
    WHEN one.low IS NOT NULL AND one.high IS NOT NULL THEN
      ',"bound":"estimate","value":' || one.best || ',"lower":' || one.low || ',"upper":' || one.high
    ELSE ',"bound":"exact","value":' || one.best || ',"lower":' || one.best || ',"upper":' || one.best
  END || '}';

CREATE VIEW claim_lines AS
SELECT used.article, used._row,
  '{"id":' || plain(claim_id(event)) ||
  ',"locator":{"row":' || used._row || member('id', quoted(known(used.id))) || '}' ||
  ',"attribution":[{"agent":' || quoted(release.agent) || ',"role":"outlet_voice"}],"voice":"outlet"' ||
  ',"origin":' || quoted(release.id) || ',"topic":' || plain(kind) || ',"modality":"reported_fact"' ||
  ',"what":' || quoted(what) ||
  ',"quantities":[' || array_to_string(list_transform(list_filter(figures, lambda one: one.best IS NOT NULL), lambda one: quantity_json(one)), ',') || ']' ||
  ',"places":[{"ref":' || plain(place_id) || ',"role":"' || CASE WHEN in_area THEN 'in' ELSE 'at' END || '","precision":' || plain(precision) || '}]' ||
  ',"actors":[' || array_to_string(list_distinct(list_transform(actors, lambda one: quoted(id_of(one.name, one.name, 'side')))), ',') || ']' ||
  ',"date":{"edtf":' || plain(edtf) || ',"basis":' || quoted(date_basis) || '}' ||
  ',"saidOn":' || plain(coalesce(source_day, release.published_edtf)) ||
  ',"certainty":' || plain(certainty) ||
  CASE WHEN getvariable('sharing') = 'shown' THEN '' ELSE member('note', quoted('The row names as its source: “' || translate(nullif(source_text, ''), '“”„', '‘’‚') || '”')) END ||
  '}' AS line
FROM used, release_line AS release;

CREATE VIEW event_lines AS
SELECT _row,
  '{"id":' || plain(event) || ',"kind":' || plain(kind) || ',"title":' || quoted(title) ||
  ',"date":{"edtf":' || plain(edtf) || ',"basis":' || quoted(date_basis) || '},"extent":"within"' ||
  ',"places":[{"ref":' || plain(place_id) || ',"basis":"article","precision":' || plain(precision) || '}]' ||
  ',"claims":[{"id":' || plain(claim_id(event)) || '}],"labels":[]' ||
  CASE WHEN len(same_as) > 0 THEN ',"sameAs":' || quoted(list_distinct(same_as)) ELSE '' END ||
  '}' AS line
FROM used ORDER BY _row;

CREATE VIEW site_lines AS
SELECT '{"type":"Feature","properties":{"id":' || quoted(places.id) ||
  ',"kind":"' || CASE precision WHEN 'named_building' THEN 'building' WHEN 'named_point' THEN 'point' ELSE precision END || '"' ||
  ',"names":{"en":' || quoted(name) || '},"accuracyM":' || accuracy ||
  ',"offMap":false,"nameBasis":"article","context":false,"source":' || quoted(release.title) ||
  ',"licence":' || quoted(release.licence) || ',"geonames":null,"wikidata":null}' ||
  ',"geometry":{"type":"Point","coordinates":[' || lon || ',' || lat || ']}}' AS line
FROM places, release WHERE NOT in_area ORDER BY first_row;

-- An area of which the table gives a point alone: no outline; where it is no country, a mark stands at the point.
CREATE VIEW area_lines AS
SELECT '{"type":"Feature","properties":{"id":' || quoted(places.id) ||
  ',"kind":"' || CASE precision WHEN 'admin2_set' THEN 'district' WHEN 'region' THEN 'region' WHEN 'country' THEN 'country' ELSE 'supranational' END || '"' ||
  ',"names":{"en":' || quoted(name) || '},"label":' ||
  CASE WHEN precision IN ('admin2_set', 'region') THEN '[' || lon || ',' || lat || ']' ELSE 'null' END ||
  ',"source":' || quoted(release.title) || ',"licence":' || quoted(release.licence) ||
  ',"note":"The table gives a point for it, and no outline."},"geometry":null}' AS line
FROM places, release WHERE in_area ORDER BY first_row;

CREATE VIEW agent_lines AS
SELECT '{"id":' || quoted(agent) || ',"name":' || quoted(agent_name) || ',"kind":"organisation"}' AS line FROM release
UNION ALL
SELECT '{"id":' || quoted(id) || ',"name":' || quoted(name) || ',"kind":"organisation"' ||
  CASE WHEN same_as IS NULL THEN '' ELSE ',"sameAs":[' || quoted(same_as) || ']' END || '}'
FROM (SELECT * FROM agents ORDER BY id);

CREATE VIEW article_heads AS
SELECT articles.id,
  '{"id":' || quoted(articles.id) ||
  ',"title":' || quoted(CASE WHEN articles.id = release.id THEN release.title ELSE coalesce(articles.title, 'A source without a title') END) ||
  ',"publisher":' || quoted(release.publisher) || ',"publisherAgent":' || quoted(release.agent) ||
  ',"publisherBasis":"The rows are read from its table.","publisherConfidence":"high"' ||
  ',"url":' || coalesce(quoted(CASE WHEN articles.id = release.id THEN release.url ELSE articles.url END), 'null') ||
  ',"reported":{"edtf":' || quoted(coalesce(day, release.published_edtf)) || ',"confidence":"unknown"}' ||
  ',"published":{"edtf":' || quoted(coalesce(day, release.published_edtf)) ||
  ',"basis":' || quoted(CASE WHEN day IS NULL THEN release.published_basis ELSE 'The rows name the source with this day.' END) ||
  ',"confidence":"medium"},"crawled":null,"language":"en"' ||
  ',"translation":"Rows of a table; what the sources say was not read."' ||
  ',"original":' || quoted(CASE WHEN articles.id = release.id THEN 'The sources that the rows name.' ELSE 'A source that rows of the table name.' END) ||
  ',"reliability":' || quoted(release.reliability) ||
  ',"table":{"file":' || quoted(getvariable('file')) || '}' AS head
FROM articles, release_line AS release;
