namespace Portal.Domain;

/// <summary>What a person says that a file means: which column is which, and what no column tells.</summary>
/// <param name="Fields">By the number of the column; null for one that is left out.</param>
/// <param name="IsFullList">A staff list that names everyone.</param>
/// <param name="FromTrainingSystem">A training history of a system that has seen the proof.</param>
/// <param name="Dates">How dates are written; null where nobody was asked.</param>
/// <param name="EveryonesTitle">The job title of everyone in a file without such a column.</param>
public sealed record ImportMeaning(
    IReadOnlyDictionary<int, ImportField?> Fields, bool IsFullList, bool FromTrainingSystem, DateOrder? Dates = null,
    string? EveryonesTitle = null);
