using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Files;

/// <summary>Keeps uploaded files in the database, in pieces and once for each content, so that every node can read them.</summary>
public sealed class FileStore(PortalDb db, UkClock clock)
{
    /// <summary>
    /// Keeps the bytes at once and adds the file's row to the changes in hand: it exists when the caller saves. Refused,
    /// beside <paramref name="field"/>, when the content is not what <paramref name="rule"/> takes. <paramref name="content"/> must be seekable.
    /// </summary>
    public async Task<StoredFile> AddAsync(Viewer viewer, Stream content, string name, FileRule rule, string field, CancellationToken cancel)
    {
        // Size first: nothing about a file that is too large needs to be read.
        rule.Check(content.Length == 0 ? FileKind.Empty : rule.Kinds[0], content.Length, field);
        var kind = await Sniff.KindOfAsync(content, cancel);
        rule.Check(kind, content.Length, field);
        rule.CheckName(kind, name, field);
        var file = new StoredFile
        {
            PartnershipId = viewer.PartnershipId, Name = ShortName(name), ContentType = kind.ContentType(), Length = content.Length,
            Hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)), StoredAt = clock.Now, StoredBy = viewer.UserId,
        };
        await KeepAsync(file.Hash, content, cancel);
        db.Files.Add(file);
        return file;
    }

    /// <summary>A file that was asked for, with its bytes; null when the query finds none, because it is not there or may not be seen.</summary>
    public async Task<OpenedFile?> FindAsync(IQueryable<StoredFile> asked, CancellationToken cancel) =>
        await asked.AsNoTracking().SingleOrDefaultAsync(cancel) is { } file ? new(file, await OpenAsync(file.Hash, cancel)) : null;

    /// <summary>The bytes, seekable and independent of the database once open. Dispose it: the copy on disk goes with it.</summary>
    public async Task<Stream> OpenAsync(string hash, CancellationToken cancel)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await foreach (var piece in db.FileChunks.Where(c => c.Hash == hash).OrderBy(c => c.Number).Select(c => c.Bytes).AsAsyncEnumerable().WithCancellation(cancel))
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

    private async Task KeepAsync(string hash, Stream content, CancellationToken cancel)
    {
        if (await IsKeptAsync(hash, cancel)) return;
        try
        {
            content.Position = 0;
            await db.BulkInsertAsync(PiecesAsync(hash, content), cancel);
        }
        catch (DbException)
        {
            // Someone else kept the same content a moment earlier; anything else is a fault.
            if (!await IsKeptAsync(hash, cancel)) throw;
        }
    }

    private Task<bool> IsKeptAsync(string hash, CancellationToken cancel) => db.FileChunks.AnyAsync(c => c.Hash == hash, cancel);

    private static async IAsyncEnumerable<FileChunk> PiecesAsync(string hash, Stream content)
    {
        var buffer = new byte[FileChunk.Size];
        for (var number = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false) is var read and > 0; number++)
            yield return new FileChunk { Hash = hash, Number = number, Bytes = buffer[..read] };
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
