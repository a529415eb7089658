using Portal.Data.Outbox;
using Portal.Features.Courses.Register;
using Portal.Features.Courses.Runs;

namespace Portal.Tests.Features.Courses.Runs;

/// <summary>The key, the subject and the words of each message, to the letter.</summary>
public sealed class TellingOfDates : AtTheRunDesk
{
    private const string Id = "01900000-0000-7000-8000-000000000001";
    private static readonly TellOfRun.About Run = new(new(new(Id)), new(new(Id)), "Ask <and> act", "10am to 4pm on 3 December 2026",
        "Civic Centre, 1 High Street", 2, "It is given in January.");

    private static readonly (IMail Mail, string Key, string Subject, string Text)[] Each =
    [
        (new RunChangedMail(Run, null, "Ann", "Ann@homes.example"), $"run-changed/{Id}/2/ann@homes.example",
            "A change to a date in your diary",
            "The date of “Ask <and> act” on which you have a place, or wait for one, has changed.\n\n"
            + "It is now 10am to 4pm on 3 December 2026, at Civic Centre, 1 High Street.\n\n"
            + "If you cannot come then, please give the place back, so that somebody else can have it.\n\n"
            + "See the date:\nhttp://localhost:5080/Courses/Dates/" + Id),
        (new RunCancelledMail(Run, null, "Ann", "Ann@homes.example"), $"run-cancelled/{Id}/ann@homes.example",
            "A date in your diary will not take place",
            "“Ask <and> act” (10am to 4pm on 3 December 2026) has been cancelled.\n\nIt is given in January.\n\n"
            + "You need do nothing, and nothing is charged. Other dates of the course are in the portal.\n\n"
            + "See the course:\nhttp://localhost:5080/Courses/" + Id),
        (new NoShowMail(new(new(Id)), new(new(Id)), "Asha", "Ask and act", new(2026, 12, 3), "Ann", "Ann@homes.example"),
            $"no-show/{Id}/ann@homes.example", "A training place was not used",
            "Asha had a place on “Ask and act” on 3 December 2026, and the register says that they did not attend.\n\n"
            + "There may be a good reason, and nobody need say it. If the register is wrong, whoever gave the course can correct it. "
            + "Other dates are in the portal.\n\nSee the date:\nhttp://localhost:5080/Courses/Dates/" + Id),
    ];

    [Fact]
    public async Task Says_what_it_must_and_nothing_in_the_subject()
    {
        foreach (var (mail, key, subject, text) in Each)
        {
            await using var db = Database.Open();
            db.Enqueue(mail);
            await db.SaveAsync(Administrator, "Wrote", None);
            var sent = db.Outbox.OrderByDescending(m => m.Id).First();
            Assert.Equal((key, subject), (sent.Key, sent.Subject));
            Assert.StartsWith($"Training portal\n\nDear Ann,\n\n{text}\n\n", sent.Text, StringComparison.Ordinal);
        }
    }
}
