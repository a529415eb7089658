using Microsoft.EntityFrameworkCore;
using Portal.Features.Agencies;
using Portal.Features.Agencies.Closing;
using Portal.Features.Staff.AtAgency;
using Portal.Features.Standards.AtAgency;
using Portal.Features.Standards.AtHome;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

public sealed class LookingAtAgencies : InASmallBorough
{
    [Fact]
    public async Task The_list_reaches_as_far_as_the_viewer_does()
    {
        Assert.Equal(["Brambleford Homes", "Brook Lane Clinic"], await NamesAsync(Borough.Commissioner, new()));
        Assert.Equal(["Brambleford Homes"], await NamesAsync(Borough.Lead, new()));
        Assert.Equal(["Brook Lane Clinic"], await NamesAsync(Borough.Commissioner, new(Type: AgencyType.Health)));
        Assert.Equal(["Brook Lane Clinic"], await NamesAsync(Borough.Commissioner, new(Search: "LANE")));
        Assert.Empty(await NamesAsync(Borough.Commissioner, new(Phase: 2)));
        await using var db = Database.Open();
        Assert.Null(await new AgencyView(db, Database.Clock).RunAsync(Borough.OtherLead, Borough.Homes.Id, default));
    }

    [Fact]
    public async Task Closed_agencies_stay_to_be_read()
    {
        await using (var db = Database.Open())
            await new CloseAgency(db, Database.Clock).RunAsync(Borough.Commissioner, Borough.Clinic.Id, Borough.Homes.Id, 0, default);
        Assert.Equal(["Brambleford Homes"], await NamesAsync(Borough.Commissioner, new()));
        Assert.Equal(["Brook Lane Clinic"], await NamesAsync(Borough.Commissioner, new(Closed: true)));
        await using var after = Database.Open();
        var view = await new AgencyView(after, Database.Clock).RunAsync(Borough.Commissioner, Borough.Clinic.Id, default);
        Assert.Equal(
            "Brook Lane Clinic closed on 16 November 2026 and is now part of Brambleford Homes. Its history stays here.",
            AgencySentence.Of(view!, []));
    }

    [Fact]
    public async Task Levels_count_those_in_date_and_those_who_lapsed_of_those_who_need_each()
    {
        var today = Database.Clock.Today;
        var held = await Borough.HasAsync(Database, "Asha Held", Borough.Reception);
        await Borough.TrainedAsync(Database, held, 1, today.AddYears(-1));
        var lapsed = await Borough.HasAsync(Database, "Bo Lapsed", Borough.Reception);
        await Borough.TrainedAsync(Database, lapsed, 1, today.AddYears(-4));
        await Borough.HasAsync(Database, "Cy Never", Borough.Reception);
        await Borough.HasAsync(Database, "Dee Unmapped", null);
        await using var db = Database.Open();
        var found = await new AgencyLevels(db, Database.Clock).RunAsync(Borough.Lead, Borough.Homes.Id, default);
        Assert.Equal((4, 1), (found.People, found.Unmapped));
        Assert.Equal((3, 1, 1), (found.Rows[0].Needed, found.Rows[0].InDate, found.Rows[0].Lapsed));
        Assert.Equal((0, 0, 0), (found.Rows[1].Needed, found.Rows[1].InDate, found.Rows[1].Lapsed));
    }

    [Fact]
    public async Task Results_show_today_and_four_quarters()
    {
        var today = Database.Clock.Today;
        await using (var db = Database.Open())
        {
            var standard = Given.Standard(Borough.Partnership.Id, perLevel: true, from: new(2020, 1, 1));
            db.AddRange(
                standard, Result(standard, today.AddMonths(-7), today.AddMonths(-1), 5, Outcome.NotMet),
                Result(standard, today.AddMonths(-1), null, 10, Outcome.Met));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Evaluated", default);
        }
        await using var after = Database.Open();
        var results = new AgencyResults(after, Database.Clock);
        var line = (await results.RunAsync(Borough.Lead, Borough.Homes.Id, default)).Lines.Single();
        Assert.Equal(Outcome.Met, line.Outcome);
        Assert.Equal([null, 50, 50, 100], line.Trend);
        Assert.Empty((await results.RunAsync(Borough.OtherLead, Borough.Homes.Id, default)).Lines);

        var home = await new AgencyStanding(after, results, new(after)).RunAsync(Borough.Lead, default);
        Assert.Equivalent(line, Assert.Single(Assert.IsType<AgencyStanding.Standing>(home!.Shown).Lines));
    }

    private StandardResult Result(Standard standard, DateOnly from, DateOnly? until, int numerator, Outcome outcome) => new()
    {
        PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, StandardId = standard.Id, StandardCode = "S06", Level = 1,
        From = from, Until = until,
        Outcome = outcome, Numerator = numerator, Denominator = 10,
    };

    private async Task<IEnumerable<string>> NamesAsync(Viewer viewer, AgencyList.Filter filter)
    {
        await using var db = Database.Open();
        return (await new AgencyList(db, Database.Clock).RunAsync(viewer, filter, default)).Rows.Select(r => r.Name);
    }
}
