using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>
/// A training lead uploads another agency's addresses, two hundred at a time, in every spelling: nobody of that agency becomes
/// visible, and nothing that it knows of them changes.
/// </summary>
public sealed class TakingPeopleOver : InASmallBorough
{
    private const int Many = 200;
    private const string Head = "Employee number,Name,Work email,Job title,Start date\n";
    private ImportDesk desk = null!;
    private string before = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        await using (var db = Database.Open())
        {
            var title = new JobTitle { PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Clinic.Id, Title = "Nurse" };
            db.Add(title);
            foreach (var i in Enumerable.Range(1, Many))
            {
                var person = new StaffMember
                {
                    PartnershipId = Borough.Partnership.Id, Name = $"Siân Nurse{i}", Email = $"sian.nurse{i}@clinic.example"
                };
                var post = new Post
                {
                    PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Clinic.Id, StaffId = person.Id, JobTitleId = title.Id,
                    EmployeeNumber = $"N{i}"
                };
                // One in four has left.
                if (i % 4 == 0) post.Leave(Database.Clock.Today.AddDays(-10));
                db.AddRange(person, post);
            }
            await db.SaveAsync(Borough.OtherLead, "Employed many", CancellationToken.None);
        }
        before = await TheirsAsync();
    }

    public static TheoryData<string, string, string?, ImportVerdict> Spellings => new()
    {
        { "", "Zz Nobody{0}", "sian.nurse{0}@clinic.example", ImportVerdict.Refused },
        { "", "Siân Nurse{0}", "sian.nurse{0}@clinic.example", ImportVerdict.Asked },
        { "", "SIÂN NURSE{0}", "SIAN.NURSE{0}@CLINIC.EXAMPLE", ImportVerdict.Asked },
        { "", "  Siân   Nurse{0} ", "  sian.nurse{0}@clinic.example  ", ImportVerdict.Asked },
        { "", "Sian Nurse{0}", "\u200Bsian.nurse{0}@clinic.example\u00A0", ImportVerdict.Asked },
        { "", "\"Nurse{0}, Sian\"", "sian.nurse{0}@clinic.example", ImportVerdict.Asked },
        { "", "Sian", "sian.nurse{0}@clinic.example", ImportVerdict.Refused },
        { "", "Siân Nurse{0} Khan", "sian.nurse{0}@clinic.example", ImportVerdict.Refused },
        { "", "Siân Nurse{0}", "sian.nurse{0}\uFF20clinic.example", ImportVerdict.Refused },
        { "", "Siân Nurse{0}", "sian.nurse{0}+x@clinic.example", ImportVerdict.New },
        { "", "Siân Nurse{0}", "\uFF53ian.nurse{0}@clinic.example", ImportVerdict.New },
        { "N{0}", "Siân Nurse{0}", null, ImportVerdict.New },
        { "N{0}", "Siân Nurse{0}", "sian.nurse{0}@clinic.example", ImportVerdict.Asked },
        { "N{0}", "Zz Nobody{0}", "sian.nurse{0}@clinic.example", ImportVerdict.Refused },
        { "", "Siân Nurse{0}", null, ImportVerdict.New },
    };

    [Theory, MemberData(nameof(Spellings))]
    public async Task Opens_nobody_and_changes_nothing(string number, string name, string? email, ImportVerdict verdict)
    {
        var import = await ApplyAsync(number, name, email);
        Assert.Equal(
            Many, verdict switch
            {
                ImportVerdict.Refused => import.RefusedCount,
                ImportVerdict.Asked => import.AskedCount,
                _ => import.NewCount
            });
        Assert.Equal(0, await VisibleAsync());

        // Once more, and with another name each, by whatever the first file has made.
        await ApplyAsync(number.Length > 0 ? number : "X{0}", "Renamed By{0}", email);
        await ApplyAsync(number.Length > 0 ? number : "X{0}", "Renamed By{0}", "attacker{0}@homes.example");
        var training = await desk.Training("Work email,Level,Date achieved\n"
            + string.Concat(Rows().Select(i => $"sian.nurse{i}@clinic.example,1,1/2/2026\n")));
        Assert.Equal(Many, training.RefusedCount);
        Assert.Equal((0, before), (await VisibleAsync(), await TheirsAsync()));
        await using var db = Database.Open();
        Assert.Equal(0, await db.TrainingRecords.CountAsync());
        Assert.Equal(verdict == ImportVerdict.Asked ? Many : 0, await db.PostRequests.CountAsync());
        // Each side reads a line of its own that it was asked, and nobody one about people of whom nothing was.
        var told = await db.AuditEntries.Where(e => e.What.StartsWith("Applied an import")).Select(e => e.AgencyId).Distinct()
            .ToListAsync();
        Assert.Contains(Borough.Homes.Id, told);
        Assert.Equal(verdict == ImportVerdict.Asked, told.Contains(Borough.Clinic.Id));
    }

    [Fact]
    public async Task No_sentence_says_whose_an_address_is()
    {
        var import = await desk.StaffList(Head + Text("", "Zz Nobody{0}", "sian.nurse{0}@clinic.example"));
        Assert.DoesNotContain(
            await desk.Rows(import),
            r => r.Problem!.Contains("Siân", StringComparison.Ordinal) || r.Problem.Contains("Brook Lane", StringComparison.Ordinal)
                || r.PersonBefore.Name is not null);
    }

    private static IEnumerable<int> Rows() => Enumerable.Range(1, Many);

    private static string Text(string number, string name, string? email) =>
        string.Concat(Rows()
            .Select(i => string.Join(
                ',', new[] { number, name, email, "Caretaker", "" }.Select(c => c?.Replace("{0}", $"{i}", StringComparison.Ordinal)))
                + "\n"));

    private async Task<Import> ApplyAsync(string number, string name, string? email)
    {
        var import = await desk.StaffList(Head + Text(number, name, email));
        if (import.ToApply > 0) return await desk.Applied(import, new ImportAnswers(Newcomers: $"{import.NewCount}"));
        await desk.Discard(import.Id);
        return import;
    }

    /// <summary>How many of the other agency's people the training lead can open.</summary>
    private async Task<int> VisibleAsync()
    {
        await using var db = Database.Open();
        return await db.Staff.VisibleTo(Borough.Lead, db, Database.Clock.Today)
            .CountAsync(s => db.Posts.Any(p => p.AgencyId == Borough.Clinic.Id && p.StaffId == s.Id));
    }

    /// <summary>All that the other agency knows of its people.</summary>
    private async Task<string> TheirsAsync()
    {
        await using var db = Database.Open();
        var theirs = await db.Posts.Where(p => p.AgencyId == Borough.Clinic.Id)
            .Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => new { s.Name, s.Email, s.Version, p.EmployeeNumber, p.LeftOn })
            .OrderBy(x => x.EmployeeNumber).ToListAsync();
        return string.Join('\n', theirs);
    }
}
