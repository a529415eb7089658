using Portal.Domain;

namespace Portal.Components;

/// <summary>Instants, lengths of time and names of kinds as people say them.</summary>
public static class InstantText
{
    /// <summary>"6 Dec 2016, 8:15pm", by the clocks of London.</summary>
    public static string Moment(this DateTime instant)
    {
        var local = UkClock.Local(instant);
        return $"{DateOnly.FromDateTime(local).Short()}, {TimeOnly.FromDateTime(local).Words()}";
    }

    /// <summary>"8:15pm", "2pm", "midday": by the clocks of London where it comes from an instant.</summary>
    public static string Words(this TimeOnly time) => Domain.Words.Time(time);

    /// <summary>The time of day of an instant in London: "8:15pm".</summary>
    public static string Clock(this DateTime instant) => TimeOnly.FromDateTime(UkClock.Local(instant)).Words();

    /// <summary>"0.3 seconds", "12 seconds", "3 minutes", "2 hours".</summary>
    public static string Words(this TimeSpan length) => length switch
    {
        { TotalSeconds: < 10 } => string.Create(Domain.Words.British, $"{length.TotalSeconds:0.0} seconds"),
        { TotalSeconds: < 120 } => string.Create(Domain.Words.British, $"{length.TotalSeconds:0} seconds"),
        { TotalMinutes: < 120 } => string.Create(Domain.Words.British, $"{length.TotalMinutes:0} minutes"),
        { TotalHours: < 48 } => string.Create(Domain.Words.British, $"{length.TotalHours:0} hours"),
        _ => string.Create(Domain.Words.British, $"{length.TotalDays:0} days"),
    };

    /// <summary>A name from the code as words: "EditionIssuedMail" without "Mail" is "Edition issued".</summary>
    public static string Spoken(this string name, string without = "")
    {
        if (without.Length > 0 && name.EndsWith(without, StringComparison.Ordinal)) name = name[..^without.Length];
        var words = string.Concat(name.Select((c, at) =>
            at > 0 && char.IsUpper(c) && !char.IsUpper(name[at - 1]) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return words.EndsWith(" id", StringComparison.Ordinal) ? words[..^3] : words;
    }
}
