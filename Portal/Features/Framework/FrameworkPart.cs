namespace Portal.Features.Framework;

/// <summary>What a page of the framework shows: a version of it, or one of its levels.</summary>
/// <param name="Level">Null for the whole version.</param>
public sealed record FrameworkPart(Domain.Framework Framework, Level? Level);
