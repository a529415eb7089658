-- Puts back what an import changed, where nobody has changed it since.

-- name: Training
DELETE FROM "TrainingRecords" AS t
WHERE t."Version" = 0 AND t."Id" IN (SELECT "NewId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" = 'New')
  AND {unused TrainingRecords t};

UPDATE "ImportRows" AS r SET "Kept" = @RecordChangedSince
WHERE r."ImportId" = @import AND r."Verdict" = 'New' AND EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."Id" = r."NewId");

UPDATE "ImportRows" AS r SET "Kept" = @RecordChangedSince
WHERE r."ImportId" = @import AND r."Verdict" = 'Changed' AND NOT EXISTS (SELECT 1 FROM "TrainingRecords" t
  WHERE t."StaffId" = r."StaffId" AND t."LevelNumber" = r."LevelNumber" AND t."AchievedOn" = r."AchievedOn" AND t."AgencyId" = @agency
    AND t."State" = 'Verified' AND t."DecidedBy" IS NULL AND t."Source" <> 'Course');

UPDATE "TrainingRecords" AS t SET "State" = 'Unverified', "DecidedOn" = NULL, "Version" = t."Version" + 1
FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."Verdict" = 'Changed'
  AND t."StaffId" = r."StaffId" AND t."LevelNumber" = r."LevelNumber" AND t."AchievedOn" = r."AchievedOn" AND t."AgencyId" = @agency
  AND t."State" = 'Verified' AND t."DecidedBy" IS NULL AND t."Source" <> 'Course';

-- name: People
UPDATE "ImportRows" AS r SET "Kept" = @JobChangedSince
WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver')
  AND NOT EXISTS (SELECT 1 FROM "Posts" p WHERE p."Id" = r."PostId" AND p."Version" = COALESCE(r."PostVersion" + 1, 0));

UPDATE "ImportRows" AS r SET "Kept" = @PersonChangedSince
WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver') AND r."StaffVersion" IS NOT NULL AND r."Kept" IS NULL
  AND {any person: r."*" IS NOT NULL AND r."*" IS DISTINCT FROM r."Old*"}
  AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."StaffId" AND s."Version" = r."StaffVersion" + 1);

UPDATE "Posts" AS p SET {job: "*" = r."Old*"}, "Version" = p."Version" + 1
FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."Verdict" IN ('Changed', 'Leaver') AND p."Id" = r."PostId" AND p."Version" = r."PostVersion" + 1;

UPDATE "Staff" AS s SET {person: "*" = r."Old*"}, "Version" = s."Version" + 1
FROM "ImportRows" r
WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver')
  AND s."Id" = r."StaffId" AND s."Version" = r."StaffVersion" + 1
  AND {any person: r."*" IS NOT NULL AND r."*" IS DISTINCT FROM r."Old*"};

DELETE FROM "Posts" AS p
WHERE p."Version" = 0
  AND p."Id" IN (SELECT "PostId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" = 'New' AND "Kept" IS NULL)
  AND {unused Posts p};

DELETE FROM "Staff" AS s
WHERE s."Version" = 0 AND s."Id" IN (SELECT "StaffId" FROM "ImportRows" WHERE "ImportId" = @import AND "AddsPerson")
  AND {unused Staff s};

UPDATE "ImportRows" AS r SET "Kept" = @SomethingElseRecorded
WHERE r."ImportId" = @import AND r."AddsPerson" AND r."Kept" IS NULL AND EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."StaffId");

UPDATE "ImportRows" AS r SET "Kept" = REPLACE(@AgreedSince, '[name]', r."Name")
WHERE r."ImportId" = @import AND r."Verdict" = 'Asked'
  AND EXISTS (SELECT 1 FROM "PostRequests" q WHERE q."ImportId" = @import AND q."StaffId" = r."StaffId" AND q."State" = 'Agreed');

DELETE FROM "JobTitles" AS t
WHERE t."AgencyId" = @agency
  AND t."Id" IN (SELECT n."JobTitleId" FROM "ImportTerms" n
    WHERE n."ImportId" = @import AND n."JobRoleId" IS NOT DISTINCT FROM t."JobRoleId")
  AND {unused JobTitles t};
