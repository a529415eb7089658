-- Finds the people who would report to each other in a circle.

-- name: LayOut
-- Only managers, because nobody else is part of a circle: in the rows, and in the posts that no row changes.
DROP TABLE IF EXISTS "ReportingTo";
CREATE TEMP TABLE "ReportingTo" ("StaffId" {id}, "ManagerId" {id});
INSERT INTO "ReportingTo" ("StaffId", "ManagerId")
SELECT e."StaffId", e."ManagerId" FROM (
  SELECT r."StaffId", COALESCE(r."ManagerId", r."OldManagerId") AS "ManagerId" FROM "ImportRows" r
  WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused'
    AND (COALESCE(r."LeftOn", r."OldLeftOn") IS NULL OR COALESCE(r."LeftOn", r."OldLeftOn") > @today)
  UNION ALL
  SELECT p."StaffId", p."ManagerId" FROM "Posts" p
  WHERE p."AgencyId" = @agency AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
    AND p."Id" NOT IN (SELECT "PostId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" <> 'Refused' AND "PostId" IS NOT NULL)
) e
WHERE e."ManagerId" IS NOT NULL AND e."StaffId" IN (
  SELECT "ManagerId" FROM "ImportRows" WHERE "ImportId" = @import AND "ManagerId" IS NOT NULL
  UNION SELECT "ManagerId" FROM "Posts" WHERE "AgencyId" = @agency AND "ManagerId" IS NOT NULL);

-- name: PeelTop
DELETE FROM "ReportingTo" WHERE "ManagerId" NOT IN (SELECT "StaffId" FROM "ReportingTo");

-- name: PeelBottom
DELETE FROM "ReportingTo" WHERE "StaffId" NOT IN (SELECT "ManagerId" FROM "ReportingTo");

-- name: LeaveOut
UPDATE "ImportRows" AS r SET "ManagerId" = NULL,
  "ManagerNote" = REPLACE(REPLACE(@ReportsInACircle, '[manager]', r."Manager"), '[name]', r."Name")
WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."ManagerId" IS NOT NULL AND r."ManagerId" IS DISTINCT FROM r."OldManagerId"
  AND EXISTS (SELECT 1 FROM "ReportingTo" t WHERE t."StaffId" = r."StaffId" AND t."ManagerId" = r."ManagerId");
