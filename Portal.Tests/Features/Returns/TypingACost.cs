using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed class TypingACost : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
        // An action of the return that the demo lead's agency is writing.
        var action = await app.In((PortalDb db) => db.GapActions.Where(a => db.Returns.Any(r => r.Id == a.ReturnId
            && r.State == ReturnState.Draft && r.ExtensionReason != null
            && db.Memberships.Any(m => m.AgencyId == r.AgencyId && db.Users
                .Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[Role.TrainingLead])))).OrderBy(a => a.Id).FirstAsync());
        address = $"/Returns/{action.ReturnId}/Costing/{action.Id}";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Uses_the_price_beside_what_a_cost_is_for_when_none_is_typed()
    {
        var form = await lead.Open(address);
        var priced = form.All("option").First(o => o.TextContent.Contains('£', StringComparison.Ordinal)).TextContent.Trim();
        var price = priced.Split(' ').Single(word => word.StartsWith('£'));
        var saved = await form.Choose("What for?", priced).Fill("Quantity", "7")
            .Choose("VAT", "No VAT").Choose("Who pays?", "Our own budget").Press("Save");
        saved.Shows("Cost saved", $"7 × {price}");
    }

    [Fact]
    public async Task Takes_money_as_it_is_pasted_and_keeps_what_it_refuses()
    {
        var form = await lead.Open(address);
        form = await form.Choose(
            "What for?", form.All("option").First(o => o.TextContent.Contains("Venue", StringComparison.Ordinal)).TextContent.Trim())
            .Fill("Quantity", "2").Fill("Price of one", "£1,000,000,000").Choose("VAT", "No VAT").Choose("Who pays?", "Our own budget")
            .Press("Save");
        form.Answers(HttpStatusCode.BadRequest).Shows("Price must be £1,000,000 or less");
        Assert.Equal("£1,000,000,000", form.Value("Price of one"));
        form = await form.Fill("Price of one", "a lot").Press("Save");
        form.Answers(HttpStatusCode.BadRequest).Shows("Price must be an amount of money, like 1200 or £1,200.50");
        form = await form.Fill("Price of one", "-5").Press("Save");
        form.Answers(HttpStatusCode.BadRequest).Shows("Price must be £0 or more");
        var saved = await form.Fill("Price of one", " £1,200.50 ").Press("Save");
        saved.Shows("Cost saved", "2 × £1,200.50", "£2,401");
        form = await lead.Open(saved.All("a").Last(a => a.TextContent.StartsWith("Change Venue", StringComparison.Ordinal))
            .GetAttribute("href")!);
        Assert.Equal(("2", "1,200.50"), (form.Value("Quantity"), form.Value("Price of one")));
    }
}
