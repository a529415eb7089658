-- Finds by name the people of rows that give neither a number nor an email.

-- name: RowsToFold
SELECT m."Number", m."Name" FROM "Matched" m WHERE m."Key" IS NULL AND m."Number" >= @from ORDER BY m."Number" LIMIT @piece;

-- name: FoldRows
UPDATE "Matched" AS m SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = m."Number";

-- name: PeopleHere
-- Everyone in post at the agency, and whether a row names them by number or email.
DROP TABLE IF EXISTS "Names";
CREATE TEMP TABLE "Names" ("Number" integer PRIMARY KEY, "StaffId" {id}, "Name" text, "NameKey" text, "IsTaken" boolean);
INSERT INTO "Names" ("Number", "StaffId", "Name", "IsTaken")
SELECT ROW_NUMBER() OVER (ORDER BY s."Id"), s."Id", s."Name",
  s."Id" IN (SELECT COALESCE("ByNumber", "ByEmail") FROM "Matched" WHERE COALESCE("ByNumber", "ByEmail") IS NOT NULL)
FROM "Staff" s
WHERE s."Id" IN (SELECT "StaffId" FROM "Posts" WHERE "AgencyId" = @agency AND ("LeftOn" IS NULL OR "LeftOn" > @today));

-- name: PeopleToFold
SELECT n."Number", n."Name" FROM "Names" n WHERE n."Number" >= @from ORDER BY n."Number" LIMIT @piece;

-- name: FoldPeople
UPDATE "Names" AS n SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = n."Number";

-- name: Match
CREATE INDEX "NamesByKey" ON "Names" ("NameKey");

UPDATE "Matched" AS m SET "ByName" = n."StaffId",
  "Problem" = CASE WHEN c."Holders" > 1 OR (c."Holders" = 0 AND c."Free" > 1) THEN REPLACE(@SeveralOfTheName, '[name]', m."Name") END
FROM (
  SELECT x."Number", SUM(x."IsHolder") AS "Holders", SUM(x."IsFree") AS "Free",
    MIN(CASE WHEN x."IsHolder" = 1 THEN x."Person" END) AS "Holder", MIN(CASE WHEN x."IsFree" = 1 THEN x."Person" END) AS "Other"
  FROM (
    SELECT k."Number", n."Number" AS "Person", CASE WHEN n."IsTaken" THEN 0 ELSE 1 END AS "IsFree",
      CASE WHEN EXISTS (SELECT 1 FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = n."StaffId"
        AND p."JobTitleId" = k."JobTitleId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
        AND NOT (n."IsTaken" AND EXISTS (SELECT 1 FROM "Matched" o WHERE COALESCE(o."ByNumber", o."ByEmail") = n."StaffId"
          AND o."JobTitleId" = k."JobTitleId")) THEN 1 ELSE 0 END AS "IsHolder"
    FROM "Matched" k JOIN "Names" n ON n."NameKey" = k."NameKey" WHERE k."Key" IS NULL
  ) x
  GROUP BY x."Number"
) c LEFT JOIN "Names" n
  ON n."Number" = CASE WHEN c."Holders" = 1 THEN c."Holder" WHEN c."Holders" = 0 AND c."Free" = 1 THEN c."Other" END
WHERE m."Number" = c."Number";

-- Until here without: rows of one name are one person's, unless the staff list knows better.
UPDATE "Matched" AS m
SET "Key" = '~' || m."NameKey" || '~' || COALESCE((SELECT n."Number" FROM "Names" n WHERE n."StaffId" = m."ByName"), 0)
WHERE m."Key" IS NULL;

-- name: LayOutLoose
-- Those in post at the agency whom no row has found.
DROP TABLE IF EXISTS "Loose";
CREATE TEMP TABLE "Loose" ("StaffId" {id}, "NameKey" text, "JobTitleId" {id}, "Digits" text, "Email" text);
INSERT INTO "Loose" ("StaffId", "NameKey", "JobTitleId", "Digits", "Email")
SELECT p."StaffId", LOWER(s."Name"), p."JobTitleId", LTRIM(p."EmployeeNumber", '0'), s."Email"
FROM "Posts" p JOIN "Staff" s ON s."Id" = p."StaffId"
WHERE p."AgencyId" = @agency AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
  AND p."StaffId" NOT IN (SELECT COALESCE("ByNumber", "ByEmail", "ByName") FROM "Matched"
    WHERE COALESCE("ByNumber", "ByEmail", "ByName") IS NOT NULL);

-- name: MatchLoose
-- A number or an email that nobody has yet belongs to the one person of the name in the job, when they have none of their own. Zeros
-- before a number come and go with spreadsheets.
CREATE INDEX "LooseByName" ON "Loose" ("NameKey");

UPDATE "Matched" AS m SET "ByName" = o."StaffId"
FROM (
  SELECT k."Number", l."StaffId", COUNT(*) OVER (PARTITION BY k."Number") AS "People", COUNT(*) OVER (PARTITION BY l."StaffId") AS "Rows",
    (l."Email" IS NULL OR k."Email" IS NULL)
      AND (l."Digits" IS NULL OR k."EmployeeNumber" IS NULL OR l."Digits" = LTRIM(k."EmployeeNumber", '0')) AS "Agrees"
  FROM "Matched" k JOIN "Loose" l ON l."NameKey" = LOWER(k."Name") AND l."JobTitleId" = k."JobTitleId"
  WHERE k."ByNumber" IS NULL AND k."ByEmail" IS NULL AND k."ByName" IS NULL AND k."Problem" IS NULL
) o
WHERE m."Number" = o."Number" AND o."People" = 1 AND o."Rows" = 1 AND o."Agrees";
