-- The rows of a file between being read and being compared, in a table of the connection's own.

-- name: Begin
DROP TABLE IF EXISTS "StagedRows";
CREATE TEMP TABLE "StagedRows" AS SELECT {file: "*"}, "Problem" FROM "ImportRows" WHERE FALSE;

-- name: TakeBack
-- The rows of a file that was compared before, without what that said.
INSERT INTO "StagedRows" ({file: "*"}, "Problem")
SELECT {file: "*"}, CASE WHEN "Misread" THEN "Problem" END FROM "ImportRows" WHERE "ImportId" = @import AND "InFile";
