-- Copies what a compared file says into the agency's records.

-- name: UseTitlesAddedMeanwhile
-- A title that was new when the file was read may be on the agency's list by now: then it is that one.
UPDATE "ImportRows" SET "JobTitleId" = (SELECT t."Id" FROM "ImportTerms" n
  JOIN "JobTitles" t ON t."AgencyId" = @agency AND t."Title" = n."Text"
  WHERE n."ImportId" = @import AND n."JobTitleId" = "ImportRows"."JobTitleId")
WHERE "ImportId" = @import AND "JobTitleId" IN (SELECT n."JobTitleId" FROM "ImportTerms" n
  JOIN "JobTitles" t ON t."AgencyId" = @agency AND t."Title" = n."Text"
  WHERE n."ImportId" = @import AND t."Id" <> n."JobTitleId");

-- name: AddTitles
INSERT INTO "JobTitles" ("Id", "PartnershipId", "AgencyId", "Title", "JobRoleId")
SELECT n."JobTitleId", @partnership, @agency, n."Text", n."JobRoleId" FROM "ImportTerms" n
WHERE n."ImportId" = @import AND NOT EXISTS (SELECT 1 FROM "JobTitles" t WHERE t."Id" = n."JobTitleId")
  AND n."JobTitleId" IN (SELECT r."JobTitleId" FROM "ImportRows" r
    WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver', 'Asked') AND r."JobTitleId" IS NOT NULL);

-- name: AddPeople
INSERT INTO "Staff" ("Id", "PartnershipId", {person: "*"}, "Version")
SELECT "StaffId", @partnership, {person: "*"}, 0
FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "AddsPerson";

-- name: AddPosts
INSERT INTO "Posts" ("Id", "PartnershipId", "AgencyId", "StaffId", {job: "*"}, "Version")
SELECT "PostId", @partnership, @agency, "StaffId", {job: "*"}, 0
FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "Verdict" = 'New';

-- name: ChangePeople
UPDATE "Staff" AS s SET {person: "*" = COALESCE(r."*", s."*")}, "Version" = s."Version" + 1
FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."Number" BETWEEN @from AND @to AND r."Verdict" IN ('New', 'Changed', 'Leaver')
  AND s."Id" = r."StaffId" AND s."Version" = r."StaffVersion"
  AND {any person: r."*" IS NOT NULL AND r."*" IS DISTINCT FROM s."*"};

-- name: ChangePosts
UPDATE "Posts" AS p SET {job: "*" = COALESCE(r."*", p."*")}, "Version" = p."Version" + 1
FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."Number" BETWEEN @from AND @to AND r."Verdict" IN ('Changed', 'Leaver') AND p."Id" = r."PostId";

-- name: AddTraining
INSERT INTO "TrainingRecords" ("Id", "PartnershipId", "StaffId", "AgencyId", {training: "*"},
  "Source", "State", "RecordedBy", "DecidedBy", "DecidedOn", "Version")
SELECT r."NewId", @partnership, r."StaffId", @agency, {training: r."*"}, 'Import',
  CASE WHEN r."IsVerified" THEN 'Verified' ELSE 'Unverified' END, CASE WHEN r."IsVerified" THEN NULL ELSE @by END,
  CASE WHEN r."IsVerified" THEN @by END, CASE WHEN r."IsVerified" THEN @today END, 0
FROM (
  SELECT n.*, @verified AND n."StaffId" NOT IN (SELECT "StaffId" FROM "Own") AS "IsVerified"
  FROM "ImportRows" n WHERE n."ImportId" = @import AND n."Number" BETWEEN @from AND @to AND n."Verdict" = 'New'
) r;

-- The source, the evidence and whoever entered it stay: nobody but the system verified it.
UPDATE "TrainingRecords" AS t SET "State" = 'Verified', "DecidedOn" = @today, "Version" = t."Version" + 1
FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."Number" BETWEEN @from AND @to AND r."Verdict" = 'Changed' AND @verified
  AND t."StaffId" = r."StaffId" AND t."LevelNumber" = r."LevelNumber" AND t."AchievedOn" = r."AchievedOn" AND t."AgencyId" = @agency
  AND t."State" = 'Unverified' AND t."CorrectsId" IS NULL AND t."StaffId" NOT IN (SELECT "StaffId" FROM "Own");
