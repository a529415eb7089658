using Portal.Features.Returns;
using Portal.Features.Returns.Sections;
using Portal.Features.Returns.Sections.Counted;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

/// <summary>The names behind the figures of a return.</summary>
public sealed class NamingWhoIsCounted : InACycle
{
    private Id<AgencyReturn> id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasSixPeopleAsync();
        id = await Desk.Opened();
    }

    [Fact]
    public async Task As_many_are_named_as_each_line_counts_and_hold_the_level_as_it_says()
    {
        await Borough.HasAsync(Database, "Odd one", null, started: new(2024, 1, 8));
        await Desk.In((RecountReturn recount) => recount.RunAsync(Borough.Lead, id, default));
        var details = await DetailsAsync();
        foreach (var row in await Desk.In((PeopleSection people) => people.RunAsync(id, default)))
        {
            var named = await Desk.In((LinePeople people) => people.RunAsync(details, row, 1, default));
            Assert.Equal((row.Line.Headcount, row.Line.Holding), (named.Total, named.Rows.Count(p => p.Held)));
        }
    }

    [Fact]
    public async Task Who_reaches_the_level_after_the_cut_off_day_is_said_and_not_counted()
    {
        var (details, row) = (await DetailsAsync(), await ReceptionAsync());
        Assert.Equal(0, await SinceAsync(details));
        var missing = (await Desk.In((LinePeople people) => people.RunAsync(details, row, 1, default))).Rows.First(p => !p.Held);
        Desk.Now = Desk.Now.AddDays(30);
        await using (var db = Database.Open())
        {
            db.TrainingRecords.Add(Given.Record(db.Staff.Single(s => s.Id == missing.Id), 1, Database.Clock.Today));
            await db.SaveAsync(Borough.Lead, "Trained", default);
        }
        Assert.Equal(1, await SinceAsync(details));
        var now = (await Desk.In((LinePeople people) => people.RunAsync(details, row, 1, default))).Rows.Single(p => p.Id == missing.Id);
        Assert.Equal((false, true), (now.Held, now.HoldsNow));
        Assert.Equal(row.Line.Holding, (await ReceptionAsync()).Line.Holding);
    }

    [Theory, InlineData(Role.TrainingLead, true), InlineData(Role.Commissioner, true), InlineData(Role.LineManager, false),
        InlineData(Role.Learner, false), InlineData(Role.ExecutiveLead, false)]
    public void Whoever_reads_a_team_alone_reads_no_names_of_the_agency(Role role, bool reads) =>
        Assert.Equal(reads, LinePeople.MayBeReadBy(Borough.Lead with { Role = role }, Borough.Homes.Id));

    private Task<int> SinceAsync(ReturnView.Details details) => Desk.In((LinePeople people) => people.SinceAsync(details, default));

    private async Task<ReturnView.Details> DetailsAsync() =>
        (await Desk.In((ReturnView view) => view.RunAsync(Borough.Lead, id, default)))!;

    private async Task<PeopleSection.Row> ReceptionAsync() =>
        (await Desk.In((PeopleSection people) => people.RunAsync(id, default))).Single(r => r.Line.JobRoleId == Borough.Reception.Id);
}
