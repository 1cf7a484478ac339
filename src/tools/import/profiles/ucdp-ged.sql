-- profile: ucdp-ged
-- title: UCDP Georeferenced Event Dataset (GED), any version
-- expects: id, type_of_violence, where_prec, where_coordinates, date_prec, date_start, date_end, latitude, longitude, low, best, high
-- may have: side_a, side_b, side_a_new_id, side_b_new_id, adm_1, adm_2, country, source_article, source_original, where_description, event_clarity, deaths_a, deaths_b, deaths_civilians, deaths_unknown, number_of_sources
-- sharing: all
-- Licence of the source: CC BY 4.0. Rows may be shown and handed on, with credit.
--
-- where_prec: 1 a place; 2 within about 25 km of it; 3 a district; 4 a province; 5 a part of a country, a line; 6 a
-- country; 7 waters or air. From 3 on the coordinates stand for an area: the map marks an area without an outline, no place.
-- date_prec: 1 a day; 2 two to six days; 3 a week; 4 a month; 5 up to a year: the date is from date_start to date_end.

CREATE VIEW release AS
WITH version AS (
  SELECT coalesce(nullif(regexp_extract(getvariable('file'), '(?i)ged[^0-9]*([0-9]{2})[._-]?([0-9])', ['major', 'minor']).major, ''),
                  nullif(regexp_extract(getvariable('layer'), '(?i)v([0-9]{2})_([0-9])', ['major', 'minor']).major, '')) AS major,
         coalesce(nullif(regexp_extract(getvariable('file'), '(?i)ged[^0-9]*([0-9]{2})[._-]?([0-9])', 2), ''),
                  nullif(regexp_extract(getvariable('layer'), '(?i)v([0-9]{2})_([0-9])', 2), '')) AS minor
)
SELECT
  'ucdp-ged' AS id,
  'UCDP Georeferenced Event Dataset (GED)' || coalesce(' ' || major || '.' || minor, '') AS title,
  'UCDP' AS publisher,
  'ucdp' AS agent,
  'Uppsala Conflict Data Program' AS agent_name,
  'https://ucdp.uu.se/downloads/' AS url,
  '20' || major AS published,
  'A coded data set: each row rests on the sources that it names, which were not read here.' AS reliability,
  'CC BY 4.0' AS licence,
  'https://creativecommons.org/licenses/by/4.0/' AS licence_href,
  'Davies, Pettersson and Öberg (2023); Sundberg and Melander (2013)' AS credit,
  (SELECT 'Conflict events: ' || CASE count(DISTINCT country) WHEN 1 THEN any_value(country) ELSE count(DISTINCT country) || ' countries' END FROM source) AS map_title
FROM version;

CREATE VIEW kinds AS
SELECT * FROM (VALUES
  ('state_based', 'State-based violence', 'Armed force between organised sides, at least one of them a state.', 'burst', 'violence'),
  ('non_state', 'Non-state violence', 'Armed force between organised sides, none of them a state.', 'diamond', 'violence'),
  ('one_sided', 'One-sided violence', 'Armed force of an organised side against civilians.', 'triangle', 'violence')
) AS kinds(id, label, description, shape, colour);

CREATE VIEW parties AS
SELECT * FROM (VALUES
  ('all', 'in all'),
  ('side_a', 'of the side named first'),
  ('side_b', 'of the side named second'),
  ('civilians', 'civilians'),
  ('not_known', 'of a side that is not known')
) AS parties(id, label);

CREATE VIEW mapped AS
WITH read AS (
  SELECT *,
    edtf_of(date_start) AS from_day,
    edtf_of(date_end) AS to_day,
    text_of(side_a) AS first_side,
    text_of(side_b) AS second_side,
    text_of(where_coordinates) AS spot,
    try_cast(where_prec AS INT) AS place_level
  FROM source
),
named AS (
  SELECT *,
    CASE place_level
      WHEN 2 THEN 'around ' || spot
      WHEN 3 THEN coalesce(text_of(adm_2), spot)
      WHEN 4 THEN coalesce(text_of(adm_1), spot)
      WHEN 6 THEN coalesce(text_of(country), spot)
      ELSE spot
    END AS place_name
  FROM read
)
SELECT
  _row,
  id,
  'ged' AS prefix,
  CASE type_of_violence WHEN '1' THEN 'state_based' WHEN '2' THEN 'non_state' WHEN '3' THEN 'one_sided' END AS kind,
  concat_ws(', ', nullif(concat_ws(' – ', first_side, second_side), ''), place_name) AS title,
  concat_ws(', ', CASE type_of_violence
      WHEN '3' THEN 'Violence of ' || coalesce(first_side, 'a side that is not named') || ' against ' || coalesce(second_side, 'civilians')
      ELSE 'Fighting between ' || coalesce(first_side, 'a side that is not named') || ' and ' || coalesce(second_side, 'a side that is not named')
    END, place_name) AS what,
  CASE
    WHEN from_day = to_day AND date_prec <> '1' THEN from_day || '~'
    ELSE span_of(from_day, to_day)
  END AS edtf,
  coalesce(
    CASE WHEN from_day IS NULL THEN date_fault(date_start) END,
    CASE WHEN to_day IS NULL THEN date_fault(date_end) END,
    span_fault(from_day, to_day)
  ) AS date_problem,
  CASE date_prec
    WHEN '1' THEN 'The row gives the day.'
    WHEN '2' THEN 'The row gives two to six days, on one of which it happened.'
    WHEN '3' THEN 'The row gives the week.'
    WHEN '4' THEN 'The row gives the month, or up to as many days.'
    WHEN '5' THEN 'The row gives more than a month, up to a year.'
    ELSE 'The row does not say how precise its date is.'
  END AS date_basis,
  degrees_of(longitude) AS lon,
  degrees_of(latitude) AS lat,
  concat_ws(', ', latitude, longitude) AS coordinates,
  place_name AS place,
  CASE
    WHEN place_level IN (1, 2) AND regexp_matches(where_coordinates, '(?i) (town|city)$') AND place_level = 1 THEN 'town'
    WHEN place_level = 1 AND regexp_matches(where_coordinates, '(?i) village$') THEN 'village'
    WHEN place_level IN (1, 2) THEN 'named_point'
    WHEN place_level = 3 THEN 'admin2_set'
    WHEN place_level IN (4, 5) THEN 'region'
    WHEN place_level = 6 THEN 'country'
    WHEN place_level = 7 THEN 'supranational'
  END AS precision,
  CASE place_level WHEN 1 THEN 5000 WHEN 2 THEN 25000 END AS accuracy_m,
  CASE WHEN place_level IS NULL OR place_level NOT BETWEEN 1 AND 7 THEN 'no precision of the place' END AS problem,
  list_filter([
    {measure: 'killed', party: 'all', low: low, best: best, high: high},
    {measure: 'killed', party: 'side_a', low: NULL, best: nullif(deaths_a, '0'), high: NULL},
    {measure: 'killed', party: 'side_b', low: NULL, best: nullif(deaths_b, '0'), high: NULL},
    {measure: 'killed', party: 'civilians', low: NULL, best: nullif(deaths_civilians, '0'), high: NULL},
    {measure: 'killed', party: 'not_known', low: NULL, best: nullif(deaths_unknown, '0'), high: NULL}
  ], lambda figure: figure.best IS NOT NULL) AS figures,
  list_filter([
    {name: first_side, same_as: 'https://ucdp.uu.se/actor/' || known(side_a_new_id)},
    {name: second_side, same_as: 'https://ucdp.uu.se/actor/' || known(side_b_new_id)}
  ], lambda actor: actor.name IS NOT NULL) AS actors,
  list_transform(
    regexp_extract_all(source_article, '"[^"]*?,\s*[0-9]{4}-[0-9]{2}-[0-9]{2},[^"]*"'),
    lambda one: {
      title: concat_ws(': ',
        text_of(regexp_extract(one, '^"(.*?),\s*[0-9]{4}-[0-9]{2}-[0-9]{2},', 1)),
        text_of(regexp_extract(one, ',\s*[0-9]{4}-[0-9]{2}-[0-9]{2},(.*)"$', 1))),
      url: NULL,
      day: edtf_of(regexp_extract(one, ',\s*([0-9]{4}-[0-9]{2}-[0-9]{2}),', 1))
    }
  ) AS sources,
  concat_ws('; ', text_of(replace(source_article, '"', '')), text_of(source_original)) AS source_text,
  CASE event_clarity WHEN '2' THEN 'medium' ELSE 'high' END AS certainty
FROM named;
