-- Gives every staged row of a training history its verdict.

-- name: Match
DROP TABLE IF EXISTS "MatchedTraining";

CREATE TEMP TABLE "MatchedTraining" ("Number" integer PRIMARY KEY, "LevelNumber" integer, "AchievedOn" {day},
  "ByNumber" {id}, "ByEmail" {id}, "StaffId" {id}, "First" integer);

INSERT INTO "MatchedTraining" ("Number", "LevelNumber", "AchievedOn", "ByNumber", "ByEmail")
SELECT f."Number", f."LevelNumber", f."AchievedOn",
  (SELECT p."StaffId" FROM "Posts" p
    WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
    ORDER BY p."Id" LIMIT 1),
  (SELECT s."Id" FROM "Staff" s WHERE s."PartnershipId" = @partnership AND s."Email" = f."Email"
    AND EXISTS (SELECT 1 FROM "Posts" p
      WHERE p."AgencyId" = @agency AND p."StaffId" = s."Id" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)))
FROM "StagedRows" f WHERE NOT f."Misread";

UPDATE "MatchedTraining" SET "StaffId" = COALESCE("ByNumber", "ByEmail");

UPDATE "MatchedTraining" AS m SET "First" = d."First"
FROM (SELECT "StaffId", "LevelNumber", "AchievedOn", MIN("Number") AS "First" FROM "MatchedTraining"
  WHERE "ByNumber" IS NULL OR "ByEmail" IS NULL OR "ByNumber" = "ByEmail"
  GROUP BY "StaffId", "LevelNumber", "AchievedOn" HAVING COUNT(*) > 1) d
WHERE m."StaffId" = d."StaffId" AND m."LevelNumber" = d."LevelNumber" AND m."AchievedOn" = d."AchievedOn" AND m."Number" > d."First";

-- name: Keep
INSERT INTO "ImportRows" ({file: "*"}, "StaffId", "AddsPerson", "Problem", "Verdict")
SELECT {file: c."*"}, c."StaffId", FALSE, c."Refusal",
  CASE WHEN c."Refusal" IS NOT NULL THEN 'Refused'
    WHEN EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."StaffId" = c."StaffId" AND t."LevelNumber" = c."LevelNumber"
      AND t."AchievedOn" = c."AchievedOn" AND t."State" <> 'Rejected') THEN 'Unchanged'
    ELSE 'New' END
FROM (
  SELECT f.*, m."StaffId",
    COALESCE(f."Problem", CASE
      WHEN m."ByNumber" <> m."ByEmail" THEN @NumberAndEmailDiffer
      WHEN m."First" IS NOT NULL THEN REPLACE(@TrainingGivenAlready, '[row]', CAST(m."First" AS text))
      WHEN m."StaffId" IS NOT NULL THEN NULL
      WHEN f."EmployeeNumber" IS NULL THEN REPLACE(@NobodyHasThisEmail, '[email]', f."Email")
      WHEN f."Email" IS NULL THEN REPLACE(@NobodyHasThisNumber, '[number]', f."EmployeeNumber")
      ELSE REPLACE(REPLACE(@NobodyHasEither, '[number]', f."EmployeeNumber"), '[email]', f."Email") END) AS "Refusal"
  FROM "StagedRows" f LEFT JOIN "MatchedTraining" m ON m."Number" = f."Number"
) c;
