-- Gives every staged row of a training history its verdict.

-- name: Match
DROP TABLE IF EXISTS "MatchedTraining";

CREATE TEMP TABLE "MatchedTraining" ("Number" integer PRIMARY KEY, "Line" integer, "Name" text, "NameKey" text, "LevelNumber" integer,
  "AchievedOn" {day}, "ByNumber" {id}, "ByEmail" {id}, "ByName" {id}, "StaffId" {id}, "IsNamedOnly" boolean, "Counts" boolean,
  "First" integer, "Problem" text);

INSERT INTO "MatchedTraining" ("Number", "Line", "Name", "LevelNumber", "AchievedOn", "ByNumber", "ByEmail", "IsNamedOnly", "Counts")
SELECT f."Number", COALESCE(f."Line", f."Number"), f."Name", f."LevelNumber", f."AchievedOn",
  (SELECT p."StaffId" FROM "Posts" p
    WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
    ORDER BY p."Id" LIMIT 1),
  (SELECT s."Id" FROM "Staff" s WHERE s."PartnershipId" = @partnership AND s."Email" = f."Email"
    AND EXISTS (SELECT 1 FROM "Posts" p
      WHERE p."AgencyId" = @agency AND p."StaffId" = s."Id" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))),
  f."Name" IS NOT NULL AND f."EmployeeNumber" IS NULL AND f."Email" IS NULL, NOT f."Misread" AND f."NotCounted" IS NULL
FROM "StagedRows" f;

-- name: RowsToFold
SELECT m."Number", m."Name" FROM "MatchedTraining" m WHERE m."IsNamedOnly" AND m."Number" >= @from ORDER BY m."Number" LIMIT @piece;

-- name: FoldRows
UPDATE "MatchedTraining" AS m SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = m."Number";

-- name: LayOutNames
-- Everyone in post at the agency: a name that one of them has is theirs.
DROP TABLE IF EXISTS "TrainedNames";
CREATE TEMP TABLE "TrainedNames" ("Number" integer PRIMARY KEY, "StaffId" {id}, "Name" text, "NameKey" text);
INSERT INTO "TrainedNames" ("Number", "StaffId", "Name")
SELECT ROW_NUMBER() OVER (ORDER BY s."Id"), s."Id", s."Name" FROM "Staff" s
WHERE s."Id" IN (SELECT "StaffId" FROM "Posts" WHERE "AgencyId" = @agency AND ("LeftOn" IS NULL OR "LeftOn" > @today));

-- name: NamesToFold
SELECT n."Number", n."Name" FROM "TrainedNames" n WHERE n."Number" >= @from ORDER BY n."Number" LIMIT @piece;

-- name: FoldNames
UPDATE "TrainedNames" AS n SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = n."Number";

-- name: MatchNames
UPDATE "MatchedTraining" AS m SET "ByName" = CASE WHEN c."People" = 1 THEN n."StaffId" END,
  "Problem" = CASE WHEN c."People" > 1 THEN REPLACE(@SeveralOfTheName, '[name]', m."Name") END
FROM (SELECT "NameKey", COUNT(*) AS "People", MIN("Number") AS "First" FROM "TrainedNames" GROUP BY "NameKey") c
  JOIN "TrainedNames" n ON n."Number" = c."First"
WHERE m."NameKey" = c."NameKey";

-- name: Identify
UPDATE "MatchedTraining" SET "StaffId" = COALESCE("ByNumber", "ByEmail", "ByName"),
  "Problem" = COALESCE("Problem", CASE WHEN "ByNumber" <> "ByEmail" THEN @NumberAndEmailDiffer END);

-- name: Differing
SELECT m."Number", m."Name", s."Name", m."ByNumber" IS NOT NULL, m."ByEmail" IS NOT NULL
FROM "MatchedTraining" m JOIN "Staff" s ON s."Id" = m."StaffId"
WHERE m."Number" >= @from AND m."Problem" IS NULL AND NOT m."IsNamedOnly" AND LOWER(s."Name") <> LOWER(m."Name")
ORDER BY m."Number" LIMIT @piece;

-- name: TakeDiffering
UPDATE "MatchedTraining" AS m SET "Problem" = a."Text" FROM "Answers" a WHERE a."Number" = m."Number";

-- name: FindSecond
UPDATE "MatchedTraining" AS m SET "First" = d."First"
FROM (SELECT "StaffId", "LevelNumber", "AchievedOn", MIN("Line") AS "First", MIN("Number") AS "Number" FROM "MatchedTraining"
  WHERE "Counts" AND "Problem" IS NULL
  GROUP BY "StaffId", "LevelNumber", "AchievedOn" HAVING COUNT(*) > 1) d
WHERE m."Counts" AND m."StaffId" = d."StaffId" AND m."LevelNumber" = d."LevelNumber" AND m."AchievedOn" = d."AchievedOn"
  AND m."Number" > d."Number";

-- name: Keep
-- What the training system holds too is proved by it: a record of the same that waits for a second person is verified.
INSERT INTO "ImportRows" ({file: "*"}, "StaffId", "AddsPerson", "Problem", "Verdict")
SELECT {file: c."*"}, c."StaffId", FALSE, c."Refusal",
  CASE WHEN c."NotCounted" IS NOT NULL THEN 'NotCounted'
    WHEN c."Refusal" IS NOT NULL THEN 'Refused'
    WHEN NOT EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."StaffId" = c."StaffId" AND t."LevelNumber" = c."LevelNumber"
      AND t."AchievedOn" = c."AchievedOn" AND t."State" <> 'Rejected') THEN 'New'
    WHEN @verified AND c."StaffId" NOT IN (SELECT "StaffId" FROM "Own")
      AND EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."StaffId" = c."StaffId" AND t."LevelNumber" = c."LevelNumber"
        AND t."AchievedOn" = c."AchievedOn" AND t."AgencyId" = @agency AND t."State" = 'Unverified' AND t."CorrectsId" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."StaffId" = c."StaffId" AND t."LevelNumber" = c."LevelNumber"
        AND t."AchievedOn" = c."AchievedOn" AND t."State" = 'Verified') THEN 'Changed'
    ELSE 'Unchanged' END
FROM (
  SELECT f.*, m."StaffId",
    CASE WHEN f."NotCounted" IS NULL THEN COALESCE(f."Problem", m."Problem", CASE
      WHEN m."First" IS NOT NULL THEN REPLACE(@TrainingGivenAlready, '[row]', CAST(m."First" AS text))
      WHEN m."StaffId" IS NOT NULL THEN NULL
      WHEN f."EmployeeNumber" IS NULL AND f."Email" IS NULL THEN REPLACE(@NobodyHasThisName, '[name]', f."Name")
      WHEN f."EmployeeNumber" IS NULL THEN REPLACE(@NobodyHasThisEmail, '[email]', f."Email")
      WHEN f."Email" IS NULL THEN REPLACE(@NobodyHasThisNumber, '[number]', f."EmployeeNumber")
      ELSE REPLACE(REPLACE(@NobodyHasEither, '[number]', f."EmployeeNumber"), '[email]', f."Email") END) END AS "Refusal"
  FROM "StagedRows" f LEFT JOIN "MatchedTraining" m ON m."Number" = f."Number"
) c;
