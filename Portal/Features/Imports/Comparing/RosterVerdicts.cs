namespace Portal.Features.Imports.Comparing;

/// <summary>What would happen to each row of a roster, once it is known whom and which post it is about.</summary>
internal static class RosterVerdicts
{
    /// <summary>
    /// Keeps every row with its verdict, with what the person and the post were, and with the first thing that refuses it.
    /// An empty cell leaves what is there.
    /// </summary>
    public const string Keep = """
        INSERT INTO "ImportRows" ("ImportId", "Number", "InFile", "NewId", "EmployeeNumber", "Name", "Email", "JobTitleId", "StartedOn", "LeftOn", "Manager", "Misread",
          "StaffId", "PostId", "ManagerId", "OldName", "OldEmail", "OldEmployeeNumber", "OldJobTitleId", "OldStartedOn", "OldLeftOn", "OldManagerId", "StaffVersion", "PostVersion",
          "Problem", "Verdict", "AddsPerson")
        SELECT c."ImportId", c."Number", c."InFile", c."NewId", c."EmployeeNumber", c."Name", c."Email", c."JobTitleId", c."StartedOn", c."LeftOn", c."Manager", c."Misread",
          c."Person", c."Post", c."Lead", c."OldName", c."OldEmail", c."OldEmployeeNumber", c."OldJobTitleId", c."OldStartedOn", c."OldLeftOn", c."OldManagerId", c."StaffVersion", c."PostVersion",
          c."Refusal",
          CASE WHEN c."Refusal" IS NOT NULL THEN 'Refused'
            WHEN c."IsAsked" THEN 'Asked'
            WHEN c."PostVersion" IS NULL THEN 'New'
            WHEN c."OldLeftOn" <= @today THEN 'Unchanged'
            WHEN c."LeftOn" IS NOT NULL AND c."LeftOn" IS DISTINCT FROM c."OldLeftOn" THEN 'Leaver'
            WHEN c."Name" <> c."OldName" OR c."JobTitleId" <> c."OldJobTitleId" OR (c."Email" IS NOT NULL AND c."Email" IS DISTINCT FROM c."OldEmail")
              OR (c."EmployeeNumber" IS NOT NULL AND c."EmployeeNumber" IS DISTINCT FROM c."OldEmployeeNumber")
              OR (c."StartedOn" IS NOT NULL AND c."StartedOn" IS DISTINCT FROM c."OldStartedOn")
              OR (c."Lead" IS NOT NULL AND c."Lead" IS DISTINCT FROM c."OldManagerId") THEN 'Changed'
            ELSE 'Unchanged' END,
          c."Refusal" IS NULL AND c."PostVersion" IS NULL AND NOT c."IsOneOfSeveral" AND NOT c."IsAsked" AND c."StaffVersion" IS NULL
        FROM (
          SELECT e.*, s."Name" AS "OldName", s."Email" AS "OldEmail", s."Version" AS "StaffVersion", p."EmployeeNumber" AS "OldEmployeeNumber", p."JobTitleId" AS "OldJobTitleId",
            p."StartedOn" AS "OldStartedOn", p."LeftOn" AS "OldLeftOn", p."ManagerId" AS "OldManagerId", p."Version" AS "PostVersion",
            COALESCE(e."Early", CASE
              WHEN p."LeftOn" <= @today AND e."LeftOn" <> p."LeftOn" THEN e."Name" || ' has already left this job, on another day'
              WHEN p."Id" IS NOT NULL AND e."LeftOn" < COALESCE(e."StartedOn", p."StartedOn") THEN 'Leaving date is before the start date on the staff list'
              WHEN p."Id" IS NULL AND e."LeftOn" <= @today THEN e."Name" || ' is not in this job on the staff list, so cannot leave it. Take the row out' END) AS "Refusal"
          FROM (
            SELECT f."ImportId", f."Number", f."InFile", f."NewId", f."EmployeeNumber", COALESCE(m."Name", f."Name") AS "Name", COALESCE(m."Email", f."Email") AS "Email", f."JobTitleId", f."StartedOn", f."LeftOn", f."Manager", f."Misread",
              m."StaffId" AS "Person", m."PostId" AS "Post", m."IsOneOfSeveral", COALESCE(m."IsAsked", FALSE) AS "IsAsked", g."StaffId" AS "Lead",
              COALESCE(f."Problem", m."Problem", CASE
                WHEN g."StaffId" = m."StaffId" THEN f."Name" || ' cannot be their own line manager'
                WHEN f."Manager" IS NOT NULL AND g."StaffId" IS NULL THEN 'Line manager “' || f."Manager" || '” is not on the staff list or in this file. Give their employee number or work email' END) AS "Early"
            FROM "StagedRows" f LEFT JOIN "Matched" m ON m."Number" = f."Number" LEFT JOIN "Managers" g ON g."Key" = f."Manager"
          ) e
          LEFT JOIN "Posts" p ON p."Id" = e."Post" AND e."Early" IS NULL
          LEFT JOIN "Staff" s ON s."Id" = e."Person" AND e."Early" IS NULL AND NOT e."IsAsked"
        ) c
        """;

    /// <summary>Of several rows about one new person, the first that is not refused adds them.</summary>
    public const string NamePeopleOfSeveralRows = """
        UPDATE "ImportRows" AS r SET "AddsPerson" = TRUE
        FROM (SELECT MIN(f."Number") AS "Number" FROM "Matched" m JOIN "ImportRows" f ON f."ImportId" = @import AND f."Number" = m."Number"
          WHERE m."IsOneOfSeveral" AND f."Verdict" = 'New' AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = f."StaffId") GROUP BY f."StaffId") n
        WHERE r."ImportId" = @import AND r."Number" = n."Number"
        """;
}
