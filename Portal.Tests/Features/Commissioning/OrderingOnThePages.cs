using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>From an approved request to its order, its dates, its money and its invoice, on the pages.</summary>
public sealed class OrderingOnThePages : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_commissioner_orders_what_was_approved_puts_a_date_under_it_and_records_the_invoice()
    {
        var (path, held) = await PreparedAsync();
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open(path)).Press("Order it");
        page.Shows("The request named A new provider, which is not on the register", "the partnership is asked for £900");
        page = await (await page.Follow("Add it to the register")).Fill("Name", "A new provider")
            .Fill("Email address", "training@new.example").Press("Add this provider");
        page = await commissioner.Open($"{path}/Order/Place");
        page.DoesNotShow("not on the register");
        Assert.Equal(("A new provider", "900"), (page.Value("From which provider?"), page.Value("Amount, with VAT").Split('.')[0]));
        page = await page.Fill("Amount, with VAT", "950").Choose("From which source?", "Budget for orders").Press("Place the order");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter what was agreed");
        page = await page.Fill("What was agreed with the provider?", "Two days in spring").Press("Place the order");
        page.Answers(HttpStatusCode.BadRequest)
            .Shows("The partnership was asked for £900, so an order cannot be for more");
        page = await page.Fill("Amount, with VAT", "900").Choose("From which provider?", "Larch and Rowan").Press("Place the order");
        page.Shows("TO-0001", "Larch and Rowan", "£900, from Budget for orders", "Two days in spring", "Conditions still to be met",
            "Show the feedback form", "No date stands under it yet", "£0 of £900 is spent");

        page = await page.Choose("Which date is given under this order?", held).Press("Put it under the order");
        page.Shows("The date stands under the order now", "Held", "£450 of £900 is spent", "£450 of it yet", "0 of 10 asked for");
        page = await page.Follow("Record the invoice");
        page = await page.Fill("Number of the invoice", "L-17").Fill("Day of the invoice", Given.Today).Press("Save the invoice");
        page.Shows($"L-17, of {Words.Day(Given.Today)}", "Change the invoice");

        (await commissioner.Open("/Funding")).Shows("TO-0001, Request 77", "£900");
        (await commissioner.Open("/Commissioning?Search=TO-0001")).Shows("Request 77");
        (await commissioner.Open(path)).Shows("TO-0001 from Larch and Rowan, for £900").DoesNotShow("Order it");
        var lead = await app.SignedInAs(Role.TrainingLead);
        page = await (await lead.Open(path)).Follow("TO-0001 from Larch and Rowan");
        page.Shows("£450 of £900 is spent").DoesNotShow("Put it under the order", "Change the invoice");
        (await lead.Open($"{path}/Order/Place")).Answers(HttpStatusCode.Forbidden);
        (await commissioner.Open($"{path}/Order/Place")).Shows("This request has been ordered already: TO-0001");

        var other = await app.LeadElsewhere();
        (await other.Open(path)).Shows("The order", "Under 5 of 10 asked for").DoesNotShow("£", "Larch and Rowan", "TO-0001");
        (await other.Open($"{path}/Order")).Answers(HttpStatusCode.NotFound);

        foreach (var part in new[] { "Order", "Order/End", "Order/Invoice", "Outcome" })
        {
            (await commissioner.Open($"{path}/{part}/1")).Answers(HttpStatusCode.OK);
            foreach (var none in new[] { "0", "2", "x" })
                (await commissioner.Open($"{path}/{part}/{none}")).Answers(HttpStatusCode.NotFound);
        }
        page = await (await commissioner.Open($"{path}/Order/1")).Press("Take it from the order");
        page.Shows("No date stands under it yet", "£0 of £900 is spent");
    }

    /// <summary>The address of an approved request of the lead’s agency, and what one chooses for a held date of five places.</summary>
    private Task<(string Path, string Held)> PreparedAsync() => app.In(async (PortalDb db) =>
    {
        var partnership = await db.Partnerships.SingleAsync();
        async Task<Viewer> As(Role role)
        {
            var email = DemoPeople.Email[role];
            var member = await db.Memberships.FirstAsync(m => m.Role == role
                && db.Users.Any(u => u.Id == m.UserId && u.Email == email));
            return new(member.UserId, role.Words(), partnership.Id, role, member.Id, member.AgencyId);
        }
        var (lead, commissioner, at) = (await As(Role.TrainingLead), await As(Role.Commissioner), UkClock.At(Given.Today, new(8, 0)));
        var request = Given.Approved(lead, commissioner, lead.AgencyId, 77, 900, at,
            conditions: [new("Show the feedback form", "Training lead", Given.Today.AddDays(9))]);
        var larch = Given.Provider(partnership.Id, "Larch and Rowan");
        var course = new Course { PartnershipId = partnership.Id, Code = "C99", ProviderId = larch.Id };
        course.Change(new("Ask and act", "A day.", null, CourseMode.Room, 6, false, CourseAudience.Everyone, null, ["DV"], null, null,
            Money.OfPounds(70), null, null), Given.Today);
        var run = Given.Run(course, Given.Today.AddDays(-2), places: 5);
        db.AddRange(request, larch, course, run, FundingSource.Of(
            partnership.Id, "Budget for orders", FundingKind.PartnershipBudget, Money.OfPounds(5_000), Given.Today.AddDays(-1), null));
        await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", CancellationToken.None);
        return ($"/Commissioning/{request.Id}", $"C99, Ask and act, {Words.Day(run.FirstDay)}, 5 places");
    });
}
