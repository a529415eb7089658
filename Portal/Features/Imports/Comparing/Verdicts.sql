-- What would happen to each row of a staff list, once it is known whom and which post it is about.

-- name: Settle
-- One person has one spelling and one address, whichever of their rows gives it.
UPDATE "StagedRows" AS f SET "Name" = m."Name", "Email" = m."Email" FROM "Matched" m
WHERE m."Number" = f."Number" AND (m."Name" <> f."Name" OR m."Email" IS DISTINCT FROM f."Email");

-- name: Keep
-- Every row with its verdict, with what the person and the post were, and with the first thing that refuses it. An empty cell
-- leaves what is there.
INSERT INTO "ImportRows" ({compared: "*"}, "Problem", "ManagerNote", "Verdict", "AddsPerson")
SELECT {compared: c."*"}, c."Refusal",
  CASE WHEN c."Refusal" IS NULL THEN c."WhyNoManager" END,
  CASE WHEN c."Refusal" IS NOT NULL THEN 'Refused'
    WHEN c."IsAsked" THEN 'Asked'
    WHEN c."PostVersion" IS NULL THEN 'New'
    WHEN c."OldLeftOn" <= @today THEN 'Unchanged'
    WHEN c."LeftOn" IS NOT NULL AND c."LeftOn" IS DISTINCT FROM c."OldLeftOn" THEN 'Leaver'
    WHEN {any person: c."*" IS NOT NULL AND c."*" IS DISTINCT FROM c."Old*"} THEN 'Changed'
    WHEN {any job: c."*" IS NOT NULL AND c."*" IS DISTINCT FROM c."Old*"} THEN 'Changed'
    ELSE 'Unchanged' END,
  c."Refusal" IS NULL AND c."PostVersion" IS NULL AND NOT c."IsOneOfSeveral" AND NOT c."IsAsked" AND c."StaffVersion" IS NULL
FROM (
  SELECT e.*, {person: s."*" AS "Old*"}, s."Version" AS "StaffVersion", {job: p."*" AS "Old*"}, p."Version" AS "PostVersion",
    COALESCE(e."Early", CASE
      WHEN p."LeftOn" <= @today AND e."LeftOn" <> p."LeftOn" THEN REPLACE(@LeftOnAnotherDay, '[name]', e."Name")
      WHEN e."LeftOn" IS DISTINCT FROM p."LeftOn" AND e."LeftOn" <= COALESCE(e."StartedOn", p."StartedOn") THEN @LeavesBeforeStart
      WHEN p."Id" IS NULL AND e."LeftOn" <= @today THEN REPLACE(@NotInThisJob, '[name]', e."Name") END) AS "Refusal"
  FROM (
    SELECT f.*, m."StaffId", m."PostId", m."IsOneOfSeveral", COALESCE(m."IsAsked", FALSE) AS "IsAsked",
      COALESCE(f."Problem", m."Problem") AS "Early", CASE WHEN g."StaffId" <> m."StaffId" THEN g."StaffId" END AS "ManagerId",
      CASE
        WHEN g."StaffId" = m."StaffId" THEN REPLACE(@OwnManager, '[name]', f."Name")
        WHEN g."IsSeveral" THEN REPLACE(@SeveralManagers, '[manager]', f."Manager")
        WHEN f."Manager" IS NOT NULL AND g."StaffId" IS NULL THEN REPLACE(@ManagerNotHere, '[manager]', f."Manager") END AS "WhyNoManager"
    FROM "StagedRows" f LEFT JOIN "Matched" m ON m."Number" = f."Number" LEFT JOIN "Managers" g ON g."Key" = f."Manager"
  ) e
  LEFT JOIN "Posts" p ON p."Id" = e."PostId" AND e."Early" IS NULL
  LEFT JOIN "Staff" s ON s."Id" = e."StaffId" AND e."Early" IS NULL AND NOT e."IsAsked"
) c;

-- name: NamePeopleOfSeveralRows
-- Of several rows about one new person, the first that is not refused adds them.
UPDATE "ImportRows" AS r SET "AddsPerson" = TRUE
FROM (SELECT MIN(f."Number") AS "Number"
  FROM "Matched" m JOIN "ImportRows" f ON f."ImportId" = @import AND f."Number" = m."Number"
  WHERE m."IsOneOfSeveral" AND f."Verdict" = 'New' AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = f."StaffId")
  GROUP BY f."StaffId") n
WHERE r."ImportId" = @import AND r."Number" = n."Number";
