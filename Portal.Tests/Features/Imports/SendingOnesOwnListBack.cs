using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Features.Imports.Uploading;
using Portal.Features.Staff.Jobs;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>
/// Whatever the pages can make, the portal's own lists sent back unchanged change nothing and nobody leaves. Only people whom
/// nothing tells apart, of one name and in one job without number and email, are left out here: their rows are refused.
/// </summary>
public sealed class SendingOnesOwnListBack
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Names =
    [
        "Grace Mbeki", "MBEKI Grace", "Siân O’Brien", "Sian OBrien", "Łukasz Żak", "=Cy Dale", "Rahman, Asha", "Ana-Maria de la Cruz", "Di"
    ];
    private static readonly string[] Titles = ["Cleaner", "cook", "Café chef", "Housing officer", "Receptionist"];

    /// <summary>A person as someone fills in the forms: which of the few names, keys, jobs and days.</summary>
    private sealed record Someone(
        int Name, bool HasEmail, bool HasNumber, int Job, int? SecondJob, bool SecondHasNumber, int? StartsIn, int? LeavesIn, int? Manager);

    private static readonly Gen<Someone> Anyone =
        from name in Gen.Choose(0, Names.Length - 1)
        from keys in Gen.Choose(0, 7)
        from job in Gen.Choose(0, Titles.Length - 1)
        from second in Gen.Choose(-6, Titles.Length - 1)
        from starts in Gen.Elements<int?>(null, -4000, -1, 0, 1, 200, 365)
        from leaves in Gen.Elements<int?>(null, null, null, 0, 30, 365)
        from manager in Gen.Choose(-4, 5)
        select new Someone(
            name, (keys & 1) > 0, (keys & 2) > 0, job, second < 0 ? null : second, (keys & 4) > 0, starts, leaves,
            manager < 0 ? null : manager);

    [Fact]
    public void Changes_nothing() =>
        Prop.ForAll(
            Anyone.ListOf().Where(list => list.Count is > 0 and <= 9).ToArbitrary(),
            list => ChangesNothingAsync([.. list]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task Someone_whom_nothing_tells_apart_is_refused_and_does_not_leave()
    {
        await using var database = await TestDatabase.CreateAsync();
        var borough = await SmallBorough.InAsync(database);
        foreach (var name in new[] { "Grace Mbeki", "Grace Mbeki", "Someone Else" })
            await AddAsync(database, borough.Lead, new(name, null, "Cleaner", null, null, null));
        var import = await PreviewAsync(database, borough.Lead, "csv", null);
        Assert.Equal((2, 1, 0, 0), (import.RefusedCount, import.UnchangedCount, import.LeaverCount, import.NewCount));
        Assert.StartsWith(
            "Several people on the staff list are called Grace Mbeki. Give an employee number",
            await new ImportDesk(database, borough.Lead).Problem(import, 2), StringComparison.Ordinal);
    }

    private static async Task ChangesNothingAsync(IReadOnlyList<Someone> people)
    {
        await using var database = await TestDatabase.CreateAsync();
        var borough = await SmallBorough.InAsync(database);
        await MakeAsync(database, borough.Lead, people);
        int inPost;
        await using (var db = database.Open()) inPost = await db.Posts.CurrentOn(database.Clock.Today).CountAsync();
        if (inPost == 0) return;

        Id<Import>? before = null;
        foreach (var format in new[] { "csv", "xlsx", "export" })
        {
            var import = await PreviewAsync(database, borough.Lead, format, before);
            var refusals = string.Join(
                "; ", (await new ImportDesk(database, borough.Lead).Rows(import)).Where(r => r.Verdict != ImportVerdict.Unchanged)
                    .Select(r => $"{r.Number} {r.Person.Name}: {r.Verdict} {r.Problem}"));
            Assert.True(
                (import.NewCount, import.ChangedCount, import.LeaverCount, import.AskedCount, import.RefusedCount,
                    import.UnchangedCount) == (0, 0, 0, 0, 0, inPost), $"{format}: {refusals}");
            before = import.Id;
        }
    }

    private static async Task MakeAsync(TestDatabase database, Viewer lead, IReadOnlyList<Someone> people)
    {
        var today = database.Clock.Today;
        var told = new HashSet<(string, string)>();
        string? Email(int i) => people[i].HasEmail ? $"p{i}@homes.example" : null;
        for (var i = 0; i < people.Count; i++)
        {
            var (one, name) = (people[i], Names[people[i].Name]);
            bool IsAlike(int job, bool hasNumber) => !one.HasEmail && !hasNumber && !told.Add((PersonName.KeyOf(name), Titles[job]));
            if (IsAlike(one.Job, one.HasNumber)) continue;
            var starts = one.StartsIn is { } days
                ? today.AddDays(Math.Min(days, Post.Latest(today).DayNumber - today.DayNumber))
                : (DateOnly?)null;
            var manager = one.Manager is { } m && m < i && await IsHereAsync(database, Email(m)) ? Email(m) : null;
            var id = await AddAsync(database, lead, new(name, Email(i), Titles[one.Job], one.HasNumber ? $"0{i}" : null, starts, manager));
            if (one.SecondJob is { } second && second != one.Job && !IsAlike(second, one.SecondHasNumber))
                await using (var db = database.Open())
                    await new AddJob(db, database.Clock).RunAsync(
                        lead, id, new(Titles[second], one.SecondHasNumber ? $"B{i}" : null, null, null), None);
            if (one.LeavesIn is { } leaves && (starts is null || today.AddDays(leaves) > starts))
                await LeaveAsync(database, lead, id, today.AddDays(leaves));
        }
    }

    private static async Task<bool> IsHereAsync(TestDatabase database, string? email)
    {
        await using var db = database.Open();
        return await db.Staff.AnyAsync(s => s.Email == email && db.Posts.CurrentOn(database.Clock.Today).Any(p => p.StaffId == s.Id));
    }

    private static async Task<Id<StaffMember>> AddAsync(TestDatabase database, Viewer lead, AddStaff.Entry entry)
    {
        await using var db = database.Open();
        return (await new AddStaff(db, database.Clock).RunAsync(lead, entry, None)).Id
            ?? throw new InvalidOperationException("They were only asked for");
    }

    private static async Task LeaveAsync(TestDatabase database, Viewer lead, Id<StaffMember> id, DateOnly on)
    {
        await using var db = database.Open();
        var post = await db.Posts.OrderBy(p => p.Id).FirstAsync(p => p.StaffId == id);
        await new LeaveJob(db, database.Clock).RunAsync(lead, post.Id, on, post.Version, None);
    }

    private static async Task<Import> PreviewAsync(TestDatabase database, Viewer lead, string format, Id<Import>? replaces)
    {
        await using var db = database.Open();
        IActionResult file = format == "export"
            ? new ExportModel(database.StaffList(db), lead).OnGet(null, null, null, null, null, default, false, None)
            : new TemplateModel(new ImportTemplate(db, database.Clock), lead, database.Clock).OnGet(ImportKind.StaffList, format);
        await using var services = new ServiceCollection().AddSingleton(database.Clock).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        using var body = new MemoryStream();
        http.Response.Body = body;
        await file.ExecuteResultAsync(new() { HttpContext = http });
        return await new ImportDesk(database, lead).Preview(ImportKind.StaffList, body.ToArray(), fullList: true, replaces: replaces);
    }
}
