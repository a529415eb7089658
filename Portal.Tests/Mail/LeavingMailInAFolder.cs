using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Mail;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class LeavingMailInAFolder : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-mail-");
    private TestDatabase database = null!;
    private SmallBorough borough = null!;
    private Node node = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        borough = await SmallBorough.InAsync(database);
        node = new Node(database, settings: ("Mail:Folder", folder.FullName));
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Makes_one_file_named_for_the_message_and_nothing_else()
    {
        var id = await WriteAsync();
        await SendAsync();

        var file = Assert.Single(folder.GetFileSystemInfos());
        Assert.Equal($"{id}.eml", file.Name);
        var mail = ReceivedMessage.Read(file.FullName);
        Assert.Equal("Papers for the meeting", mail.Subject);
        Assert.DoesNotContain('\n', mail.Raw.Replace("\r\n", ""));
        Assert.Contains("Read the report:\nhttp://localhost:5080/Reports?a=1&b=2", mail.PlainText);
    }

    [Fact]
    public async Task Makes_the_same_file_again_when_the_sender_was_killed_before_it_could_say_so()
    {
        var id = await WriteAsync();
        await SendAsync();
        await using (var db = database.Open())
            await db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Queued));
        database.Time.Advance(OutboxMail.Lease);
        Assert.Equal("Messages: 1 sent", await SendAsync());

        Assert.Single(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task Is_tried_again_when_the_folder_cannot_be_written()
    {
        var file = Path.Combine(folder.FullName, "not-a-folder");
        await File.WriteAllTextAsync(file, "");
        await using var other = new Node(database, settings: ("Mail:Folder", file));
        var id = await WriteAsync();
        Assert.Equal("Messages: 1 to be tried again", await other.In((SendOutboxJob job) => job.RunAsync(CancellationToken.None)));
        await using var db = database.Open();
        Assert.Contains(file, (await db.Outbox.SingleAsync(m => m.Id == id)).Problem);
    }

    [Fact]
    public async Task Waits_for_the_end_of_a_lease_that_a_killed_sender_left()
    {
        var id = await WriteAsync();
        await using (var db = database.Open())
        {
            (await db.Outbox.SingleAsync(m => m.Id == id)).Claim(database.Time.Now);
            await db.SaveOwnHistoryAsync(CancellationToken.None);
        }
        Assert.Null(await SendAsync());
        database.Time.Advance(OutboxMail.Lease);
        Assert.Equal("Messages: 1 sent", await SendAsync());
    }

    private Task<string?> SendAsync() => node.In((SendOutboxJob job) => job.RunAsync(CancellationToken.None));

    private async Task<Id<OutboxMail>> WriteAsync()
    {
        await using var db = database.Open();
        db.Enqueue(new TestMail("asha@example.org", "one"));
        await db.SaveAsync(borough.Commissioner, "Wrote", CancellationToken.None);
        return await db.Outbox.Select(m => m.Id).SingleAsync();
    }
}
