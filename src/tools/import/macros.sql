-- What profiles and the importer share. Profiles may use all of it.

-- The first branch of several macros takes the cells as most tables write them: of millions, patterns would take long.

-- The program writes each argument of a macro wherever its name stands, so a macro names it as seldom as it can, and a
-- profile gives it a column, not an expression.

-- The cell, without blanks around it; NULL where it says nothing.
CREATE MACRO known(cell) AS nullif(regexp_replace(trim(cell), '(?i)^(na|n/a|nan|null|none|-|–)$', ''), '');

-- A whole number as text. Groups of three may be parted by a blank, a point, a comma or an apostrophe.
CREATE MACRO count_of(cell) AS
  CASE
    WHEN try_cast(cell AS UINTEGER)::VARCHAR = cell THEN cell::BIGINT
    WHEN regexp_full_match(trim(cell), '[0-9]+([.,]0+)?') THEN try_cast(regexp_extract(trim(cell), '^[0-9]+') AS BIGINT)
    WHEN regexp_full_match(trim(cell), '[0-9]{1,3}([ \x{00A0}\x{202F}.,''’][0-9]{3})+')
      THEN try_cast(regexp_replace(cell, '[^0-9]', '', 'g') AS BIGINT)
  END;

-- Degrees as a decimal number, with point or comma.
CREATE MACRO degrees_of(cell) AS
  CASE
    WHEN regexp_full_match(trim(cell), '[-+−]?[0-9]{1,3}([.,][0-9]+)?([eE][-+]?[0-9]+)?°?')
      THEN try_cast(replace(replace(replace(trim(cell), ',', '.'), '°', ''), '−', '-') AS DOUBLE)
  END;

-- A cell of several values.
CREATE MACRO values_of(cell, sign) AS
  list_filter(list_transform(string_split(coalesce(cell, ''), sign), lambda one: known(one)), lambda one: one IS NOT NULL);

CREATE MACRO day_text(y, m, d) AS
  strftime(try_cast(y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') AS DATE), '%Y-%m-%d');

-- The parts of a day between slashes or hyphens, of which the day or the month may come first.
CREATE MACRO slashed(cell, part) AS
  regexp_extract(trim(cell), '^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})( .*)?$', part);

-- A day whose name of the month is spelt out, in English.
CREATE MACRO spelt(cell) AS
  strftime(
    coalesce(
      try_strptime(trim(cell), ['%d %B %Y', '%d %b %Y', '%d-%b-%Y', '%d-%B-%Y', '%B %d, %Y', '%b %d, %Y', '%B %d %Y']),
      NULL
    ),
    '%Y-%m-%d'
  );

-- The cell as EDTF: a day, a month or a year. NULL where it is none, or where it could be two days and the profile does
-- not say which (`-- dates: day-first` or `month-first`).
CREATE MACRO edtf_of(cell) AS
  CASE
    WHEN cell IS NULL THEN NULL
    WHEN length(cell) = 10 AND try_cast(cell AS DATE)::VARCHAR = cell THEN cell
    WHEN regexp_full_match(trim(cell), '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?')
      THEN strftime(try_cast(left(trim(cell), 10) AS DATE), '%Y-%m-%d')
    WHEN regexp_full_match(trim(cell), '[0-9]{4}-[0-9]{2}') AND substr(trim(cell), 6) BETWEEN '01' AND '12' THEN trim(cell)
    WHEN regexp_full_match(trim(cell), '[0-9]{4}') AND trim(cell) >= '0100' THEN trim(cell)
    WHEN regexp_full_match(trim(cell), '[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}')
      THEN day_text(
        regexp_extract(trim(cell), '^[0-9]{4}'),
        regexp_extract(trim(cell), '^[0-9]{4}[-./]([0-9]{1,2})', 1),
        regexp_extract(trim(cell), '([0-9]{1,2})$', 1)
      )
    -- With points the day comes first everywhere.
    WHEN regexp_full_match(trim(cell), '[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}\.?( .*)?')
      THEN day_text(
        regexp_extract(trim(cell), '^[0-9]{1,2}\. ?[0-9]{1,2}\. ?([0-9]{4})', 1),
        regexp_extract(trim(cell), '^[0-9]{1,2}\. ?([0-9]{1,2})', 1),
        regexp_extract(trim(cell), '^[0-9]{1,2}')
      )
    WHEN slashed(cell, 3) <> '' THEN
      CASE
        WHEN slashed(cell, 1)::INT > 12 OR slashed(cell, 1)::INT = slashed(cell, 2)::INT
          OR (slashed(cell, 2)::INT <= 12 AND getvariable('dates') = 'day-first')
          THEN day_text(slashed(cell, 3), slashed(cell, 2), slashed(cell, 1))
        WHEN slashed(cell, 2)::INT > 12 OR getvariable('dates') = 'month-first'
          THEN day_text(slashed(cell, 3), slashed(cell, 1), slashed(cell, 2))
      END
    WHEN regexp_full_match(trim(cell), '[0-9]{8}')
      THEN day_text(substr(trim(cell), 1, 4), substr(trim(cell), 5, 2), substr(trim(cell), 7, 2))
    WHEN regexp_matches(cell, '[A-Za-z]{3}') THEN spelt(cell)
    -- EDTF as it is: an interval, or a date with a mark.
    WHEN regexp_full_match(
      trim(cell),
      '(\.\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?)/(\.\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?)|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]'
    ) THEN trim(cell)
  END;

-- Why a cell gives no date; NULL where it does.
CREATE MACRO date_fault(cell) AS
  CASE
    WHEN known(cell) IS NULL THEN 'no date'
    WHEN edtf_of(cell) IS NOT NULL THEN NULL
    WHEN slashed(cell, 3) <> '' AND slashed(cell, 1)::INT BETWEEN 1 AND 12 AND slashed(cell, 2)::INT BETWEEN 1 AND 12
      THEN 'a date that could be two days'
    WHEN regexp_full_match(trim(cell), '[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2}') THEN 'a year of two digits'
    WHEN regexp_full_match(trim(cell), '[0-9]{5}([.,][0-9]+)?') THEN 'a number, not a date'
    ELSE 'not a calendar date'
  END;

-- First and last day of an EDTF date without marks; NULL for an open end.
CREATE MACRO bare(edtf) AS regexp_replace(edtf, '[~?%]$', '');
CREATE MACRO is_day(edtf) AS length(edtf) = 10 AND edtf[5] = '-' AND edtf[8] = '-';
CREATE MACRO first_of(edtf) AS
  CASE length(bare(edtf))
    WHEN 10 THEN try_cast(bare(edtf) AS DATE)
    WHEN 7 THEN try_cast(bare(edtf) || '-01' AS DATE)
    WHEN 4 THEN try_cast(bare(edtf) || '-01-01' AS DATE)
  END;
CREATE MACRO last_of(edtf) AS
  CASE length(bare(edtf))
    WHEN 10 THEN try_cast(bare(edtf) AS DATE)
    WHEN 7 THEN last_day(try_cast(bare(edtf) || '-01' AS DATE))
    WHEN 4 THEN try_cast(bare(edtf) || '-12-31' AS DATE)
  END;
CREATE MACRO first_day(edtf) AS
  CASE WHEN is_day(edtf) THEN try_cast(edtf AS DATE) ELSE first_of(string_split(edtf, '/')[1]) END;
CREATE MACRO final_day(edtf) AS
  CASE WHEN is_day(edtf) THEN try_cast(edtf AS DATE) ELSE last_of(string_split(edtf, '/')[-1]) END;

-- The same with what `~` allows: a day, a month or a year more, as the program has it.
CREATE MACRO is_rough(edtf) AS regexp_matches(edtf, '[~%]$');
CREATE MACRO rough_first_of(edtf) AS
  CASE WHEN NOT is_rough(edtf) THEN first_of(edtf)
    ELSE (first_of(edtf) - CASE length(bare(edtf)) WHEN 10 THEN INTERVAL 1 DAY WHEN 7 THEN INTERVAL 1 MONTH ELSE INTERVAL 1 YEAR END)::DATE
  END;
CREATE MACRO rough_last_of(edtf) AS
  CASE WHEN NOT is_rough(edtf) THEN last_of(edtf)
    WHEN length(bare(edtf)) = 10 THEN (last_of(edtf) + INTERVAL 1 DAY)::DATE
    WHEN length(bare(edtf)) = 7 THEN last_day(first_of(edtf) + INTERVAL 1 MONTH)
    ELSE (last_of(edtf) + INTERVAL 1 YEAR)::DATE
  END;
CREATE MACRO first_possible(edtf) AS
  CASE WHEN is_day(edtf) THEN try_cast(edtf AS DATE) ELSE rough_first_of(string_split(edtf, '/')[1]) END;
CREATE MACRO final_possible(edtf) AS
  CASE WHEN is_day(edtf) THEN try_cast(edtf AS DATE) ELSE rough_last_of(string_split(edtf, '/')[-1]) END;

-- A date from one day to another, as EDTF: one day, one month or one year where that is what it spans.
CREATE MACRO span_of(from_edtf, to_edtf) AS
  CASE
    WHEN from_edtf IS NULL THEN NULL
    WHEN to_edtf IS NULL OR to_edtf = from_edtf THEN from_edtf
    WHEN contains(from_edtf, '/') OR contains(to_edtf, '/') THEN from_edtf
    WHEN length(from_edtf) = 10 AND length(to_edtf) = 10 AND from_edtf[9:10] = '01'
      AND from_edtf[1:7] = to_edtf[1:7] AND last_of(from_edtf[1:7]) = last_of(to_edtf) THEN from_edtf[1:7]
    WHEN length(from_edtf) = 10 AND from_edtf[5:10] = '-01-01' AND to_edtf = from_edtf[1:4] || '-12-31' THEN from_edtf[1:4]
    ELSE from_edtf || '/' || to_edtf
  END;
CREATE MACRO span_fault(from_edtf, to_edtf) AS
  CASE WHEN first_day(from_edtf) > final_day(to_edtf) THEN 'it ends before it begins' END;

-- Text as readers see it: no markup, no unseen characters, typographic quotation marks, days in words.
CREATE MACRO unmarked(cell) AS
  regexp_replace(
    replace(replace(replace(replace(replace(cell, '&amp;', '&'), '&quot;', '"'), '&#39;', ''''), '&lt;', '<'), '&gt;', '>'),
    '</?[A-Za-z!][^>]*>?|&([A-Za-z]+|#[0-9]+);', ' ', 'g'
  );
-- Joiners stay after letters of scripts that need them.
CREATE MACRO visible(cell) AS
  regexp_replace(
    regexp_replace(
      regexp_replace(cell, '[\x{2028}\x{2029}\x{FFFD}]|\p{Cc}', ' ', 'g'),
      '[\x{00AD}\x{061C}\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FEFF}]', '', 'g'
    ),
    '(^|[^\p{Arabic}\p{Syriac}\x{0900}-\x{109F}\x{1780}-\x{17FF}])[\x{200C}\x{200D}]+', '\1', 'g'
  );
CREATE MACRO typographic(cell) AS
  regexp_replace(
    regexp_replace(
      replace(regexp_replace(cell, '"([^"]*)"', '“\1”', 'g'), '"', '”'),
      '(^|[^\p{L}])''(\p{L})', '\1’\2', 'g'
    ),
    '(^|[^\p{L}])''(\p{L})', '\1’\2', 'g'
  );
CREATE MACRO days_in_words(cell) AS
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(cell, '([0-9]{4})-01-0?([1-9][0-9]?)\b', '\2 January \1', 'g'), '([0-9]{4})-02-0?([1-9][0-9]?)\b', '\2 February \1', 'g'), '([0-9]{4})-03-0?([1-9][0-9]?)\b', '\2 March \1', 'g'), '([0-9]{4})-04-0?([1-9][0-9]?)\b', '\2 April \1', 'g'), '([0-9]{4})-05-0?([1-9][0-9]?)\b', '\2 May \1', 'g'), '([0-9]{4})-06-0?([1-9][0-9]?)\b', '\2 June \1', 'g'), '([0-9]{4})-07-0?([1-9][0-9]?)\b', '\2 July \1', 'g'), '([0-9]{4})-08-0?([1-9][0-9]?)\b', '\2 August \1', 'g'), '([0-9]{4})-09-0?([1-9][0-9]?)\b', '\2 September \1', 'g'), '([0-9]{4})-10-0?([1-9][0-9]?)\b', '\2 October \1', 'g'), '([0-9]{4})-11-0?([1-9][0-9]?)\b', '\2 November \1', 'g'), '([0-9]{4})-12-0?([1-9][0-9]?)\b', '\2 December \1', 'g');
CREATE MACRO dated(cell) AS regexp_replace(days_in_words(cell), '([0-9]{4})-([0-9]{2})', '\1–\2', 'g');
CREATE MACRO text_of(cell) AS
  CASE
    -- Most cells are plain already.
    WHEN regexp_full_match(cell, '[A-Za-z0-9][A-Za-z0-9 .,;:()/–]{3,}[A-Za-z0-9.)]') AND NOT contains(cell, '  ') THEN cell
    ELSE known(regexp_replace(dated(typographic(visible(unmarked(cell)))), '\s+', ' ', 'g'))
  END;

CREATE MACRO slug(cell) AS
  CASE WHEN regexp_full_match(cell, '[a-z0-9]{1,40}') THEN cell
    ELSE trim(left(regexp_replace(strip_accents(replace(replace(replace(lower(coalesce(cell, '')), 'đ', 'd'), 'ł', 'l'), 'ø', 'o')), '[^a-z0-9]+', '-', 'g'), 40), '-')
  END;
CREATE MACRO id_of(cell, key, fallback) AS
  CASE slug(cell) WHEN '' THEN fallback ELSE slug(cell) END || '-' || left(md5(key), 12);

-- JSON: a member of an object with its comma, or nothing where there is nothing to say.
CREATE MACRO member(name, json) AS CASE WHEN json IS NULL THEN '' ELSE ',"' || name || '":' || json END;
CREATE MACRO quoted(cell) AS to_json(cell)::VARCHAR;
-- The same for ids, dates and words of ours, in which nothing needs to be escaped.
CREATE MACRO plain(word) AS '"' || word || '"';

-- The kinds of a table that has a word for the kind of each row, in the column `word` of a view: the most frequent, as many
-- as a list of codes has room for, and one for all others. The importer gives them their symbols.
CREATE MACRO kind_ids_of(words) AS TABLE
  WITH ranked AS (
    SELECT word, row_number() OVER (ORDER BY count(*) DESC, word) AS place, count(*) OVER () AS n
    FROM query_table(words) GROUP BY word
  )
  SELECT word,
    CASE WHEN n <= 32 OR place < 32 THEN 'kind_' || replace(id_of(word, word, 'kind'), '-', '_') ELSE 'other' END AS id,
    CASE WHEN n <= 32 OR place < 32 THEN word ELSE 'Other' END AS label,
    least(place, 32) AS place
  FROM ranked;
CREATE MACRO kinds_of(ids) AS TABLE
  SELECT id, any_value(label) AS label, NULL AS description, NULL AS shape, 'civic' AS colour
  FROM query_table(ids) GROUP BY id ORDER BY min(place);
