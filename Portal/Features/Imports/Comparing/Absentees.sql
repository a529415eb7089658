-- People whom a full list does not name leave.

-- name: Add
-- What they are now is what they were before, but that they leave: today, or as they begin.
INSERT INTO "ImportRows" ("ImportId", "Number", "InFile", "NewId", "Misread", "AddsPerson", "Verdict", "StaffId", "PostId",
  {person: "*"}, {job: "*"}, {person: "Old*"}, {job: "Old*"}, "StaffVersion", "PostVersion")
SELECT @import, last."Number" + ROW_NUMBER() OVER (ORDER BY s."Name", p."Id"), FALSE, p."Id", FALSE, FALSE, 'Leaver', s."Id", p."Id",
  {person: s."*"}, {job: p."*"}, {person: s."*"}, {job: p."*"}, s."Version", p."Version"
FROM "Posts" p JOIN "Staff" s ON s."Id" = p."StaffId",
  (SELECT MAX("Number") AS "Number" FROM "ImportRows" WHERE "ImportId" = @import) last
WHERE p."AgencyId" = @agency AND p."LeftOn" IS NULL
  AND p."Id" NOT IN (SELECT "PostId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" <> 'Refused' AND "PostId" IS NOT NULL)
  AND p."StaffId" NOT IN (SELECT "StaffId" FROM "ImportRows"
    WHERE "ImportId" = @import AND "Verdict" = 'Refused' AND "StaffId" IS NOT NULL)
  AND (p."EmployeeNumber" IS NULL OR p."EmployeeNumber" NOT IN (SELECT "EmployeeNumber" FROM "ImportRows"
    WHERE "ImportId" = @import AND "Verdict" = 'Refused' AND "EmployeeNumber" IS NOT NULL))
  AND (s."Email" IS NULL OR s."Email" NOT IN (SELECT "Email" FROM "ImportRows"
    WHERE "ImportId" = @import AND "Verdict" = 'Refused' AND "Email" IS NOT NULL));

UPDATE "ImportRows" SET "LeftOn" = CASE WHEN "StartedOn" > @today THEN "StartedOn" ELSE @today END
WHERE "ImportId" = @import AND NOT "InFile";

-- name: LayOutNames
-- The names of rows whose number and email lead to nobody here, and of those who would leave.
DROP TABLE IF EXISTS "Named";
DROP TABLE IF EXISTS "Absent";
CREATE TEMP TABLE "Named" ("Number" integer PRIMARY KEY, "Name" text, "NameKey" text);
CREATE TEMP TABLE "Absent" ("Number" integer PRIMARY KEY, "Name" text, "NameKey" text);

INSERT INTO "Named" ("Number", "Name")
SELECT r."Number", r."Name" FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."InFile" AND r."Name" IS NOT NULL AND r."Verdict" IN ('New', 'Refused', 'Asked', 'InQuestion')
  AND NOT EXISTS (SELECT 1 FROM "Posts" p
    WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = r."EmployeeNumber" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
  AND NOT EXISTS (SELECT 1 FROM "Staff" s JOIN "Posts" p ON p."StaffId" = s."Id"
    WHERE s."PartnershipId" = @partnership AND s."Email" = r."Email"
      AND p."AgencyId" = @agency AND (p."LeftOn" IS NULL OR p."LeftOn" > @today));

INSERT INTO "Absent" ("Number", "Name")
SELECT r."Number", r."Name" FROM "ImportRows" r WHERE r."ImportId" = @import AND NOT r."InFile";

-- name: NamedToFold
SELECT n."Number", n."Name" FROM "Named" n WHERE n."Number" >= @from ORDER BY n."Number" LIMIT @piece;

-- name: FoldNamed
UPDATE "Named" AS n SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = n."Number";

-- name: AbsentToFold
SELECT b."Number", b."Name" FROM "Absent" b WHERE b."Number" >= @from ORDER BY b."Number" LIMIT @piece;

-- name: FoldAbsent
UPDATE "Absent" AS b SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = b."Number";

-- name: SpareTheNamed
DELETE FROM "ImportRows" WHERE "ImportId" = @import AND NOT "InFile"
  AND "Number" IN (SELECT b."Number" FROM "Absent" b WHERE b."NameKey" IN (SELECT "NameKey" FROM "Named"));
