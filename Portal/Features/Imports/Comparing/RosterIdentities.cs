using System.Data.Common;
using Portal.Components;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Decides whether each row is about the person whom its number, email or name found, as <see cref="Identity"/> does for every
/// door. Where the names are the same but for capitals the database says so; the others are decided one by one.
/// </summary>
internal static class RosterIdentities
{
    public static async Task DecideAsync(ImportSql sql, CancellationToken cancel)
    {
        await RowByRow.DecideAsync(sql, OtherNames, IsOther, """
            UPDATE "Matched" AS m SET "Problem" = COALESCE(a."Text", m."Problem") FROM "Answers" a WHERE a."Number" = m."Number"
            """, cancel);
        await sql.ExecuteAsync(Compare, cancel);
        await RowByRow.DecideAsync(sql, Differing, Decide, """
            UPDATE "Matched" AS m SET "Problem" = a."Text", "Differs" = a."Flag" FROM "Answers" a WHERE a."Number" = m."Number"
            """, cancel);
        foreach (var statement in Follow) await sql.ExecuteAsync(statement, cancel);
        await RowByRow.DecideAsync(sql, AnsweredWithNo, Refuse, """
            UPDATE "Matched" AS m SET "Problem" = a."Text" FROM "Answers" a WHERE a."Number" = m."Number"
            """, cancel);
        foreach (var statement in Finish) await sql.ExecuteAsync(statement, cancel);
    }

    /// <summary>Rows that go together by email, number or person, with a name that another of them writes otherwise.</summary>
    private const string OtherNames = """
        SELECT m."Number", m."Name", m."OtherName", m."OtherProblem" FROM "Matched" m
        WHERE m."Number" >= @from AND m."OtherName" IS NOT NULL
        """;

    private static RowByRow.Answer IsOther(DbDataReader row) =>
        new(row.GetInt32(0), PersonName.IsSame(row.GetString(1), row.GetString(2)) ? null : row.GetString(3));

    private const string Compare = """
        UPDATE "Matched" AS m SET "Known" = s."Name", "Differs" = LOWER(s."Name") <> LOWER(m."Name")
        FROM "Staff" s WHERE s."Id" = COALESCE(m."ByNumber", m."ByEmail", m."ByName") AND s."Name" <> m."Name"
        """;

    private const string Differing = """
        SELECT m."Number", m."Name", m."Known", m."IsAway", m."ByNumber" IS NOT NULL, m."ByEmail" IS NOT NULL,
          EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = m."StaffId" AND p."AgencyId" <> @agency) OR NOT EXISTS (SELECT 1
            FROM "Posts" p WHERE p."StaffId" = m."StaffId")
        FROM "Matched" m WHERE m."Number" >= @from AND m."Differs" AND m."Problem" IS NULL
        """;

    private static RowByRow.Answer Decide(DbDataReader row)
    {
        var (number, name, known) = (row.GetInt32(0), row.GetString(1), row.GetString(2));
        try
        {
            var facts = new Identity.Known(known, IsInPostHere: !row.GetBoolean(3), IsKnownElsewhere: row.GetBoolean(6));
            Identity.Decide(name, facts, byNumber: row.GetBoolean(4), byEmail: row.GetBoolean(5));
            return new(number, null, Flag: !PersonName.IsSame(name, known));
        }
        catch (Refused no)
        {
            return new(number, no.Message, Flag: true);
        }
    }

    private static readonly string[] Follow =
    [
        // Their name and address are not this agency's alone.
        """
        UPDATE "Matched" SET "Problem" = 'This person works at another agency too, so their name and work email are not changed by a file. '
          || 'Take the change out, or ask the partnership’s commissioner to make it'
        WHERE "Problem" IS NULL AND NOT "IsAway" AND COALESCE("ByNumber", "ByEmail", "ByName") IS NOT NULL AND ("Differs"
          OR ("Email" IS NOT NULL AND "ByEmail" IS NULL))
          AND EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = "Matched"."StaffId" AND p."AgencyId" <> @agency
            AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
        """,
        // A row that finds nobody by itself is about someone known only through another row.
        """
        UPDATE "Matched" AS m SET "Problem" = 'The other row of this person is refused. Correct that row too'
        WHERE m."Problem" IS NULL AND COALESCE(m."ByNumber", m."ByEmail", m."ByName") IS NULL
          AND m."StaffId" IN (SELECT COALESCE(o."ByNumber", o."ByEmail", o."ByName") FROM "Matched" o WHERE o."Problem" IS NOT NULL)
          AND m."StaffId" NOT IN (SELECT COALESCE(o."ByNumber", o."ByEmail", o."ByName") FROM "Matched" o WHERE o."Problem" IS NULL
            AND COALESCE(o."ByNumber", o."ByEmail", o."ByName") IS NOT NULL)
        """,
        // As KnownPeople tells: whom only this agency has ever had on a list comes back, and anyone else is asked for.
        """
        UPDATE "Matched" SET "IsAsked" = TRUE WHERE "IsAway" AND "Problem" IS NULL AND ("LeftOn" IS NULL OR "LeftOn" > @today)
          AND (EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = "Matched"."StaffId" AND p."AgencyId" <> @agency)
            OR NOT EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = "Matched"."StaffId"))
        """,
    ];

    /// <summary>Once answered with a no, a file does not ask again: that is between people.</summary>
    private const string AnsweredWithNo = """
        SELECT a."Number", a."RequestedAt" FROM (
          SELECT m."Number", q."State", q."RequestedAt", ROW_NUMBER() OVER (PARTITION BY m."Number"
            ORDER BY q."RequestedAt" DESC, q."Id") AS "Back"
          FROM "Matched" m JOIN "PostRequests" q ON q."AgencyId" = @agency AND q."StaffId" = m."StaffId" AND q."State" <> 'Withdrawn'
            WHERE m."IsAsked"
        ) a WHERE a."Back" = 1 AND a."State" = 'Declined' AND a."Number" >= @from
        """;

    private static RowByRow.Answer Refuse(DbDataReader row) => new(row.GetInt32(0),
        $"This was asked on {UkClock.DayOf(row.GetDateTime(1)).Words()}, and the answer was no. Speak with the person, "
        + "then add them on the staff page, or ask the partnership’s commissioner");

    private static readonly string[] Finish =
    [
        """
        UPDATE "Matched" SET "Problem" = "Name" || ' is asked first, so has no job here to leave yet. Take the leaving date out'
        WHERE "IsAsked" AND "Problem" IS NULL AND "LeftOn" IS NOT NULL
        """,
        """
        UPDATE "Matched" AS m
        SET "Problem" = 'Row ' || d."First" || ' asks for ' || m."Name" || ' already. Add this job when they have agreed'
        FROM (SELECT "StaffId", MIN("Number") AS "First" FROM "Matched" WHERE "IsAsked" AND "Problem" IS NULL
          GROUP BY "StaffId" HAVING COUNT(*) > 1) d
        WHERE m."IsAsked" AND m."Problem" IS NULL AND m."StaffId" = d."StaffId" AND m."Number" > d."First"
        """,
        // The spelling that will stand: nobody's is changed by their coming back, nor that of someone who works elsewhere too.
        """
        UPDATE "Matched" SET "Name" = "Known" WHERE "Known" IS NOT NULL AND NOT "Differs" AND "Problem" IS NULL AND NOT "IsAsked"
          AND ("IsAway" OR EXISTS (SELECT 1 FROM "Posts" p WHERE p."StaffId" = "Matched"."StaffId" AND p."AgencyId" <> @agency
            AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)))
        """,
        """
        UPDATE "Matched" SET "IsOneOfSeveral" = TRUE
        WHERE "Problem" IS NULL AND "StaffId" IN (SELECT "StaffId" FROM "Matched" WHERE "Problem" IS NULL
          GROUP BY "StaffId" HAVING COUNT(*) > 1)
        """,
        // One person has one name and one email, whichever of their rows gives it.
        """
        UPDATE "Matched" AS m SET "Name" = u."Name", "Email" = u."Email"
        FROM (SELECT "Number", FIRST_VALUE("Name") OVER (PARTITION BY "StaffId"
          ORDER BY "Number") AS "Name", MAX("Email") OVER (PARTITION BY "StaffId") AS "Email" FROM "Matched" WHERE "IsOneOfSeveral") u
        WHERE m."Number" = u."Number"
        """,
    ];
}
