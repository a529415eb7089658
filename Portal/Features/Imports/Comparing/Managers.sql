-- Who the line managers that a staff list names are: someone on the agency's list, or in the file.

-- name: Name
DROP TABLE IF EXISTS "Managers";
CREATE TEMP TABLE "Managers" ("Key" text PRIMARY KEY, "StaffId" {id});
INSERT INTO "Managers" ("Key") SELECT DISTINCT "Manager" FROM "StagedRows" WHERE "Manager" IS NOT NULL AND NOT "Misread";

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

-- name: RefuseThoseWhoAreAsked
UPDATE "ImportRows" AS r SET "Verdict" = 'Refused', "AddsPerson" = FALSE, "Problem" = REPLACE(@ManagerIsAsked, '[manager]', r."Manager")
WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused'
  AND r."ManagerId" IN (SELECT f."StaffId" FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" = 'Asked');

-- name: RefuseThoseWhoWillNotBe
UPDATE "ImportRows" AS r SET "Verdict" = 'Refused', "AddsPerson" = FALSE, "Problem" = REPLACE(@ManagerIsRefused, '[manager]', r."Manager")
WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."ManagerId" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."ManagerId")
  AND r."ManagerId" NOT IN (SELECT f."StaffId" FROM "ImportRows" f
    WHERE f."ImportId" = @import AND f."Verdict" = 'New' AND f."StaffId" IS NOT NULL);
