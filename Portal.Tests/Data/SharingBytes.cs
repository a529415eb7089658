using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>Bytes are kept once for each content, as long as any file has it, and not a moment longer.</summary>
public sealed class SharingBytes : IAsyncLifetime
{
    private TestDatabase database = null!;
    private SmallBorough borough = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        borough = await SmallBorough.InAsync(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Nothing_is_written_before_the_act_saves()
    {
        await using (var db = database.Open())
        {
            await new FileStore(db, database.Clock).AddAsync(borough.Lead, Proof("unsaved"), "a.pdf", FileRule.Evidence, "File", default);
            Assert.Equal((0, 0), await CountAsync());
        }
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task They_go_with_the_last_file_that_has_them()
    {
        var (one, two) = (await KeepAsync("the same"), await KeepAsync("the same"));
        Assert.Equal((2, 1), await CountAsync());
        await RemoveAsync(one);
        Assert.Equal((1, 1), await CountAsync());
        Assert.Equal("%PDF-the same", await ReadAsync(two));
        await RemoveAsync(two);
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task What_belongs_to_no_file_is_swept_away_once_and_the_rest_stays()
    {
        var kept = await KeepAsync("kept");
        await LeaveAsync("left behind");
        Assert.Equal((1, 2), await CountAsync());
        Assert.Equal((1, 0), (await SweepAsync(), await SweepAsync()));
        Assert.Equal("%PDF-kept", await ReadAsync(kept));
    }

    [Fact]
    public async Task A_sweep_takes_nothing_that_an_upload_is_about_to_have()
    {
        for (var round = 0; round < 20; round++)
        {
            var text = $"left behind, and sent again {round}";
            await LeaveAsync(text);
            var keep = Enumerable.Range(0, 3).Select(_ => Task.Run(() => KeepAsync(text))).ToList();
            await Task.WhenAll([.. keep, Task.Run(SweepAsync), Task.Run(SweepAsync)]);
            foreach (var file in keep) Assert.Equal($"%PDF-{text}", await ReadAsync(await file));
        }
    }

    [Fact]
    public async Task An_open_copy_has_no_name_that_a_killed_process_could_leave()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There a file that is open keeps its name");
        var kept = await KeepAsync("names of people");
        await using var db = database.Open();
        await using var copy = await new FileStore(db, database.Clock).OpenAsync(kept.Hash, default);
        Assert.False(File.Exists(Assert.IsType<FileStream>(copy).Name));
    }

    [Fact]
    public async Task An_agency_has_so_much_room_and_is_told_who_can_give_it_more()
    {
        var half = new string('x', 600_000);
        await KeepAsync(half, megabytes: 1);
        await KeepAsync(half, megabytes: 1);
        var no = await Assert.ThrowsAsync<Refused>(() => KeepAsync(half + "y", megabytes: 1));
        Assert.Equal("File", no.Field);
        Assert.StartsWith(
            "The files of your agency would take more than the 1 MB that it may keep here", no.Message, StringComparison.Ordinal);
        Assert.EndsWith("Ask help@brambleford.example for more room", no.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1), await CountAsync());
        await KeepAsync(half + "y", megabytes: 1, borough.OtherLead);
        await KeepAsync(half + "y", megabytes: 2);
    }

    private async Task<StoredFile> KeepAsync(string text, int megabytes = 2048, Viewer? viewer = null)
    {
        await using var db = database.Open();
        var store = new FileStore(db, database.Clock, new() { AgencyMegabytes = megabytes });
        var file = await store.AddAsync(viewer ?? borough.Lead, Proof(text), "a.pdf", FileRule.Evidence, "File", default);
        await db.SaveAsync(viewer ?? borough.Lead, "Added proof", default);
        return file;
    }

    private async Task RemoveAsync(StoredFile file)
    {
        await using var db = database.Open();
        var store = new FileStore(db, database.Clock);
        var asked = db.Files.Where(f => f.Id == file.Id);
        await db.TransactAsync(borough.Lead, "Removed proof", () => store.RemoveAsync(asked, default), default);
    }

    /// <summary>As a version of the portal did that kept bytes before it had decided.</summary>
    private async Task LeaveAsync(string text)
    {
        var file = await KeepAsync(text);
        await using var db = database.Open();
        await db.Files.Where(f => f.Id == file.Id).ExecuteDeleteAsync();
    }

    private async Task<int> SweepAsync()
    {
        await using var db = database.Open();
        return await new FileStore(db, database.Clock).SweepAsync(default);
    }

    private async Task<string> ReadAsync(StoredFile file)
    {
        await using var db = database.Open();
        using var reader = new StreamReader(await new FileStore(db, database.Clock).OpenAsync(file.Hash, default));
        return await reader.ReadToEndAsync();
    }

    private async Task<(int Files, int Pieces)> CountAsync()
    {
        await using var db = database.Open();
        return (await db.Files.CountAsync(), await db.FileChunks.CountAsync());
    }

    private static MemoryStream Proof(string text) => new(Encoding.UTF8.GetBytes($"%PDF-{text}"));
}
