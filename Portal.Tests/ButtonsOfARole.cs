using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>
/// Every button of every page that a role opens, which it finds for itself: none is shown to someone who is then told that their
/// role does not allow it.
/// </summary>
public sealed class ButtonsOfARole
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(r => r != Role.System)];

    [Theory, MemberData(nameof(Roles))]
    public async Task Do_not_ask_for_what_the_role_does_not_allow(Role role)
    {
        await using var app = await PortalApp.CreateAsync();
        var ids = await PageIds.OfBoroughAsync(app);
        await SendEditionsAsync(app, role);
        var door = await app.SignedInAs(role);
        var wrong = new List<string>();
        var pages = PortalPage.AllOf(app).Where(p => p.OpensTo(role) && ids.Know(p.Route));
        foreach (var address in pages.Select(p => ids.Fill(p.Route, theirs: false)))
        {
            var page = await door.Open(address);
            if (page.Status != HttpStatusCode.OK || page.Path != address) continue;
            foreach (var (words, request) in Buttons(page))
            {
                var answer = await door.Send(request);
                if (answer.Status == HttpStatusCode.Forbidden || answer.Text.Contains("Your role does not", StringComparison.Ordinal))
                    wrong.Add($"{role.Words()} is shown “{words}” on {address}, and is refused: {(int)answer.Status}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    /// <summary>Every edition was sent to this person too, in a role that they may hold no more.</summary>
    private static Task SendEditionsAsync(PortalApp app, Role role) => app.In(async (PortalDb db) =>
    {
        var user = await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[role]);
        var unsent = db.Editions.Where(e => e.State == EditionState.Issued
            && !db.EditionRecipients.Any(r => r.EditionId == e.Id && r.UserId == user.Id));
        foreach (var edition in await unsent.ToListAsync())
            db.Add(new EditionRecipient
            {
                PartnershipId = edition.PartnershipId, EditionId = edition.Id, UserId = user.Id, Name = user.Name,
                Office = "Board member", MailKey = "test",
            });
        var partnership = await db.Partnerships.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", default);
    });

    /// <summary>Whatever looks like a button within the page: those of forms that change something, and links.</summary>
    private static IEnumerable<(string Words, HttpRequestMessage Request)> Buttons(WebPage page)
    {
        foreach (var form in page.All("main form[method=post]").OfType<IHtmlFormElement>())
            foreach (var button in form.QuerySelectorAll("button, input[type=submit]").Where(b => b.GetAttribute("type") != "button"))
                yield return (button.TextContent.Trim(),
                    new FormSubmission(form, button, new Dictionary<IElement, (string, byte[])>()).Request(page.Address));
        foreach (var link in page.All("main a.govuk-button[href]"))
            yield return (link.TextContent.Trim(), new(HttpMethod.Get, new Uri(page.Address, link.GetAttribute("href"))));
    }
}
