-- Finds the people whom the staged rows of a staff list name.

-- name: MatchByKeys
DROP TABLE IF EXISTS "Matched";

CREATE TEMP TABLE "Matched" ("Number" integer PRIMARY KEY, "Key" text, "Name" text, "Email" text, "EmployeeNumber" text,
  "JobTitleId" {id}, "LeftOn" {day}, "NewId" {id}, "ByNumber" {id}, "ByEmail" {id}, "ByName" {id}, "StaffId" {id}, "PostId" {id},
  "NameKey" text, "Known" text, "OtherName" text, "OtherProblem" text, "Problem" text,
  "IsAway" boolean DEFAULT FALSE, "Differs" boolean DEFAULT FALSE, "IsAsked" boolean DEFAULT FALSE, "IsOneOfSeveral" boolean DEFAULT FALSE,
  "IsSaid" boolean DEFAULT FALSE);

INSERT INTO "Matched" ("Number", "Key", "Name", "Email", "EmployeeNumber", "JobTitleId", "LeftOn", "NewId", "ByNumber", "ByEmail")
SELECT f."Number", COALESCE(f."Email", '#' || f."EmployeeNumber"), f."Name", f."Email", f."EmployeeNumber", f."JobTitleId",
  f."LeftOn", f."NewId",
  (SELECT p."StaffId" FROM "Posts" p
    WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
    ORDER BY CASE WHEN p."LeftOn" IS NULL THEN 0 ELSE 1 END, p."Id" DESC LIMIT 1),
  s."Id"
FROM "StagedRows" f LEFT JOIN "Staff" s ON s."PartnershipId" = @partnership AND s."Email" = f."Email"
WHERE NOT f."Misread";

-- Known, and not in post here.
UPDATE "Matched" SET "IsAway" = TRUE
WHERE "ByNumber" IS NULL AND "ByEmail" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "Posts" p
    WHERE p."AgencyId" = @agency AND p."StaffId" = "Matched"."ByEmail" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today));

-- A number that is no longer anyone's finds only whoever left with it, in a row that says so: nothing happens to them.
UPDATE "Matched" AS m SET "ByNumber" = p."StaffId", "IsAway" = TRUE
FROM "Posts" p JOIN "Staff" s ON s."Id" = p."StaffId"
WHERE m."LeftOn" <= @today AND m."ByNumber" IS NULL AND p."AgencyId" = @agency AND p."EmployeeNumber" = m."EmployeeNumber"
  AND p."LeftOn" = m."LeftOn" AND LOWER(s."Name") = LOWER(m."Name");

-- name: ReadTogether
UPDATE "Matched" SET "StaffId" = COALESCE("ByNumber", "ByEmail", "ByName", "NewId");

-- One person is all the rows with one email, or without an email with one employee number, or with one name. Rows about one
-- person agree on who that is; whether two spellings are one name is left to StaffListIdentities.
UPDATE "Matched" AS r SET "StaffId" = m."Person", "Problem" = m."Problem", "OtherName" = m."OtherName", "OtherProblem" = m."OtherProblem"
FROM (
  SELECT k."Number",
    FIRST_VALUE(k."StaffId") OVER (PARTITION BY k."Key"
      ORDER BY CASE WHEN COALESCE(k."ByNumber", k."ByEmail", k."ByName") IS NULL THEN 1 ELSE 0 END, k."Number") AS "Person",
    CASE
      WHEN LOWER(k."Name") <> LOWER(FIRST_VALUE(k."Name") OVER "SameKey") THEN FIRST_VALUE(k."Name") OVER "SameKey"
      WHEN LOWER(k."Name") <> LOWER(FIRST_VALUE(k."Name") OVER "SamePerson") THEN FIRST_VALUE(k."Name") OVER "SamePerson"
    END AS "OtherName",
    CASE
      WHEN LOWER(k."Name") <> LOWER(FIRST_VALUE(k."Name") OVER "SameKey")
        THEN REPLACE(REPLACE(CASE WHEN k."Email" IS NULL THEN @OneNumberTwoPeople ELSE @OneEmailTwoPeople END,
          '[row]', CAST(FIRST_VALUE(k."Number") OVER "SameKey" AS text)), '[name]', FIRST_VALUE(k."Name") OVER "SameKey")
      ELSE REPLACE(REPLACE(@OnePersonTwoNames,
        '[row]', CAST(FIRST_VALUE(k."Number") OVER "SamePerson" AS text)), '[name]', FIRST_VALUE(k."Name") OVER "SamePerson")
    END AS "OtherProblem",
    CASE
      WHEN k."Problem" IS NOT NULL THEN k."Problem"
      WHEN k."EmployeeNumber" IS NOT NULL AND k."Key" <> FIRST_VALUE(k."Key") OVER "SameNumber"
        AND k."StaffId" <> FIRST_VALUE(k."StaffId") OVER "SameNumber"
        THEN REPLACE(@OneNumberTwoEmails, '[row]', CAST(FIRST_VALUE(k."Number") OVER "SameNumber" AS text))
      WHEN k."ByNumber" <> k."ByEmail" THEN @TwoPeople
      WHEN k."Email" <> FIRST_VALUE(k."Email") OVER "SamePersonsEmail"
        THEN REPLACE(@OnePersonTwoEmails, '[row]', CAST(FIRST_VALUE(k."Number") OVER "SamePersonsEmail" AS text))
    END AS "Problem"
  FROM "Matched" k
  WHERE k."ByNumber" <> k."ByEmail"
    OR k."Key" IN (SELECT "Key" FROM "Matched" GROUP BY "Key" HAVING COUNT(*) > 1)
    OR k."EmployeeNumber" IN (SELECT "EmployeeNumber" FROM "Matched" GROUP BY "EmployeeNumber" HAVING COUNT(*) > 1)
    OR k."StaffId" IN (SELECT "StaffId" FROM "Matched" GROUP BY "StaffId" HAVING COUNT(*) > 1)
  WINDOW "SameKey" AS (PARTITION BY k."Key" ORDER BY k."Number"),
    "SameNumber" AS (PARTITION BY k."EmployeeNumber" ORDER BY k."Number"),
    "SamePerson" AS (PARTITION BY k."StaffId" ORDER BY k."Number"),
    "SamePersonsEmail" AS (PARTITION BY k."StaffId" ORDER BY CASE WHEN k."Email" IS NULL THEN 1 ELSE 0 END, k."Number")
) m
WHERE r."Number" = m."Number";
