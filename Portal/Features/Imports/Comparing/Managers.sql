-- Who the line managers that a staff list names are: someone on the agency's list, or in the file.

-- name: Name
DROP TABLE IF EXISTS "Managers";
CREATE TEMP TABLE "Managers" ("Key" text PRIMARY KEY, "Number" integer, "StaffId" {id}, "NameKey" text, "IsSeveral" boolean DEFAULT FALSE);
INSERT INTO "Managers" ("Key", "Number")
SELECT k."Manager", ROW_NUMBER() OVER (ORDER BY k."Manager")
FROM (SELECT DISTINCT "Manager" FROM "StagedRows" WHERE "Manager" IS NOT NULL AND NOT "Misread") k;

-- name: Find
UPDATE "Managers" AS g SET "StaffId" = (SELECT p."StaffId" FROM "Posts" p
  WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = g."Key" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1);

UPDATE "Managers" AS g SET "StaffId" = (SELECT s."Id" FROM "Staff" s WHERE s."PartnershipId" = @partnership AND s."Email" = g."Key"
  AND EXISTS (SELECT 1 FROM "Posts" p
    WHERE p."AgencyId" = @agency AND p."StaffId" = s."Id" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)))
WHERE g."StaffId" IS NULL;

UPDATE "Managers" AS g SET "StaffId" = m."StaffId" FROM "Matched" m
WHERE g."StaffId" IS NULL AND g."Key" = m."EmployeeNumber"
  AND m."Number" IN (SELECT MIN(k."Number") FROM "Matched" k JOIN "Managers" n ON n."Key" = k."EmployeeNumber"
    WHERE k."Problem" IS NULL GROUP BY k."EmployeeNumber");

UPDATE "Managers" AS g SET "StaffId" = m."StaffId" FROM "Matched" m
WHERE g."StaffId" IS NULL AND g."Key" = m."Email"
  AND m."Number" IN (SELECT MIN(k."Number") FROM "Matched" k JOIN "Managers" n ON n."Key" = k."Email"
    WHERE k."Problem" IS NULL GROUP BY k."Email");

-- name: KeysToFold
-- What is neither a known number nor an address may be a name: one of several words.
SELECT g."Number", g."Key" FROM "Managers" g
WHERE g."StaffId" IS NULL AND g."Key" LIKE '% %' AND g."Key" NOT LIKE '%@%' AND g."Number" >= @from ORDER BY g."Number" LIMIT @piece;

-- name: FoldKeys
UPDATE "Managers" AS g SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = g."Number";

-- name: LayOutNames
-- Everyone in post at the agency, and everyone who will be when the file is applied.
DROP TABLE IF EXISTS "ManagerNames";
CREATE TEMP TABLE "ManagerNames" ("Number" integer PRIMARY KEY, "StaffId" {id}, "Name" text, "NameKey" text);
INSERT INTO "ManagerNames" ("Number", "StaffId", "Name")
SELECT ROW_NUMBER() OVER (ORDER BY x."StaffId", x."Name"), x."StaffId", x."Name"
FROM (
  SELECT s."Id" AS "StaffId", s."Name" FROM "Staff" s
  WHERE s."Id" IN (SELECT "StaffId" FROM "Posts" WHERE "AgencyId" = @agency AND ("LeftOn" IS NULL OR "LeftOn" > @today))
  UNION SELECT m."StaffId", m."Name" FROM "Matched" m WHERE m."Problem" IS NULL AND NOT m."IsAsked"
) x;

-- name: NamesToFold
SELECT n."Number", n."Name" FROM "ManagerNames" n WHERE n."Number" >= @from ORDER BY n."Number" LIMIT @piece;

-- name: FoldNames
UPDATE "ManagerNames" AS n SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = n."Number";

-- name: FindByName
UPDATE "Managers" AS g SET "IsSeveral" = c."People" > 1, "StaffId" = CASE WHEN c."People" = 1 THEN n."StaffId" END
FROM (SELECT "NameKey", COUNT(DISTINCT "StaffId") AS "People", MIN("Number") AS "First" FROM "ManagerNames" GROUP BY "NameKey") c
  JOIN "ManagerNames" n ON n."Number" = c."First"
WHERE g."StaffId" IS NULL AND g."NameKey" = c."NameKey";

-- name: LeaveOutThoseWhoAreAsked
UPDATE "ImportRows" AS r SET "ManagerId" = NULL, "ManagerNote" = REPLACE(@ManagerIsAsked, '[manager]', r."Manager")
WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."InFile"
  AND r."ManagerId" IN (SELECT f."StaffId" FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" = 'Asked');

UPDATE "ImportRows" AS r SET "ManagerId" = NULL, "ManagerNote" = REPLACE(@ManagerIsInQuestion, '[manager]', r."Manager")
WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."InFile"
  AND r."ManagerId" IN (SELECT f."StaffId" FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" = 'InQuestion');

-- name: LeaveOutThoseWhoWillNotBe
UPDATE "ImportRows" AS r SET "ManagerId" = NULL, "ManagerNote" = REPLACE(@ManagerIsRefused, '[manager]', r."Manager")
WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."ManagerId" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."ManagerId")
  AND r."ManagerId" NOT IN (SELECT f."StaffId" FROM "ImportRows" f
    WHERE f."ImportId" = @import AND f."Verdict" = 'New' AND f."StaffId" IS NOT NULL);

-- name: Settle
-- Where the manager was all that would have changed, nothing does.
UPDATE "ImportRows" AS r SET "Verdict" = 'Unchanged'
WHERE r."ImportId" = @import AND r."Verdict" = 'Changed' AND r."ManagerNote" IS NOT NULL
  AND NOT {any person: r."*" IS NOT NULL AND r."*" IS DISTINCT FROM r."Old*"}
  AND NOT {any job: r."*" IS NOT NULL AND r."*" IS DISTINCT FROM r."Old*"};
