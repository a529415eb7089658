namespace Portal.Data.Files;

/// <summary>A piece of a stored file's bytes, at most one mebibyte, kept once for each hash so that every node can read it.</summary>
[KeepsOwnHistory]
public sealed class FileChunk
{
    public const int Size = 1 << 20;

    public required string Hash { get; init; }
    public required int Number { get; init; }
    public required byte[] Bytes { get; init; }
}
