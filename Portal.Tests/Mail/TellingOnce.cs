using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Features.Staff.Training;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class TellingOnce : InASmallBorough
{
    [Fact]
    public async Task Sends_of_several_kinds_those_that_are_new_and_each_once()
    {
        Assert.Equal(2, await TellAsync(Paper("one"), Error("two"), Paper("one")));
        Assert.Equal(1, await TellAsync(Error("two"), Error("three"), Paper("one")));
        await using var db = Database.Open();
        Assert.Equal([("one", "TestMail"), ("three", "RecordErrorMail"), ("two", "RecordErrorMail")],
            (await db.Outbox.OrderBy(m => m.Key).ToListAsync()).Select(m => (m.Key, m.Kind)));
    }

    [Fact]
    public async Task Changes_nothing_when_all_are_told()
    {
        await TellAsync(Paper("one"), Error("two"));
        Assert.Equal(0, await TellAsync(Error("two"), Paper("one")));
        Assert.Equal(0, await TellAsync());
        await using var db = Database.Open();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.What == "Told of it"));
    }

    [Fact]
    public async Task Asks_its_own_partnership_alone()
    {
        await using var db = Database.Open();
        var other = new Partnership { Name = "Another", ShortName = "AP", FrameworkCode = "LADDER", SupportEmail = "help@another.example" };
        db.Add(other);
        await db.SaveAsync(Borough.Commissioner, "Prepared a test", CancellationToken.None);
        await TellAsync(Paper("one"));
        Assert.Equal(1, await db.TellOnceAsync(Viewer.System(other.Id), [Paper("one")], "Told of it", CancellationToken.None));
    }

    private static TestMail Paper(string key) => new("asha@example.org", key);

    private static RecordErrorMail Error(string key) => new("Tess", "tess@example.org", "Lena", "Asha", "It was May", "/Staff/1", key);

    private async Task<int> TellAsync(params IMail[] mails)
    {
        await using var db = Database.Open();
        return await db.TellOnceAsync(Borough.Commissioner, mails, "Told of it", CancellationToken.None);
    }
}
