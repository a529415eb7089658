using Portal.Components;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Standards;

/// <summary>Where an agency stands on a standard, before it is compared with where it stood.</summary>
public sealed record Verdict(
    Id<Agency> AgencyId, Standard Standard, IMeasure Measure, int Level, Outcome Outcome, int Numerator, int Denominator, string? Note)
{
    /// <summary>
    /// What was found, as a sentence that can stand alone: "81 of 85 staff (95%) were at their required
    /// level on 21 November 2026".
    /// </summary>
    public string Evidence(DateOnly day) => Outcome == Outcome.Met
        ? $"{Measure.Sentence(Numerator, Denominator)} on {day.Words()}"
        : $"{Outcome.Words()} on {day.Words()}{(Note is null ? "" : $": {Note}")}";
}
