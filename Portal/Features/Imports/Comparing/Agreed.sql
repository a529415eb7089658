-- What would happen to each row as the person saw it, beside what would happen now.

-- name: Keep
DROP TABLE IF EXISTS "Agreed";
CREATE TEMP TABLE "Agreed" AS SELECT * FROM "ImportRows" WHERE FALSE;
INSERT INTO "Agreed" SELECT * FROM "ImportRows"
WHERE "ImportId" = @import AND "Verdict" NOT IN ('Refused', 'InQuestion', 'Unchanged', 'NotCounted');

-- name: Differences
-- All that is shown before applying and written by it. People who are not in the file have no number of their own, and all
-- that happens to them is that they leave, on the day it is applied.
WITH "Then" AS (
  SELECT CASE WHEN "InFile" THEN "Number" END AS "Row", "Verdict", "AddsPerson", "StaffId", "PostId",
    {person: CASE WHEN "InFile" THEN "*" END AS "*"}, {job: CASE WHEN "InFile" THEN "*" END AS "*"}, {person: "Old*"}, {job: "Old*"}
  FROM "Agreed"
), "Now" AS (
  SELECT CASE WHEN "InFile" THEN "Number" END AS "Row", "Verdict", "AddsPerson", "StaffId", "PostId",
    {person: CASE WHEN "InFile" THEN "*" END AS "*"}, {job: CASE WHEN "InFile" THEN "*" END AS "*"}, {person: "Old*"}, {job: "Old*"}
  FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" NOT IN ('Refused', 'InQuestion', 'Unchanged', 'NotCounted')
)
SELECT * FROM (SELECT * FROM "Then" EXCEPT SELECT * FROM "Now") a
UNION ALL SELECT * FROM (SELECT * FROM "Now" EXCEPT SELECT * FROM "Then") b
LIMIT 1;
