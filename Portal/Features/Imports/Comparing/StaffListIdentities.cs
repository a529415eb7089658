using System.Data.Common;
using Portal.Components;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Decides whether each row is about the person whom its number, email or name found, as <see cref="Identity"/> does for every
/// door. Where the names are the same but for capitals the database says so; the others are decided one by one.
/// </summary>
internal static class StaffListIdentities
{
    public static async Task DecideAsync(ImportSql sql, CancellationToken cancel)
    {
        await RowByRow.DecideAsync(sql, "Identities.OtherNames", IsOther, "Identities.TakeOtherNames", cancel);
        await sql.RunAsync("Identities.Compare", cancel);
        await RowByRow.DecideAsync(sql, "Identities.Differing", Decide, "Identities.TakeDiffering", cancel);
        await sql.RunAsync("Identities.Follow", cancel);
        await RowByRow.DecideAsync(sql, "Identities.AnsweredWithNo", Refuse, "Identities.TakeNo", cancel);
        await sql.RunAsync("Identities.Finish", cancel);
    }

    private static RowByRow.Answer IsOther(DbDataReader row) =>
        new(row.GetInt32(0), PersonName.IsSame(row.GetString(1), row.GetString(2)) ? null : row.GetString(3));

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

    private static RowByRow.Answer Refuse(DbDataReader row) => new(row.GetInt32(0),
        $"This was asked on {UkClock.DayOf(row.GetDateTime(1)).Words()}, and the answer was no. Speak with the person, "
        + "then add them on the staff page, or ask the partnership’s commissioner");
}
