using Portal.Data;
using Portal.Features.Staff.Jobs;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class ListingStaff : InASmallBorough
{
    private StaffMember atLevel = null!, due = null!, lapsed = null!, never = null!, unmapped = null!, elsewhere = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var today = Database.Clock.Today;
        atLevel = await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer, email: "asha@homes.example");
        await Borough.TrainedAsync(Database, atLevel, 1, today.AddYears(-5));
        await Borough.TrainedAsync(Database, atLevel, 3, today.AddMonths(-3));
        await Borough.TrainedAsync(Database, atLevel, 2, today.AddYears(-4));
        due = await Borough.HasAsync(Database, "Bo Duesoon", Borough.Reception, manager: atLevel);
        await Borough.TrainedAsync(Database, due, 1, today.AddMonths(-36).AddDays(30));
        lapsed = await Borough.HasAsync(Database, "Cy Lapsed", Borough.Reception);
        await Borough.TrainedAsync(Database, lapsed, 1, today.AddMonths(-40));
        never = await Borough.HasAsync(Database, "Dee Never", Borough.Officer);
        await Borough.TrainedAsync(Database, never, 1, today.AddMonths(-1));
        await Borough.TrainedAsync(Database, never, 2, today.AddMonths(-1), verified: false);
        unmapped = await Borough.HasAsync(Database, "Eve Unmapped", null);
        elsewhere = await Borough.HasAsync(Database, "Fay Elsewhere", Borough.Reception, Borough.Clinic);
    }

    [Fact]
    public async Task Shows_where_each_person_stands_in_order_of_name() => Assert.Equal(
        [
            ("Asha Rahman", Standing.AtLevel), ("Bo Duesoon", Standing.AtLevel), ("Cy Lapsed", Standing.Lapsed),
            ("Dee Never", Standing.Never), ("Eve Unmapped", Standing.Unmapped),
        ],
        (await Find(Borough.Lead, new())).Select(r => (r.Name, r.Standing)));

    [Theory]
    [InlineData(StaffList.Show.AtLevel, "Asha Rahman, Bo Duesoon")]
    [InlineData(StaffList.Show.Due, "Bo Duesoon")]
    [InlineData(StaffList.Show.Lapsed, "Cy Lapsed")]
    [InlineData(StaffList.Show.Never, "Dee Never")]
    [InlineData(StaffList.Show.Unmapped, "Eve Unmapped")]
    public async Task Filters_by_standing(StaffList.Show show, string expected) =>
        Assert.Equal(expected, await Names(Borough.Lead, new(Standing: show)));

    [Fact]
    public async Task Whoever_has_not_started_is_on_the_list_and_in_no_figure()
    {
        var soon = await Borough.HasAsync(Database, "Gus Tomorrow", Borough.Reception, started: Database.Clock.Today.AddDays(1));
        Assert.Equal(Standing.NotStarted, (await Find(Borough.Lead, new(Search: soon.Name))).Single().Standing);
        Assert.Equal("Gus Tomorrow", await Names(Borough.Lead, new(Standing: StaffList.Show.NotStarted)));
        foreach (var show in Enum.GetValues<StaffList.Show>().Where(s => s != StaffList.Show.NotStarted))
            Assert.DoesNotContain(soon.Name, await Names(Borough.Lead, new(Standing: show)), StringComparison.Ordinal);
        Assert.DoesNotContain(soon.Name, await Names(Borough.Lead, new(Level: 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_by_part_of_a_name_or_an_email_whatever_the_case()
    {
        Assert.Equal("Asha Rahman", await Names(Borough.Lead, new(Search: "RAHM")));
        Assert.Equal("Asha Rahman", await Names(Borough.Lead, new(Search: "Asha@Homes")));
        Assert.Equal("", await Names(Borough.Lead, new(Search: "%")));
        Assert.Equal("", await Names(Borough.Lead, new(Search: "homes")));
    }

    [Theory]
    [InlineData("Siân O’Brien", "Siân"), InlineData("Siân O’Brien", "sian o'brien"), InlineData("Siân O’Brien", "OBRIEN SIÂN")]
    [InlineData("Siân O’Brien", "O’Brien, Sian"), InlineData("Łukasz Żak", "Łukasz"), InlineData("Łukasz Żak", "zak luk")]
    [InlineData("Élodie D'Arcy", "élodie"), InlineData("Élodie D'Arcy", "D’Arcy"), InlineData("Søren Groß-Ærø", "soren gross aero")]
    [InlineData("Anne-Marie Bhatt", "bhatt anne marie"), InlineData("ÉMILE ZOLA", "zola émile")]
    [InlineData("Þóra Ægisdóttir", "aegis thora")]
    public async Task Finds_a_name_as_people_see_it(string name, string search)
    {
        await Borough.HasAsync(Database, name, Borough.Reception);
        Assert.Equal(name, await Names(Borough.Lead, new(Search: search)));
        Assert.Equal("", await Names(Borough.Lead, new(Search: $"{search} nobody")));
    }

    [Fact]
    public async Task Filters_by_level_job_role_and_agency()
    {
        Assert.Equal("Asha Rahman, Dee Never", await Names(Borough.Lead, new(Level: 2)));
        Assert.Equal("Bo Duesoon, Cy Lapsed", await Names(Borough.Lead, new(Role: Borough.Reception.Id)));
        Assert.Equal("Fay Elsewhere", await Names(Borough.Commissioner, new(Agency: Borough.Clinic.Id)));
    }

    [Fact]
    public async Task Reaches_as_far_as_the_viewer_does()
    {
        Assert.Equal("Fay Elsewhere", await Names(Borough.OtherLead, new()));
        Assert.Equal("Asha Rahman, Bo Duesoon", await Names(Borough.Manager(atLevel), new()));
        Assert.Equal("", await Names(Borough.Executive, new()));
        Assert.Equal(6, (await Find(Borough.Commissioner, new())).Count);
    }

    [Fact]
    public async Task Sorts_by_level_and_turns_round() =>
        Assert.Equal(
            "Asha Rahman, Dee Never, Bo Duesoon, Cy Lapsed",
            string.Join(
                ", ", (await Find(Borough.Lead, new(Sort: StaffList.Sort.Level, Descending: true))).Where(r => r.Need is not null)
                    .Select(r => r.Name)));

    [Fact]
    public async Task Leaves_out_those_who_have_left()
    {
        await using (var db = Database.Open())
            await new LeaveJob(db, Database.Clock).RunAsync(
                Borough.Lead, db.Posts.Single(p => p.StaffId == lapsed.Id).Id, Database.Clock.Today, 0, CancellationToken.None);
        Assert.DoesNotContain("Cy Lapsed", await Names(Borough.Lead, new()));
    }

    [Fact]
    public async Task Pages_two_thousand_people_in_the_database()
    {
        await using (var db = Database.Open())
        {
            var title = db.JobTitles.First(t => t.JobRoleId == Borough.Reception.Id && t.AgencyId == Borough.Homes.Id);
            var people = Enumerable.Range(0, 2000)
                .Select(i => new StaffMember { PartnershipId = Borough.Partnership.Id, Name = $"Person {i:0000}" }).ToList();
            await db.BulkInsertAsync(people, CancellationToken.None);
            await db.BulkInsertAsync(
                people.Select(p => new Post
                {
                    PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, StaffId = p.Id, JobTitleId = title.Id
                }), CancellationToken.None);
        }
        await using var after = Database.Open();
        var list = Database.StaffList(after);
        var last = await list.RunAsync(Borough.Lead, new(Page: 999), CancellationToken.None);
        Assert.Equal((2005, 81, 81), (last.Total, last.Count, last.Number));
        Assert.Equal("Person 1999", last.Rows[^1].Name);
        var second = await list.RunAsync(
            Borough.Lead, new(Search: "person 0", Standing: StaffList.Show.Never, Page: 2), CancellationToken.None);
        Assert.Equal((1000, "Person 0025"), (second.Total, second.Rows[0].Name));
        var counted = 0;
        await foreach (var _ in list.AllAsync(Borough.Lead, new(), CancellationToken.None)) counted++;
        Assert.Equal(2005, counted);
    }

    [Fact]
    public async Task Counts_each_person_once_whatever_is_asked()
    {
        await using var db = Database.Open();
        var reception = db.JobTitles.First(t => t.JobRoleId == Borough.Reception.Id && t.AgencyId == Borough.Homes.Id);
        foreach (var person in new[] { atLevel, due })
            db.Posts.Add(new()
            {
                PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, StaffId = person.Id, JobTitleId = reception.Id
            });
        await db.SaveAsync(Borough.Lead, "Prepared a test", CancellationToken.None);
        var list = Database.StaffList(db);
        foreach (var viewer in new[] { Borough.Commissioner, Borough.Lead, Borough.OtherLead, Borough.Manager(atLevel), Borough.Executive })
            foreach (var filter in new StaffList.Filter[]
            {
                new(), new(Agency: Borough.Homes.Id), new(Agency: Borough.Clinic.Id), new(Role: Borough.Reception.Id),
                new(Agency: Borough.Homes.Id, Role: Borough.Officer.Id),
                new(Level: 1), new(Search: "a", Role: Borough.Reception.Id), new(Standing: StaffList.Show.AtLevel),
            })
            {
                var names = new List<string>();
                await foreach (var row in list.AllAsync(viewer, filter, CancellationToken.None)) names.Add(row.Name);
                Assert.Equal(names.Distinct().Count(), (await list.RunAsync(viewer, filter, CancellationToken.None)).Total);
            }
    }

    [Fact]
    public async Task Writes_everyone_of_the_same_search_to_a_file()
    {
        await using var db = Database.Open();
        var all = new List<string>();
        await foreach (var row in Database.StaffList(db).AllAsync(Borough.Lead, new(Level: 1), CancellationToken.None))
            all.Add(row.Name);
        Assert.Equal(["Bo Duesoon", "Cy Lapsed"], all);
    }

    private async Task<string> Names(Viewer viewer, StaffList.Filter filter) =>
        string.Join(", ", (await Find(viewer, filter)).Select(r => r.Name));

    private async Task<IReadOnlyList<StaffList.Row>> Find(Viewer viewer, StaffList.Filter filter)
    {
        await using var db = Database.Open();
        return (await Database.StaffList(db).RunAsync(viewer, filter, CancellationToken.None)).Rows;
    }
}
