using Portal.Features.Staff.Training;

namespace Portal.Tests.Mail;

public sealed partial class TellingOfEachOccasion
{
    [Fact]
    public Task About_training() => SaysAsync(
    [
        (new RecordErrorMail("Tess", "Tess@homes.example", "Lena", "Asha", "It was <May>", "/Staff/1", "record-error/1"), "record-error/1",
            "Please check a training record", "Hello Tess\n\nLena sees an error in the training record of Asha, and writes:\n\n"
            + "It was <May>\n\n"
            + "Please check the record and put it right: sign in to the training portal and open /Staff/1"),
        (new RecordToVerifyMail(new(Guid), "Asha", "Lena", Tess), $"record-to-verify/{Id}/tess@homes.example",
            "A training record to verify", "Dear Tess,\n\nLena has entered training of Asha. "
            + "It counts once a second person has seen the evidence, and you can decide.\n\n"
            + $"Look and decide:\n{{portal}}/Staff/Training/{Id}"),
        (new TrainingLapsesMail(new(new(Guid), Level(), new(2027, 2, 14), 90), new(2026, 11, 16), "Lena (l@homes.example)", true, "Tess",
                "Tess@homes.example"), $"training-lapses/{Id}/2027-02-14/90", "About your training",
            "Dear Tess,\n\nYour job needs level 2A, and your training counts until 14 February 2027.\n\n"
            + "Find a course that leads to it and book a place. If you have trained since, tell us with your certificate. "
            + "If you have a question, ask Lena (l@homes.example).\n\nFind a course:\n{portal}/Courses?Level=2"),
        (new TrainingLapsesMail(new(new(Guid), Level(), new(2027, 2, 14), 30), new(2026, 11, 16), "Lena (l@homes.example)", false,
                "Tess", "Tess@homes.example"), $"training-lapses/{Id}/2027-02-14/30", "About your training",
            "Dear Tess,\n\nYour job needs level 2A, and your training counts until 14 February 2027.\n\n"
            + "Ask Lena (l@homes.example) for a place on a course that leads to it. If you have trained since, "
            + "give them your certificate."),
        (new RecordNotAcceptedMail(NotAccepted(), "Lena", null, "Tess", "Tess@homes.example"), $"record-not-accepted/{Id}",
            "About a training record", "Dear Tess,\n\nLena has not accepted “Awareness” of 3 May 2026 on your record, and writes:\n\n"
            + "No <day>\n\nYou can send it again, with what was missing.\n\n"
            + $"See the record:\n{{portal}}/Staff/{Id}#records"),
    ]);

    private static Level Level() => new()
    {
        FrameworkId = default, Number = 2, Code = "2A", Title = "Ask", Description = "Ask", RefreshMonths = 36, DueMonths = 6,
        RequiresLower = false, StandAlone = false,
    };

    private static TrainingRecord NotAccepted()
    {
        var record = new TrainingRecord
        {
            Id = new(Guid), PartnershipId = default, StaffId = new(Guid), LevelNumber = 1, AchievedOn = new(2026, 5, 3),
            Course = "Awareness", Source = RecordSource.Claim, RecordedBy = null,
        };
        record.Reject(null, "No <day>", new(2026, 11, 26));
        return record;
    }
}
