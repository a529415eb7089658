-- New people beside those whom a full list does not name, where they may be the same.

-- name: TakeAnswers
-- A row is about whom a person said, if they are still here and no other row has found them.
UPDATE "Matched" AS m SET "ByName" = q."StaffId", "IsSaid" = TRUE
FROM "ImportPairs" q
WHERE q."ImportId" = @import AND q."IsSame" AND q."Number" = m."Number"
  AND m."ByNumber" IS NULL AND m."ByEmail" IS NULL AND m."ByName" IS NULL AND m."Problem" IS NULL
  AND q."StaffId" IN (SELECT "StaffId" FROM "Posts" WHERE "AgencyId" = @agency AND ("LeftOn" IS NULL OR "LeftOn" > @today))
  AND q."StaffId" NOT IN (SELECT COALESCE("ByNumber", "ByEmail", "ByName") FROM "Matched"
    WHERE COALESCE("ByNumber", "ByEmail", "ByName") IS NOT NULL);

-- name: LayOut
-- Those who would leave, and those who would join in their jobs or with their numbers.
DROP TABLE IF EXISTS "Leaving";
DROP TABLE IF EXISTS "Joining";
CREATE TEMP TABLE "Leaving" ("Number" integer PRIMARY KEY, "StaffId" {id}, "Name" text, "Forename" text, "JobTitleId" {id},
  "StartedOn" {day}, "Digits" text);
CREATE TEMP TABLE "Joining" ("Number" integer PRIMARY KEY, "Name" text, "Forename" text, "JobTitleId" {id},
  "StartedOn" {day}, "Digits" text);

INSERT INTO "Leaving" ("Number", "StaffId", "Name", "JobTitleId", "StartedOn", "Digits")
SELECT r."Number", r."StaffId", r."Name", r."JobTitleId", r."StartedOn", NULLIF(LTRIM(r."EmployeeNumber", '0'), '')
FROM "ImportRows" r WHERE r."ImportId" = @import AND NOT r."InFile";

INSERT INTO "Joining" ("Number", "Name", "JobTitleId", "StartedOn", "Digits")
SELECT r."Number", r."Name", r."JobTitleId", r."StartedOn", NULLIF(LTRIM(r."EmployeeNumber", '0'), '')
FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."InFile" AND r."Verdict" = 'New' AND r."AddsPerson"
  AND (r."JobTitleId" IN (SELECT "JobTitleId" FROM "Leaving")
    OR LTRIM(r."EmployeeNumber", '0') IN (SELECT "Digits" FROM "Leaving" WHERE "Digits" IS NOT NULL));

-- name: JoiningToFold
SELECT j."Number", j."Name" FROM "Joining" j WHERE j."Number" >= @from ORDER BY j."Number" LIMIT @piece;

-- name: FoldJoining
UPDATE "Joining" AS j SET "Forename" = a."Text" FROM "Answers" a WHERE a."Number" = j."Number";

-- name: LeavingToFold
SELECT l."Number", l."Name" FROM "Leaving" l
WHERE l."JobTitleId" IN (SELECT "JobTitleId" FROM "Joining") AND l."Number" >= @from ORDER BY l."Number" LIMIT @piece;

-- name: FoldLeaving
UPDATE "Leaving" AS l SET "Forename" = a."Text" FROM "Answers" a WHERE a."Number" = l."Number";

-- name: Pair
-- What was asked before and is no question any more goes; what has been said stays.
DELETE FROM "ImportPairs" WHERE "ImportId" = @import AND "IsSame" IS NULL;

-- Two numbers tell two people apart, and so do two days on which they started.
INSERT INTO "ImportPairs" ("ImportId", "Number", "StaffId")
SELECT @import, x."Number", x."StaffId"
FROM (
  SELECT j."Number", l."StaffId" FROM "Joining" j JOIN "Leaving" l ON l."Digits" = j."Digits"
  UNION
  SELECT j."Number", l."StaffId" FROM "Joining" j JOIN "Leaving" l ON l."JobTitleId" = j."JobTitleId" AND l."Forename" = j."Forename"
  WHERE (j."Digits" IS NULL OR l."Digits" IS NULL)
    AND (j."StartedOn" IS NULL OR l."StartedOn" IS NULL OR j."StartedOn" = l."StartedOn")
) x
WHERE NOT EXISTS (SELECT 1 FROM "ImportPairs" q
  WHERE q."ImportId" = @import AND q."Number" = x."Number" AND q."StaffId" = x."StaffId");

-- name: Ask
-- Until it is said, none of the rows of the one adds anybody, and the other does not leave.
UPDATE "ImportRows" AS r SET "Verdict" = 'InQuestion', "AddsPerson" = FALSE
WHERE r."ImportId" = @import AND r."InFile" AND r."Verdict" = 'New'
  AND r."StaffId" IN (SELECT f."StaffId" FROM "ImportRows" f JOIN "ImportPairs" q ON q."ImportId" = f."ImportId" AND q."Number" = f."Number"
    WHERE f."ImportId" = @import AND q."IsSame" IS NULL);

DELETE FROM "ImportRows" WHERE "ImportId" = @import AND NOT "InFile"
  AND "StaffId" IN (SELECT q."StaffId" FROM "ImportPairs" q WHERE q."ImportId" = @import AND q."IsSame" IS NULL);
