using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>A training lead types a new address for one of their people, who says by a link in a message that it is theirs.</summary>
public sealed partial class ConfirmingAnAddress : IAsyncLifetime
{
    private const string Address = "wren@another.example";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Is_used_once_its_reader_has_said_so_and_looking_changes_nothing()
    {
        var ids = await PageIds.OfBoroughAsync(app);
        var edit = PortalPage.AllOf(app).Single(p => p.Name == "/Staff/People/Edit");
        var page = await (await app.SignedInAs(Role.TrainingLead)).Open(ids.Fill(edit.Route, theirs: false));
        var saved = await page.Fill("Work email address (optional)", Address).Press("Save");
        saved.Shows($"We have written to {Address}: it is used once it is confirmed");
        Assert.Equal(0, await PeopleAtAsync());

        var text = await app.In((PortalDb db) =>
            db.Outbox.Where(m => m.Kind == nameof(AddressAskedMail)).Select(m => m.Text).SingleAsync());
        var (link, visitor) = (new Uri(Link().Match(text).Value).PathAndQuery, app.Visitor());
        for (var look = 0; look < 2; look++) (await visitor.Open(link)).Shows("Is this your address?", Address);
        Assert.Equal(0, await PeopleAtAsync());
        (await visitor.Open("/Staff/Address?code=guessed")).Shows("There is nothing to confirm here");
        var form = await visitor.Open(link);
        (await form.Press("Yes, it is mine")).Shows("The address is yours from now on", "There is nothing to confirm here");
        Assert.Equal(1, await PeopleAtAsync());
        (await form.Press("Yes, it is mine")).Answers(HttpStatusCode.BadRequest).Shows("This link no longer works");
    }

    [Fact]
    public async Task One_that_was_mistyped_is_asked_no_more_once_another_is_typed()
    {
        var edit = (await PageIds.OfBoroughAsync(app)).Fill(
            PortalPage.AllOf(app).Single(p => p.Name == "/Staff/People/Edit").Route, theirs: false);
        var lead = await app.SignedInAs(Role.TrainingLead);
        foreach (var address in new[] { "wrong@another.example", Address })
            await (await lead.Open(edit)).Fill("Work email address (optional)", address).Press("Save");
        var texts = await app.In((PortalDb db) => db.Outbox.Where(m => m.Kind == nameof(AddressAskedMail))
            .ToDictionaryAsync(m => m.ToAddress, m => m.Text));
        var links = texts.ToDictionary(t => t.Key, t => new Uri(Link().Match(t.Value).Value).PathAndQuery);
        (await app.Visitor().Open(links["wrong@another.example"])).Shows("There is nothing to confirm here");
        (await app.Visitor().Open(links[Address])).Shows("Is this your address?");
    }

    private Task<int> PeopleAtAsync() => app.In((PortalDb db) => db.Staff.CountAsync(s => s.Email == Address));

    [GeneratedRegex(@"https?://\S+/Staff/Address\S+")] private static partial Regex Link();
}
