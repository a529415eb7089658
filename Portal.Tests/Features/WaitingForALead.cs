using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Agencies;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>A training lead who begins next month: until then the post is vacant, on every page that speaks of it.</summary>
public sealed class WaitingForALead : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Is_a_vacancy_everywhere()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var before = await VacanciesAsync();
        var agency = await app.In(async (PortalDb db) =>
        {
            var today = DateOnly.FromDateTime(app.Clock.Now);
            var lead = await db.Memberships.SingleAsync(m => m.Role == Role.TrainingLead && m.Until == null
                && db.Users.Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[Role.TrainingLead]));
            lead.End(today);
            db.Add(new Membership
            {
                PartnershipId = lead.PartnershipId, UserId = lead.UserId, Role = lead.Role, AgencyId = lead.AgencyId,
                From = today.AddMonths(1), CheckedOn = today,
            });
            await db.SaveAsync(Viewer.System(lead.PartnershipId), "Prepared a test", default);
            return lead.AgencyId!.Value;
        });
        Assert.Equal(before + 1, await VacanciesAsync());
        (await commissioner.Open($"/Agencies/{agency}")).Shows("Vacant");
        var system = await app.In((PortalDb db) => db.Partnerships.Select(p => Viewer.System(p.Id)).SingleAsync());
        var listed = await app.In((AgencyList list) =>
            list.RunAsync(system with { Role = Role.Commissioner }, new(Search: "Kestrel Homes"), default));
        Assert.False(Assert.Single(listed.Rows).TrainingLead);
        var leads = await app.In((PortalDb db) => db.LeadsAsync(system, agency, DateOnly.FromDateTime(app.Clock.Now), default));
        Assert.Empty(leads[agency].Training);
    }

    private async Task<int> VacanciesAsync()
    {
        var text = (await app.SignedInAs(Role.Commissioner).Open("/")).Text;
        var said = System.Text.RegularExpressions.Regex.Match(text, @"Fill ([\d,]+) vacanc");
        return said.Success ? int.Parse(said.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
