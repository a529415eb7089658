using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Files;

/// <summary>
/// Keeps uploaded files in the database, in pieces and once for each content, so that every node can read them. Bytes come
/// and go with the files that have them, in the same transaction: no bytes without a file.
/// </summary>
public sealed class FileStore(PortalDb db, UkClock clock, StorageOptions? options = null)
{
    /// <summary>"Files" in a number that nothing else locks.</summary>
    private const long Lock = 0x46696C6573;

    /// <summary>
    /// Adds a file to the changes in hand: it is kept when the caller saves, its bytes in the same transaction, or not at
    /// all. Refused, beside <paramref name="field"/>, when the content is not what <paramref name="rule"/> takes, or the
    /// person's agency has no room for it. <paramref name="content"/> must be seekable, and open until then.
    /// </summary>
    public async Task<StoredFile> AddAsync(
        Viewer viewer, Stream content, string name, FileRule rule, string field, CancellationToken cancel)
    {
        // Size first: nothing about a file that is too large needs to be read.
        rule.Check(content.Length == 0 ? FileKind.Empty : rule.Kinds[0], content.Length, field);
        var kind = await Sniff.KindOfAsync(content, cancel);
        rule.Check(kind, content.Length, field);
        rule.CheckName(kind, name, field);
        var file = new StoredFile
        {
            PartnershipId = viewer.PartnershipId, AgencyId = viewer.AgencyId,
            Name = ShortName(name), ContentType = kind.ContentType(), Length = content.Length,
            Hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)), StoredAt = clock.Now, StoredBy = viewer.UserId,
        };
        await RefuseWithoutRoomAsync(file, field, cancel);
        db.Files.Add(file);
        db.WriteWithSave(token => KeepAsync(file.Hash, content, token));
        return file;
    }

    /// <summary>
    /// Removes files and the bytes that no other file has, in the caller's transaction, of which it must be the first act:
    /// it waits for uploads that are being kept.
    /// </summary>
    public async Task RemoveAsync(IQueryable<StoredFile> files, CancellationToken cancel)
    {
        await HoldAsync(alone: true, cancel);
        var hashes = await files.Select(f => f.Hash).Distinct().ToListAsync(cancel);
        await files.ExecuteDeleteAsync(cancel);
        await Unnamed().Where(c => hashes.Contains(c.Hash)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Removes all bytes that no file has, and says how many pieces there were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await HoldAsync(alone: true, cancel);
        var pieces = await Unnamed().ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return pieces;
    }

    /// <summary>
    /// A file that was asked for, with its bytes; null when the query finds none, because it is not there or may not be seen.
    /// </summary>
    public async Task<OpenedFile?> FindAsync(IQueryable<StoredFile> asked, CancellationToken cancel) =>
        await asked.AsNoTracking().SingleOrDefaultAsync(cancel) is { } file ? new(file, await OpenAsync(file.Hash, cancel)) : null;

    /// <summary>The bytes, seekable and independent of the database once open. Dispose it: the copy on disk goes with it.</summary>
    public async Task<Stream> OpenAsync(string hash, CancellationToken cancel)
    {
        var copy = Nameless();
        try
        {
            await foreach (var piece in db.FileChunks.Where(c => c.Hash == hash).OrderBy(c => c.Number).Select(c => c.Bytes)
                .AsAsyncEnumerable().WithCancellation(cancel))
                await copy.WriteAsync(piece, cancel);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>An open file needs no name, except on Windows: without one, a process that is killed leaves nothing behind.</summary>
    private static FileStream Nameless()
    {
        var (path, needsName) = (Path.GetTempFileName(), OperatingSystem.IsWindows());
        var options = FileOptions.Asynchronous | (needsName ? FileOptions.DeleteOnClose : FileOptions.None);
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, options);
        if (!needsName) File.Delete(path);
        return file;
    }

    private async Task RefuseWithoutRoomAsync(StoredFile file, string field, CancellationToken cancel)
    {
        if (file.AgencyId is not { } agency) return;
        var megabytes = (options ?? new()).AgencyMegabytes;
        var others = await db.Files.Where(f => f.AgencyId == agency && f.Hash != file.Hash)
            .Select(f => new { f.Hash, f.Length }).Distinct().SumAsync(f => f.Length, cancel);
        if (others + file.Length <= (long)megabytes << 20) return;
        var help = await db.Partnerships.Where(p => p.Id == file.PartnershipId).Select(p => p.SupportEmail).SingleAsync(cancel);
        throw new Refused($"The files of your agency would take more than the {Words.Number(megabytes)} MB that it may keep here. "
            + $"Ask {help} for more room", field);
    }

    private async Task KeepAsync(string hash, Stream content, CancellationToken cancel)
    {
        await HoldAsync(alone: false, cancel);
        if (await db.FileChunks.AnyAsync(c => c.Hash == hash, cancel)) return;
        var buffer = new byte[FileChunk.Size];
        content.Position = 0;
        for (var number = 0; await ReadAsync() is var read and > 0; number++)
            // Someone else may be keeping the same content at this moment.
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "FileChunks" ("Hash", "Number", "Bytes") VALUES ({hash}, {number}, {buffer[..read]}) ON CONFLICT DO NOTHING
                """, cancel);

        async Task<int> ReadAsync() => await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
    }

    private IQueryable<FileChunk> Unnamed() => db.FileChunks.Where(c => !db.Files.Any(f => f.Hash == c.Hash));

    /// <summary>
    /// Until the transaction ends, nobody removes bytes while someone is about to name them, because they are there
    /// already. SQLite has one writer at a time anyway.
    /// </summary>
    private async Task HoldAsync(bool alone, CancellationToken cancel)
    {
        if (db.Database.IsSqlite()) return;
        if (alone) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancel);
        else await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({Lock})", cancel);
    }

    /// <summary>The name without folders, and short enough to keep.</summary>
    private static string ShortName(string name)
    {
        var last = name.Split('/', '\\')[^1].Trim();
        var extension = Path.GetExtension(last);
        return last.Length <= 200 ? last : extension.Length < 10 ? last[..(200 - extension.Length)] + extension : last[..200];
    }
}

/// <param name="Content">Disposed by whoever sends it.</param>
public sealed record OpenedFile(StoredFile File, Stream Content);
