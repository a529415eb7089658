using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Returns.Sections;

namespace Portal.Tests.Features.Returns;

public sealed partial class DownloadingFigures
{
    [Fact]
    public async Task Evidence_comes_as_it_was_given_to_save_and_only_to_those_who_read_the_return()
    {
        var question = await ShowAsync(Lead(own), own);
        var address = $"/Returns/{own.Id}/Questions/{question}/Evidence";
        foreach (var role in new[] { Role.TrainingLead, Role.ExecutiveLead, Role.Commissioner, Role.TrainingAdministrator, Role.Auditor })
        {
            var file = await (await app.SignedInAs(role)).Fetch(address);
            Assert.Equal(
                (HttpStatusCode.OK, "application/pdf", "attachment", "policy.pdf"),
                (file.Status, file.ContentType, file.Disposition, file.FileName));
            Assert.Equal(Policy, file.Bytes);
        }
        await app.Has(new ReturnShare
        {
            ReturnId = own.Id, Section = ReturnSection.People, UserId = await UserAsync(DemoPeople.Email[Role.Learner])
        });
        var colleague = await app.SignedInAs(Role.Learner);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Fetch(address)).Status);
        await app.Has(new ReturnShare
        {
            ReturnId = own.Id, Section = ReturnSection.Questions, UserId = await UserAsync(DemoPeople.Email[Role.Learner])
        });
        Assert.Equal(Policy, (await colleague.Fetch(address)).Bytes);
        // The question has no evidence in the return of any other agency.
        var other = await app.In((PortalDb db) => db.Returns.Where(a => a.CycleId == own.CycleId && a.AgencyId != own.AgencyId)
            .Select(a => a.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await commissioner.Fetch($"/Returns/{other}/Questions/{question}/Evidence")).Status);
    }

    /// <summary>Answers the first scored question with a document, and gives the question.</summary>
    private async Task<Id<CycleQuestion>> ShowAsync(Viewer lead, AgencyReturn agencyReturn)
    {
        var question = await app.In((PortalDb db) => db.Set<CycleQuestion>()
            .Where(q => q.CycleId == agencyReturn.CycleId && q.Kind == QuestionKind.Scored).OrderBy(q => q.Number).Select(q => q.Id)
            .FirstAsync());
        var seen = await app.In((PortalDb db) => db.ReturnAnswers.Where(a => a.ReturnId == agencyReturn.Id && a.QuestionId == question)
            .Select(a => (int?)a.Version).SingleOrDefaultAsync()) ?? AnswerQuestion.NoAnswer;
        await app.In((AnswerQuestion answer) => answer.RunAsync(
            lead, agencyReturn.Id, question, new(2, null, null, null), new(new MemoryStream(Policy), "policy.pdf"), false, seen, default));
        return question;
    }
}
