-- What the rows in `used` share. Made anew where these are others: those of one part of the table.

CREATE OR REPLACE TABLE places AS
SELECT place_id AS id, any_value(lon) AS lon, any_value(lat) AS lat, any_value(place) AS name,
  any_value(precision) AS precision, any_value(accuracy) AS accuracy, any_value(in_area) AS in_area, count(*) AS n,
  min(_row) AS first_row
FROM used GROUP BY place_id;

CREATE OR REPLACE TABLE agents AS
SELECT id_of(name, name, 'side') AS id, name, any_value(same_as) AS same_as
FROM (SELECT unnest(actors, recursive := true) FROM used)
GROUP BY name;

CREATE OR REPLACE TABLE articles AS
SELECT article AS id, any_value(source_title) AS title, any_value(source_day) AS day, any_value(source_url) AS url, count(*) AS n
FROM used GROUP BY article;
