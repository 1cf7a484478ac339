-- profile: acled
-- title: ACLED event data
-- expects: event_id_cnty, event_date, time_precision, event_type, sub_event_type, location, latitude, longitude, geo_precision, fatalities
-- may have: actor1, actor2, admin1, admin2, country, source, notes
-- sharing: shown
-- Licence of the source: the terms of ACLED. What is shown needs credit; rows must not be handed on. So downloads and notes
-- stay out of the build.
--
-- geo_precision: 1 a place; 2 around a place; 3 a larger region, of which the coordinates are a town.
-- time_precision: 1 the day; 2 within a week of it; 3 the month.
-- fatalities: 0 where there were none, or none are known: such a row states no figure.

CREATE VIEW release AS
SELECT
  'acled' AS id,
  'ACLED' AS title,
  'ACLED' AS publisher,
  'acled' AS agent,
  'Armed Conflict Location & Event Data' AS agent_name,
  'https://acleddata.com/' AS url,
  NULL AS published,
  'A coded data set: each row rests on the sources that it names, which were not read here.' AS reliability,
  'Terms of use of ACLED' AS licence,
  'https://acleddata.com/' AS licence_href,
  NULL AS credit,
  (SELECT 'Political violence and protest: ' || CASE count(DISTINCT country) WHEN 1 THEN any_value(country) ELSE count(DISTINCT country) || ' countries' END FROM source) AS map_title;

CREATE VIEW kinds AS
SELECT * FROM (VALUES
  ('battle', 'Battle', 'Armed clash between organised groups.', 'burst', 'violence'),
  ('explosion', 'Explosion or remote violence', 'Shelling, air strike, mine, bomb.', 'hexagon', 'violence'),
  ('against_civilians', 'Violence against civilians', 'Attack on people who do not fight.', 'triangle', 'violence'),
  ('riot', 'Riot', 'Violent demonstration or mob violence.', 'diamond', 'civic'),
  ('protest', 'Protest', 'Demonstration of people who use no violence.', 'flag', 'civic'),
  ('strategic', 'Strategic development', 'Agreement, arrest, change of control and other.', 'square', 'force')
) AS kinds(id, label, description, shape, colour);

CREATE VIEW mapped AS
WITH named AS (
  SELECT *,
    edtf_of(event_date) AS happened,
    known(geo_precision) AS geo,
    known(time_precision) AS time_level,
    text_of(actor1) AS first_side,
    text_of(actor2) AS second_side,
    CASE known(geo_precision)
      WHEN '2' THEN 'around ' || text_of(location)
      WHEN '3' THEN coalesce(text_of(admin1), text_of(admin2), text_of(location))
      ELSE text_of(location)
    END AS place_name
  FROM source
)
SELECT
  _row,
  event_id_cnty AS id,
  'acled' AS prefix,
  CASE lower(trim(event_type))
    WHEN 'battles' THEN 'battle'
    WHEN 'explosions/remote violence' THEN 'explosion'
    WHEN 'violence against civilians' THEN 'against_civilians'
    WHEN 'riots' THEN 'riot'
    WHEN 'protests' THEN 'protest'
    WHEN 'strategic developments' THEN 'strategic'
  END AS kind,
  concat_ws(', ', text_of(sub_event_type), place_name) AS title,
  concat_ws(': ', text_of(sub_event_type), nullif(concat_ws(' – ', first_side, second_side), '')) || coalesce(', ' || place_name, '') AS what,
  CASE
    WHEN length(happened) <> 10 THEN happened
    WHEN time_level = '1' THEN happened
    WHEN time_level = '2' THEN strftime(happened::DATE - INTERVAL 6 DAY, '%Y-%m-%d') || '/' || strftime(happened::DATE + INTERVAL 6 DAY, '%Y-%m-%d')
    WHEN time_level = '3' THEN happened[1:7]
    ELSE happened || '?'
  END AS edtf,
  date_fault(event_date) AS date_problem,
  CASE time_level
    WHEN '1' THEN 'The row gives the day.'
    WHEN '2' THEN 'The row gives a day in the same week.'
    WHEN '3' THEN 'The row gives the month.'
    ELSE 'The row does not say how precise its date is.'
  END AS date_basis,
  degrees_of(longitude) AS lon,
  degrees_of(latitude) AS lat,
  concat_ws(', ', latitude, longitude) AS coordinates,
  place_name AS place,
  CASE geo WHEN '1' THEN 'town' WHEN '2' THEN 'region' WHEN '3' THEN 'region' END AS precision,
  CASE WHEN geo IS NULL OR geo NOT IN ('1', '2', '3') THEN 'no precision of the place' END AS problem,
  [{measure: 'killed', party: 'all', low: NULL, best: fatalities, high: NULL}] AS figures,
  list_filter([
    {name: first_side, same_as: NULL},
    {name: second_side, same_as: NULL}
  ], lambda actor: actor.name IS NOT NULL) AS actors,
  text_of(source) AS source_text
FROM named;
