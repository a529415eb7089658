using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed partial class UsingTheReturnPages
{
    [Fact]
    public async Task Is_read_and_downloaded_after_the_deadline()
    {
        app.Clock.Advance(TimeSpan.FromDays(60));
        lead = await app.SignedInAs(Role.TrainingLead);
        (await lead.Open($"/Returns/{id}")).Shows("You can still send it");
        var file = await lead.Fetch($"/Returns/{id}/Download");
        Assert.Equal((HttpStatusCode.OK, "PK"), (file.Status, file.Text[..2]));
    }

    [Fact]
    public async Task Is_sent_after_the_deadline_and_says_so()
    {
        await app.In(async (PortalDb db) =>
        {
            foreach (var question in await db.Set<CycleQuestion>().Where(q => db.Returns.Any(a => a.Id == id && a.CycleId == q.CycleId))
                .ToListAsync())
            {
                var answer = await db.ReturnAnswers.SingleOrDefaultAsync(a => a.ReturnId == id && a.QuestionId == question.Id)
                    ?? db.Add(new ReturnAnswer { ReturnId = id, QuestionId = question.Id }).Entity;
                if (!answer.IsAnswered) answer.Answer(question.Kind, 2, 1, "None", Lead, app.Clock.Now);
            }
            foreach (var line in await db.GapLines.Where(l => l.ReturnId == id && l.AnsweredAt == null).ToListAsync())
                line.Confirm(Lead, app.Clock.Now);
            await db.SaveAsync(Lead, "Prepared a test", default);
        });
        app.Clock.Advance(TimeSpan.FromDays(60));
        lead = await app.SignedInAs(Role.TrainingLead);
        (await (await lead.Open($"/Returns/{id}/Check")).Press("Send to the executive lead"))
            .Shows("Sent. The executive lead has been asked to sign", "Sent on 15 January 2027, after it was due on 2 December 2026");
    }
}
