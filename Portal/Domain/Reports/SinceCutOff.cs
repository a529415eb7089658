namespace Portal.Domain;

/// <summary>
/// What has closed since the cut-off day of an edition among all that it names: the board need not ask for what is done. The figures stay
/// those of the cut-off day.
/// </summary>
/// <param name="On">The day on which this was looked up.</param>
/// <param name="Closed">Flags that the edition names as open.</param>
/// <param name="Returned">Agencies that the edition says have not provided their skill-gap assessment.</param>
public sealed record SinceCutOff(DateOnly On, IReadOnlyList<ClosedSince> Closed, IReadOnlyList<ReturnedSince> Returned)
{
    public ClosedSince? Of(FlagEntry flag) => Closed.FirstOrDefault(c => c.FlagId == flag.FlagId);

    internal SinceCutOff For(Guid? agency) => this with
    {
        Closed = [.. Closed.Where(c => c.AgencyId == agency)],
        Returned = [.. Returned.Where(r => r.AgencyId == agency)],
    };
}

public sealed record ClosedSince(Guid AgencyId, Guid FlagId, string About, DateOnly ClosedOn);

public sealed record ReturnedSince(Guid AgencyId, string Agency, DateOnly SentOn);

public static class SinceWords
{
    /// <summary>"Since the cut-off on 4 November 2026: closed on 10 November 2026."</summary>
    public static string Words(this ClosedSince closed, DateOnly cutOff) =>
        $"{Begin(cutOff)} closed on {Domain.Words.Day(closed.ClosedOn)}.";

    /// <summary>The same of an agency, each flag by its name; null when nothing of it has closed.</summary>
    public static string? OfAgency(this SinceCutOff since, Guid agency, DateOnly cutOff) =>
        since.Closed.Where(c => c.AgencyId == agency).ToList() is { Count: > 0 } closed
            ? $"{Begin(cutOff)} {closed.Select(c => $"{c.About} closed on {Domain.Words.Day(c.ClosedOn)}").Listed()}." : null;

    /// <summary>What belongs below the recommendations, for all agencies; none when nothing has closed.</summary>
    public static IReadOnlyList<string> Sentences(this SinceCutOff since, DateOnly cutOff)
    {
        List<string> sentences = [];
        if (since.Closed.Count > 0)
            sentences.Add($"{Begin(cutOff)} {Domain.Words.Count(since.Closed.Count, "flag", "flags")} named in this report "
                + $"{(since.Closed.Count == 1 ? "has" : "have")} closed, as at {Domain.Words.Day(since.On)}. Each is marked where it "
                + "stands; the figures are those of the cut-off.");
        sentences.AddRange(since.Returned.Select(r =>
            $"{Begin(cutOff)} {r.Agency} provided its skill-gap assessment on {Domain.Words.Day(r.SentOn)}."));
        return sentences;
    }

    private static string Begin(DateOnly cutOff) => $"Since the cut-off on {Domain.Words.Day(cutOff)}:";
}
