using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Data;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// Puts back what an import changed, row by row from what was kept of it. Where someone has changed the same person, post
/// or record since, that row is left as it is now and says why.
/// </summary>
public sealed class UndoChanges(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Import import, Func<int, Task> report, CancellationToken cancel)
    {
        var sql = new ImportSql(db, import, clock.Today);
        IReadOnlyList<string> statements = [.. import.Kind == ImportKind.Roster ? Roster() : Training()];
        for (var i = 0; i < statements.Count; i++)
        {
            await report((int)((long)import.Total * i / statements.Count));
            await sql.ExecuteAsync(statements[i], cancel);
        }
        await WithdrawAsync(import, cancel);
        if (import.IsFullList)
        {
            var agency = await db.Agencies.SingleAsync(a => a.Id == import.AgencyId, cancel);
            if (agency.RosterConfirmedOn == UkClock.DayOf(import.AppliedAt!.Value)) agency.RestoreRosterConfirmation(import.RosterConfirmedBefore);
        }
        import.Undone(clock.Now);
    }

    /// <summary>Questions that still wait are asked no more. What was agreed since is other people's decision, and stays.</summary>
    private async Task WithdrawAsync(Import import, CancellationToken cancel)
    {
        foreach (var request in await db.PostRequests.Where(r => r.ImportId == import.Id && r.State == PostRequestState.Waiting).ToListAsync(cancel))
            request.Withdraw(import.AppliedBy, clock.Now);
    }

    private IEnumerable<string> Training() =>
    [
        $"""DELETE FROM "TrainingRecords" AS t WHERE t."Version" = 0 AND t."Id" IN (SELECT "NewId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" = 'New'){Unused(typeof(TrainingRecord), "t")}""",
        """
        UPDATE "ImportRows" AS r SET "Kept" = 'Someone has changed or corrected this record since, so it stays'
        WHERE r."ImportId" = @import AND r."Verdict" = 'New' AND EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."Id" = r."NewId")
        """,
    ];

    private IEnumerable<string> Roster() =>
    [
        """
        UPDATE "ImportRows" AS r SET "Kept" = 'Someone has changed this job since, so it stays as it is now'
        WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver')
          AND NOT EXISTS (SELECT 1 FROM "Posts" p WHERE p."Id" = r."PostId" AND p."Version" = COALESCE(r."PostVersion" + 1, 0))
        """,
        """
        UPDATE "ImportRows" AS r SET "Kept" = 'Someone has changed this person’s name or email since, so they stay as they are now'
        WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver') AND r."StaffVersion" IS NOT NULL AND r."Kept" IS NULL
          AND (r."Name" <> r."OldName" OR (r."Email" IS NOT NULL AND r."Email" IS DISTINCT FROM r."OldEmail"))
          AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."StaffId" AND s."Version" = r."StaffVersion" + 1)
        """,
        """
        UPDATE "Posts" AS p SET "JobTitleId" = r."OldJobTitleId", "EmployeeNumber" = r."OldEmployeeNumber", "StartedOn" = r."OldStartedOn", "LeftOn" = r."OldLeftOn", "ManagerId" = r."OldManagerId", "Version" = p."Version" + 1
        FROM "ImportRows" r
        WHERE r."ImportId" = @import AND r."Verdict" IN ('Changed', 'Leaver') AND p."Id" = r."PostId" AND p."Version" = r."PostVersion" + 1
        """,
        """
        UPDATE "Staff" AS s SET "Name" = r."OldName", "Email" = r."OldEmail", "Version" = s."Version" + 1
        FROM "ImportRows" r
        WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver') AND s."Id" = r."StaffId" AND s."Version" = r."StaffVersion" + 1
          AND (r."Name" <> r."OldName" OR (r."Email" IS NOT NULL AND r."Email" IS DISTINCT FROM r."OldEmail"))
        """,
        $"""
        DELETE FROM "Posts" AS p WHERE p."Version" = 0 AND p."Id" IN (SELECT "PostId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" = 'New' AND "Kept" IS NULL){Unused(typeof(Post), "p")}
        """,
        $"""
        DELETE FROM "Staff" AS s WHERE s."Version" = 0 AND s."Id" IN (SELECT "StaffId" FROM "ImportRows" WHERE "ImportId" = @import AND "AddsPerson"){Unused(typeof(StaffMember), "s")}
        """,
        """
        UPDATE "ImportRows" AS r SET "Kept" = 'Something else has been recorded for this person since, so they stay, without this job'
        WHERE r."ImportId" = @import AND r."AddsPerson" AND r."Kept" IS NULL AND EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."StaffId")
        """,
        """
        UPDATE "ImportRows" AS r SET "Kept" = r."Name" || ' was asked for, and that has been agreed since, so they stay on the staff list'
        WHERE r."ImportId" = @import AND r."Verdict" = 'Asked' AND EXISTS (SELECT 1 FROM "PostRequests" q WHERE q."ImportId" = @import AND q."StaffId" = r."StaffId" AND q."State" = 'Agreed')
        """,
        $"""
        DELETE FROM "JobTitles" AS t WHERE t."AgencyId" = @agency AND t."Id" IN (SELECT n."JobTitleId" FROM "ImportTerms" n WHERE n."ImportId" = @import AND n."JobRoleId" IS NOT DISTINCT FROM t."JobRoleId"){Unused(typeof(JobTitle), "t")}
        """,
    ];

    /// <summary>The condition that nothing refers to a row any more, whatever tables later features add.</summary>
    private string Unused(Type type, string alias) => string.Concat(db.Model.FindEntityType(type)!.GetReferencingForeignKeys()
        .Select(k => (Table: k.DeclaringEntityType.GetTableName(), Column: k.Properties[0].GetColumnName()))
        .Select(k => $"""{"\n"}  AND NOT EXISTS (SELECT 1 FROM "{k.Table}" x WHERE x."{k.Column}" = {alias}."Id")"""));
}
