using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Providers;

public sealed class LookingAfterProviders : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_provider_is_added_recognised_changed_and_its_mark_taken_away()
    {
        var administrator = await app.SignedInAs(Role.TrainingAdministrator);
        var page = await (await administrator.Open("/Courses/Providers/Add")).Press("Add this provider");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter a name", "Enter an email address");
        page = await page.Fill("Name", "Larch Training").Fill("Email address", "training@larch.example").Press("Add this provider");
        page.Shows("Larch Training added", "No quality mark yet", "No course yet");

        page = await (await page.Follow("Add a quality mark")).Press("Add this mark");
        page.Answers(HttpStatusCode.BadRequest).Shows("Select a mark", "Enter the first day");
        page = await page.Choose("Which mark?", "Another mark").Fill("Number of the certificate (optional)", "M-77")
            .Fill("First day", Given.Today.AddYears(-1)).Fill("Last day (optional)", Given.Today.AddYears(-2)).Press("Add this mark");
        page.Answers(HttpStatusCode.BadRequest).Shows("The last day must be on or after the first");
        page = await page.Fill("Last day (optional)", Given.Today.AddDays(12)).Press("Add this mark");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter what the mark is called");
        page = await page.Fill("What it is called (if it is another mark)", "Good practice")
            .Upload("The certificate (optional)", "mark.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 mark")).Press("Add this mark");
        page.Shows("Quality mark added", "Good practice", "M-77", "Counts today", "Ends on 28 November 2026 (in 12 days)");

        var certificate = await page.Follow("Certificate of Good practice");
        Assert.StartsWith("attachment", certificate.Headers["Content-Disposition"], StringComparison.Ordinal);

        (await administrator.Open("/Courses/Providers?Search=larch")).Shows("1 provider", "Good practice", "in 12 days");
        page = await (await page.Follow("Remove Good practice")).Press("Remove it");
        page.Shows("Quality mark removed", "No quality mark yet");
        Assert.False(await app.In((PortalDb db) => db.Files.AnyAsync(f => f.Name == "mark.pdf")));

        page = await (await page.Press("Change the provider")).Fill("Name", "Larch and Rowan").Press("Save");
        page.Shows("Provider changed", "Larch and Rowan");
        page = await (await administrator.Open("/Courses/Providers/Add")).Fill("Name", "larch AND rowan")
            .Fill("Email address", "other@larch.example").Press("Add this provider");
        page.Answers(HttpStatusCode.BadRequest).Shows("A provider of this name is already on the list");
    }

    [Fact]
    public async Task Nobody_else_changes_one()
    {
        var provider = Given.Provider((await app.AgencyAsync(DemoBorough.OwnAgency)).PartnershipId);
        await app.Has(provider);
        foreach (var role in new[] { Role.TrainingLead, Role.CourseProvider, Role.Learner })
            (await (await app.SignedInAs(role)).Open($"/Courses/Providers/{provider.Id}")).Answers(HttpStatusCode.Forbidden);
        var lead = Given.Viewer(provider.PartnershipId, Role.TrainingLead);
        await app.In(async (PortalDb db) =>
        {
            await Assert.ThrowsAsync<Refused>(() => new AddQualityMark(db, new(db, app.Database.Clock)).RunAsync(
                lead, provider.Id, new(QualityMarkKind.Daha, null, null, Given.Today, null), null, default));
            await Assert.ThrowsAsync<Refused>(() => new RemoveQualityMark(db).RunAsync(lead, provider.Id, Id<QualityMark>.New(), default));
        });
    }
}
