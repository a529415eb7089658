-- Decides whether each row is about the person whom its number, email or name found.

-- name: OtherNames
-- Rows that go together by email, number or person, with a name that another of them writes otherwise.
SELECT m."Number", m."Name", m."OtherName", m."OtherProblem" FROM "Matched" m
WHERE m."Number" >= @from AND m."OtherName" IS NOT NULL ORDER BY m."Number" LIMIT @piece;

-- name: TakeOtherNames
UPDATE "Matched" AS m SET "Problem" = COALESCE(a."Text", m."Problem") FROM "Answers" a WHERE a."Number" = m."Number";

-- name: Compare
UPDATE "Matched" AS m SET "Known" = s."Name", "Differs" = LOWER(s."Name") <> LOWER(m."Name")
FROM "Staff" s WHERE s."Id" = COALESCE(m."ByNumber", m."ByEmail", m."ByName") AND s."Name" <> m."Name";

-- name: Differing
SELECT m."Number", m."Name", m."Known", m."IsAway", m."ByNumber" IS NOT NULL, m."ByEmail" IS NOT NULL,
  EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = m."StaffId" AND p."AgencyId" <> @agency)
    OR NOT EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = m."StaffId")
FROM "Matched" m WHERE m."Number" >= @from AND m."Differs" AND NOT m."IsSaid" AND m."Problem" IS NULL
ORDER BY m."Number" LIMIT @piece;

-- name: TakeDiffering
UPDATE "Matched" AS m SET "Problem" = a."Text", "Differs" = a."Flag" FROM "Answers" a WHERE a."Number" = m."Number";

-- name: Follow
-- Their name and address are not this agency's alone.
UPDATE "Matched" SET "Problem" = @WorksElsewhereToo
WHERE "Problem" IS NULL AND NOT "IsAway" AND COALESCE("ByNumber", "ByEmail", "ByName") IS NOT NULL
  AND ("Differs" OR ("Email" IS NOT NULL AND "ByEmail" IS NULL))
  AND EXISTS (SELECT 1 FROM "Posts" p
    WHERE p."StaffId" = "Matched"."StaffId" AND p."AgencyId" <> @agency AND (p."LeftOn" IS NULL OR p."LeftOn" > @today));

-- A row that finds nobody by itself is about someone known only through another row.
UPDATE "Matched" AS m SET "Problem" = @OtherRowRefused
WHERE m."Problem" IS NULL AND COALESCE(m."ByNumber", m."ByEmail", m."ByName") IS NULL
  AND m."StaffId" IN (SELECT COALESCE(o."ByNumber", o."ByEmail", o."ByName") FROM "Matched" o WHERE o."Problem" IS NOT NULL)
  AND m."StaffId" NOT IN (SELECT COALESCE(o."ByNumber", o."ByEmail", o."ByName") FROM "Matched" o
    WHERE o."Problem" IS NULL AND COALESCE(o."ByNumber", o."ByEmail", o."ByName") IS NOT NULL);

-- As KnownPeople tells: whom only this agency has ever had on a list comes back, and anyone else is asked for.
UPDATE "Matched" SET "IsAsked" = TRUE
WHERE "IsAway" AND "Problem" IS NULL AND ("LeftOn" IS NULL OR "LeftOn" > @today)
  AND (EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = "Matched"."StaffId" AND p."AgencyId" <> @agency)
    OR NOT EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = "Matched"."StaffId"));

-- name: AnsweredWithNo
-- Once answered with a no, a file does not ask again: that is between people.
SELECT a."Number", a."RequestedAt"
FROM (
  SELECT m."Number", q."State", q."RequestedAt",
    ROW_NUMBER() OVER (PARTITION BY m."Number" ORDER BY q."RequestedAt" DESC, q."Id") AS "Back"
  FROM "Matched" m JOIN "PostRequests" q ON q."AgencyId" = @agency AND q."StaffId" = m."StaffId" AND q."State" <> 'Withdrawn'
  WHERE m."IsAsked"
) a
WHERE a."Back" = 1 AND a."State" = 'Declined' AND a."Number" >= @from ORDER BY a."Number" LIMIT @piece;

-- name: TakeNo
UPDATE "Matched" AS m SET "Problem" = a."Text" FROM "Answers" a WHERE a."Number" = m."Number";

-- name: Finish
UPDATE "Matched" SET "Problem" = REPLACE(@NoJobToLeaveYet, '[name]', "Name") WHERE "IsAsked" AND "Problem" IS NULL AND "LeftOn" IS NOT NULL;

UPDATE "Matched" AS m SET "Problem" = REPLACE(REPLACE(@AskedByAnotherRow, '[row]', CAST(d."First" AS text)), '[name]', m."Name")
FROM (SELECT "StaffId", MIN("Number") AS "First" FROM "Matched" WHERE "IsAsked" AND "Problem" IS NULL
  GROUP BY "StaffId" HAVING COUNT(*) > 1) d
WHERE m."IsAsked" AND m."Problem" IS NULL AND m."StaffId" = d."StaffId" AND m."Number" > d."First";

-- The spelling that will stand: nobody's is changed by their coming back, nor that of someone who works elsewhere too; and one with a
-- comma, which reading takes for the surname first, is not put in order by its own list.
UPDATE "Matched" SET "Name" = "Known"
WHERE "Known" IS NOT NULL AND NOT "Differs" AND "Problem" IS NULL AND NOT "IsAsked"
  AND ("IsAway" OR "Known" LIKE '%,%' OR EXISTS (SELECT 1 FROM "Posts" p
    WHERE p."StaffId" = "Matched"."StaffId" AND p."AgencyId" <> @agency AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)));

UPDATE "Matched" SET "IsOneOfSeveral" = TRUE
WHERE "Problem" IS NULL
  AND "StaffId" IN (SELECT "StaffId" FROM "Matched" WHERE "Problem" IS NULL GROUP BY "StaffId" HAVING COUNT(*) > 1);

-- One person has one name and one email, whichever of their rows gives it.
UPDATE "Matched" AS m SET "Name" = u."Name", "Email" = u."Email"
FROM (SELECT "Number", FIRST_VALUE("Name") OVER (PARTITION BY "StaffId" ORDER BY "Number") AS "Name",
  MAX("Email") OVER (PARTITION BY "StaffId") AS "Email" FROM "Matched" WHERE "IsOneOfSeveral") u
WHERE m."Number" = u."Number";
