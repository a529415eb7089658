namespace Portal.Features.Standards.Talking;

/// <summary>A flag as messages speak of it: of whom, of what, since when, by which count, and what would clear it.</summary>
public sealed record FlagFacts(
    Id<Flag> Id, string Reference, string Agency, string Standard, DateOnly FirstSeenOn, string Count, DateOnly CountedOn, string ClearedBy)
{
    public static FlagFacts Of(FlagProof.Details proof) => new(
        proof.Flag.Id, proof.Flag.Reference, proof.Agency,
        $"{proof.Standard.ShortName}{(proof.LevelCode is { } code ? $", level {code}" : "")}", proof.Flag.FirstSeenOn, proof.Count.Sentence,
        proof.Count.EvaluatedOn ?? proof.Count.Standing.From, proof.Standard.ClearedBy);

    /// <summary>In sentences, the same on the screen and in the message.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        $"{Agency} has not followed the standard “{Standard}” since {Words.Day(FirstSeenOn)}, or has followed it only in part.",
        $"{Count} on {Words.Day(CountedOn)}.",
        $"What would clear it: {ClearedBy}",
    ];
}
