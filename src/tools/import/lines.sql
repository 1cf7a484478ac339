-- The rows in `used`, and what they share, as lines of the files of a data folder.

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
