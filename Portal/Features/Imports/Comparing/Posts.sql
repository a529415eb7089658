-- Which of a person's posts a row is about.

-- name: Match
-- The post with its title; or a person's only post, when it is their only row, whose title then changes.
UPDATE "Matched" AS m SET "PostId" = COALESCE(
  (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId" AND p."JobTitleId" = m."JobTitleId"
    AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1),
  CASE WHEN NOT m."IsOneOfSeveral" AND 1 = (SELECT COUNT(*) FROM "Posts" p
      WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
    THEN (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId"
      AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1) END,
  CASE WHEN m."LeftOn" IS NOT NULL
    THEN (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId" AND p."JobTitleId" = m."JobTitleId"
      ORDER BY p."LeftOn" DESC LIMIT 1) END,
  m."NewId")
WHERE m."Problem" IS NULL;

UPDATE "Matched" AS m SET "Problem" = REPLACE(REPLACE(@TitleGivenAlready, '[row]', CAST(d."First" AS text)), '[name]', m."Name")
FROM (SELECT "StaffId", "JobTitleId", MIN("Number") AS "First" FROM "Matched" WHERE "IsOneOfSeveral"
  GROUP BY "StaffId", "JobTitleId" HAVING COUNT(*) > 1) d
WHERE m."IsOneOfSeveral" AND m."StaffId" = d."StaffId" AND m."JobTitleId" = d."JobTitleId" AND m."Number" > d."First";
